package io.github.melascope.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes small dataset folders for tests. Where only names matter, an image is an empty file. */
record DatasetFolder(Path root) {
    DatasetFolder image(String path) {
        return file(path, "", StandardCharsets.UTF_8);
    }

    DatasetFolder table(String path, String... lines) {
        return file(path, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
    }

    DatasetFolder file(String path, String content, Charset charset) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, content.getBytes(charset));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
