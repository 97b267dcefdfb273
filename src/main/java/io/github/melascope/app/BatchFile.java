package io.github.melascope.app;

import io.github.melascope.base.ProblemException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One entry of a batch.
 *
 * @param name as the user named it: a file, or a folder and the way from there
 * @param path of the file or folder
 * @param problem why there is nothing to score here: of a folder that is empty or cannot be read
 */
public record BatchFile(String name, Path path, Optional<ProblemException> problem) {
    static BatchFile of(Path file) {
        return new BatchFile(file.toString(), file, Optional.empty());
    }

    static BatchFile refused(Path folder, String key, Object... values) {
        ProblemException problem = new ProblemException(ProblemException.Kind.INPUT, key, values);
        return new BatchFile(folder.toString(), folder, Optional.of(problem));
    }
}
