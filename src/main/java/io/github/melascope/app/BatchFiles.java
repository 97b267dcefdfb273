package io.github.melascope.app;

import io.github.melascope.base.IoReason;
import io.github.melascope.imaging.ImageDecoder;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;

/** From the paths a user names to the files of a batch. */
public final class BatchFiles {
    private static final int MAX_DEPTH = 100;

    private BatchFiles() {}

    /**
     * Files as they are named, whatever they are called; of folders, and the folders in them, all files that are called
     * like a picture, sorted by name. Hidden files and folders are passed over, links are followed. A folder that holds no
     * picture or cannot be read is an entry with a problem.
     */
    public static List<BatchFile> of(List<Path> paths) {
        List<BatchFile> all = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                all.addAll(inFolder(path));
            } else {
                all.add(BatchFile.of(path));
            }
        }
        return List.copyOf(all);
    }

    private static List<BatchFile> inFolder(Path folder) {
        Listing listing = new Listing(folder);
        try {
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), MAX_DEPTH, listing);
        } catch (IOException e) {
            throw new IllegalStateException("the listing keeps every failure to itself", e);
        }
        List<BatchFile> found = listing.found;
        if (found.isEmpty()) {
            return List.of(BatchFile.refused(folder, "problem.batch.no-picture", folder));
        }
        // By the parts of the path, so that the order is the same on every system and a folder's files stay together.
        found.sort(Comparator.comparing(BatchFile::path, BatchFiles::byParts));
        return found;
    }

    private static int byParts(Path a, Path b) {
        for (int i = 0; i < Math.min(a.getNameCount(), b.getNameCount()); i++) {
            int order = a.getName(i).toString().compareTo(b.getName(i).toString());
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.getNameCount(), b.getNameCount());
    }

    private static final class Listing extends SimpleFileVisitor<Path> {
        private final Path start;
        private final List<BatchFile> found = new ArrayList<>();

        Listing(Path start) {
            this.start = start;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean hidden = !folder.equals(start)
                    && String.valueOf(folder.getFileName()).startsWith(".");
            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (ImageDecoder.looksLikeImage(file)) {
                found.add(BatchFile.of(file));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            // A loop of links leads back to where we have been; all else the user should know of.
            if (!(e instanceof FileSystemLoopException)) {
                found.add(BatchFile.refused(file, "problem.batch.unread", file, IoReason.of(e)));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @org.jspecify.annotations.Nullable IOException e) {
            if (e != null) {
                found.add(BatchFile.refused(folder, "problem.batch.unfinished", folder, IoReason.of(e)));
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
