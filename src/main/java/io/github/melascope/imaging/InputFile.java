package io.github.melascope.imaging;

import io.github.melascope.base.IoReason;
import io.github.melascope.base.Term;
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
            throw new RefusedImage(Term.of("why.io.folder"), Term.of("next.image.pictures"));
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new RefusedImage(Term.of("why.image.special"), Term.of("next.image.picture"));
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
            throw new RefusedImage(IoReason.of(e), Term.of("next.image.name"));
        } catch (AccessDeniedException e) {
            throw new RefusedImage(Term.of("why.image.forbidden"), Term.of("next.image.owner"));
        } catch (IOException e) {
            RefusedImage refused = new RefusedImage(IoReason.of(e), Term.of("next.image.disk"));
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
            throw new RefusedImage(Term.of("why.image.empty"), RefusedImage.COPY_AGAIN);
        }
        Optional<ImageFormat> format = ImageFormat.of(head);
        if (format.isEmpty()) {
            throw new RefusedImage(Term.of("why.image.unknown"), Term.of(ImageFormat.OPEN_A_PICTURE));
        }
        if (!format.get().readable()) {
            throw new RefusedImage(
                    Term.of("why.image.format", format.get().words()),
                    format.get().next());
        }
        if (size > ImageDecoder.MAX_BYTES) {
            throw new RefusedImage(
                    Term.of("why.image.bytes", size / 1_000_000, ImageDecoder.MAX_BYTES / 1_000_000),
                    Term.of("next.image.smaller-file"));
        }
    }
}
