package io.github.melascope.cases;

import io.github.melascope.base.AtomicFiles;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** The files in {@code images/}, each named by the hash of its bytes, so that the same picture is kept once. */
record ImageFiles(Path root) {
    Path path(String sha256, String extension) {
        return root.resolve(sha256.substring(0, 2)).resolve(sha256 + "." + extension);
    }

    /** Copies a file in, unless it is there whole already. */
    void put(Path source, String sha256, String extension) throws IOException {
        Path target = path(sha256, extension);
        if (holds(target, sha256)) {
            return;
        }
        AtomicFiles.write(target, out -> {
            MessageDigest digest = Sha256.digest();
            try (InputStream in = Files.newInputStream(source)) {
                in.transferTo(new DigestOutputStream(out, digest));
            }
            if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
                throw new IOException("the file changed while it was copied");
            }
        });
        keepName(target);
    }

    static boolean holds(Path file, String sha256) throws IOException {
        return Files.isRegularFile(file) && Sha256.of(file).equals(sha256);
    }

    /** Has the new name on the disk before a row speaks of it, where the system lets a folder be flushed. */
    private static void keepName(Path file) {
        Path folder = file.getParent();
        if (folder == null) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            System.getLogger(ImageFiles.class.getName()).log(System.Logger.Level.DEBUG, "no folder flushed", e);
        }
    }

    /** Removes a file, and what a killed program left of its writing. */
    void remove(String sha256, String extension) throws IOException {
        Path file = path(sha256, extension);
        Files.deleteIfExists(file);
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> halves = Files.newDirectoryStream(folder, "." + file.getFileName() + ".*.tmp")) {
            for (Path half : halves) {
                Files.deleteIfExists(half);
            }
        }
    }

    /** @throws ProblemException when the file is gone */
    Path existing(CaseImage image) throws ProblemException {
        Path file = path(image.sha256(), image.extension());
        if (!Files.isRegularFile(file)) {
            throw new ProblemException(ProblemException.Kind.UNUSABLE, "problem.image.gone", image.fileName(), file);
        }
        return file;
    }
}
