package io.github.melascope.imaging;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Reads a file that may be anything a user can drop; only pictures within the limits get past its first bytes. */
final class InputFile {
    private InputFile() {}

    /** @throws RefusedImage when there is no such file, it cannot be read, is no picture, or too large */
    static byte[] read(Path file) throws RefusedImage {
        if (Files.isDirectory(file)) {
            throw new RefusedImage("it is a folder", "name the picture files in it");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new RefusedImage("it is not an ordinary file", "name a picture file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            long size = Files.size(file);
            byte[] head = in.readNBytes(ImageFormat.HEAD_BYTES);
            check(head, size);
            byte[] content = Arrays.copyOf(head, (int) size);
            int rest = in.readNBytes(content, head.length, content.length - head.length);
            if (head.length + rest < content.length) {
                throw new EOFException("the file shrank while it was read");
            }
            return content;
        } catch (RefusedImage e) {
            throw e;
        } catch (NoSuchFileException e) {
            throw new RefusedImage("there is no such file", "check the name and the folder");
        } catch (AccessDeniedException e) {
            throw new RefusedImage("you may not read this file", "ask its owner for the permission to read it");
        } catch (IOException e) {
            RefusedImage refused = new RefusedImage(
                    "it could not be read (" + e.getMessage() + ")", "check the disk or the network folder it lies on");
            refused.initCause(e);
            throw refused;
        }
    }

    /**
     * Refuses what is no readable picture by its first bytes, and what is too large.
     *
     * @param head the first {@link ImageFormat#HEAD_BYTES} bytes
     * @param size bytes of the whole file
     */
    static void check(byte[] head, long size) throws RefusedImage {
        if (size == 0) {
            throw new RefusedImage("the file is empty", RefusedImage.COPY_AGAIN);
        }
        Optional<ImageFormat> format = ImageFormat.of(head);
        if (format.isEmpty()) {
            throw new RefusedImage(
                    "its content is not that of a picture this program knows", ImageFormat.OPEN_A_PICTURE);
        }
        if (!format.get().readable()) {
            throw new RefusedImage(
                    "it is " + format.get().words() + ", which this program does not read",
                    format.get().next());
        }
        if (size > ImageDecoder.MAX_BYTES) {
            throw new RefusedImage(
                    "it has " + size / 1_000_000 + " MB, more than the " + ImageDecoder.MAX_BYTES / 1_000_000
                            + " MB that are allowed",
                    "save it as JPEG or in a smaller size");
        }
    }
}
