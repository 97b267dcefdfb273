package io.github.melascope.model;

import io.github.melascope.base.AtomicFiles;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Term;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A bundle as one file, {@code ID.melascope}: a zip of the folder. Only files that a bundle has are ever written out of
 * it, under names of our own, so an entry cannot leave the folder or become a link; doubles, and entries that swell
 * beyond reason, are refused.
 */
final class BundleZip {
    private static final long MAX_BYTES = 1L << 30;
    /** Weights hardly shrink: a zip that swells a hundredfold is a bomb. */
    private static final long MAX_SWELL = 100;

    private static final int MAX_MODEL = 1 << 20;
    private static final long SWELL_FREE = 10L << 20;
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private BundleZip() {}

    /** Writes the files of a bundle, uncompressed and without times: the same bundle gives the same bytes everywhere. */
    static void write(Path folder, String id, Path target) throws IOException {
        AtomicFiles.write(target, out -> {
            try (ZipOutputStream zip = new ZipOutputStream(unclosed(out))) {
                zip.setMethod(ZipOutputStream.STORED);
                for (String name : names()) {
                    Path file = folder.resolve(name);
                    if (Files.exists(file)) {
                        zip.putNextEntry(entry(id + "/" + name, file));
                        Files.copy(file, zip);
                        zip.closeEntry();
                    }
                }
            }
        });
    }

    private static Set<String> names() {
        return new TreeSet<>(BundleFiles.ALL);
    }

    /** Closing a zip closes what is below it, which here belongs to the caller. */
    private static OutputStream unclosed(OutputStream out) {
        return new java.io.FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    private static ZipEntry entry(String name, Path file) throws IOException {
        CRC32 crc = new CRC32();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                crc.update(buffer, 0, n);
            }
        }
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        entry.setSize(Files.size(file));
        entry.setCompressedSize(Files.size(file));
        entry.setCrc(crc.getValue());
        return entry;
    }

    /** The archive's {@code model.json}, before anything is unpacked. */
    static byte[] model(Path archive) throws IOException, ProblemException {
        byte[][] found = new byte[1][];
        walk(archive, (name, in, budget) -> {
            if (!name.equals(BundleFiles.MODEL)) {
                return budget;
            }
            found[0] = in.readNBytes(MAX_MODEL);
            return budget - found[0].length;
        });
        if (found[0] == null) {
            throw Refusal.unusable(archive.toString(), Term.of("why.model.no-archive", BundleFiles.MODEL));
        }
        return found[0];
    }

    /** Unpacks into an empty folder; nothing is believed of the content yet. */
    static void unpack(Path archive, Path into) throws IOException, ProblemException {
        walk(archive, (name, in, budget) -> copy(in, into.resolve(name), budget));
    }

    /** Takes one file of the archive. */
    private interface Taker {
        /** @return what is left of the budget of bytes; below 0 when the file was larger */
        long take(String name, InputStream in, long budget) throws IOException;
    }

    private static void walk(Path archive, Taker taker) throws IOException, ProblemException {
        Set<String> seen = new HashSet<>();
        long budget = Math.min(MAX_BYTES, SWELL_FREE + MAX_SWELL * Files.size(archive));
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = nameInFolder(archive, entry);
                if (name.isEmpty()) {
                    continue;
                }
                if (!seen.add(name)) {
                    throw Refusal.unusable(archive.toString(), Term.of("why.model.twice", name));
                }
                budget = taker.take(name, zip, budget);
                if (budget < 0) {
                    throw Refusal.unusable(archive.toString(), Term.of("why.model.swells", name));
                }
            }
        } catch (ZipException | java.io.EOFException | IllegalArgumentException e) {
            throw Refusal.unusable(archive.toString(), Term.of("why.model.damaged", String.valueOf(e.getMessage())));
        }
    }

    /** The bundle's file that an entry {@code FILE} or {@code ID/FILE} stands for; empty for the entry {@code ID/}. */
    private static String nameInFolder(Path archive, ZipEntry entry) throws ProblemException {
        String path = entry.getName();
        int slash = path.indexOf('/');
        String folder = slash < 0 ? "" : path.substring(0, slash);
        String name = path.substring(slash + 1);
        boolean folderIsFine = slash < 0 || ModelId.isValid(folder);
        if (!folderIsFine || !(BundleFiles.isKnown(name) || (slash > 0 && name.isEmpty()))) {
            throw Refusal.unusable(archive.toString(), Term.of("why.foreign-file", printable(path)));
        }
        return name;
    }

    private static String printable(String path) {
        String clean = path.codePoints()
                .map(c -> Character.isISOControl(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return clean.length() > 100 ? clean.substring(0, 100) + "…" : clean;
    }

    /** @return what is left of the budget; below 0 when the entry was larger */
    private static long copy(InputStream in, Path file, long budget) throws IOException {
        long left = budget;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream out = Channels.newOutputStream(channel);
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0 && left >= 0; n = in.read(buffer)) {
                left -= n;
                out.write(buffer, 0, n);
            }
            channel.force(true);
        }
        return left;
    }
}
