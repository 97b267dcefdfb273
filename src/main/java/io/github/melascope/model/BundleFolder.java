package io.github.melascope.model;

import io.github.melascope.base.AtomicFiles;
import io.github.melascope.base.IoReason;
import io.github.melascope.base.ProblemException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A bundle's folder appears whole or not at all: built under a temporary name beside its place, flushed, then moved.
 * Temporary names tell the process that made them and when that started, {@code .ID.PID-SECONDS-RANDOM.new},
 * {@code .old} or {@code .gone}, so that what a killed one left behind can be told from what a living one is still writing, even where
 * process numbers come again, as they do in containers.
 */
final class BundleFolder {
    private static final Pattern LEFTOVER =
            Pattern.compile("\\.([a-z0-9-]+)\\.(\\d{1,18})-(\\d{1,18})-\\d+\\.(new|old|gone)");
    /** The system's idea of when a process started wavers by a second or two. */
    private static final long SAME_START_SECONDS = 10;

    private BundleFolder() {}

    /** Fills the folder and checks what it wrote. */
    interface Filling {
        void into(Path folder) throws IOException, ProblemException;
    }

    /**
     * @param source what refusals of the content should call it
     * @return the folder {@code root/id}
     * @throws ProblemException when the id exists and is not to be replaced, or writing failed; the older bundle is then
     *     as it was
     */
    static Path place(Path root, String id, boolean replace, String source, Filling filling) throws ProblemException {
        Path target = root.resolve(ModelId.check(id));
        try {
            Files.createDirectories(root);
            cleanLeftovers(root);
            refuseExisting(target, id, replace);
            Path building = temporary(root, id, "new");
            try {
                Files.createDirectory(building);
                fill(building, source, filling);
                flush(building);
                refuseExisting(target, id, replace);
                swap(building, target, temporary(root, id, "old"));
            } finally {
                delete(building);
            }
            flush(root);
            return target;
        } catch (IOException e) {
            throw new ProblemException(
                    ProblemException.Kind.UNUSABLE, e, "problem.model.unsaved", id, root, IoReason.of(e));
        }
    }

    /** The user knows where the content came from, not the temporary folder. */
    private static void fill(Path building, String source, Filling filling) throws IOException, ProblemException {
        try {
            filling.into(building);
        } catch (ProblemException e) {
            throw e.renamed(building.toString(), source);
        }
    }

    private static Path temporary(Path root, String id, String ending) {
        long random = ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);
        return root.resolve("." + id + "." + owner(ProcessHandle.current()) + "-" + random + "." + ending);
    }

    /** Where something that was taken away waits until its process ends; the next one clears it away. */
    static Path aside(Path root) {
        return temporary(root, "removed", "gone");
    }

    private static void refuseExisting(Path target, String id, boolean replace) throws ProblemException {
        if (!replace && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw taken(id, target.getParent());
        }
    }

    static ProblemException taken(String id, @Nullable Path root) {
        return new ProblemException(ProblemException.Kind.USAGE, "problem.model.exists", id, String.valueOf(root));
    }

    private static void swap(Path building, Path target, Path old) throws IOException {
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            AtomicFiles.move(building, target);
            return;
        }
        AtomicFiles.move(target, old);
        try {
            AtomicFiles.move(building, target);
        } catch (IOException e) {
            AtomicFiles.move(old, target);
            throw e;
        }
        delete(old);
    }

    /**
     * Mends what killed processes left: an old bundle that lost its place gets it back, all else goes. Leftovers of
     * living processes stay.
     *
     * @throws IOException when the folder cannot be read or written
     */
    static void cleanLeftovers(Path root) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(root, ".*")) {
            for (Path entry : entries) {
                Matcher name = LEFTOVER.matcher(String.valueOf(entry.getFileName()));
                if (!name.matches() || isAlive(Long.parseLong(name.group(2)), Long.parseLong(name.group(3)))) {
                    continue;
                }
                Path target = root.resolve(name.group(1));
                if (name.group(4).equals("old") && !Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                    AtomicFiles.move(entry, target);
                } else {
                    delete(entry);
                }
            }
        }
    }

    /** Number and start of a process, as temporary names hold it. */
    static String owner(ProcessHandle process) {
        return process.pid() + "-" + startSeconds(process);
    }

    private static boolean isAlive(long pid, long startSeconds) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(BundleFolder::startSeconds)
                .filter(start -> start == 0 || Math.abs(start - startSeconds) <= SAME_START_SECONDS)
                .isPresent();
    }

    /** Seconds since 1970, or 0 where the system does not tell. */
    private static long startSeconds(ProcessHandle process) {
        return process.info().startInstant().map(Instant::getEpochSecond).orElse(0L);
    }

    /** Asks the disk to keep a folder's entries; not every file system can be asked. */
    private static void flush(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows opens no folders; its moves are on the disk when they return.
            return;
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> children = Files.list(folder)) {
                for (Path child : children.toList()) {
                    delete(child);
                }
            }
        }
        Files.deleteIfExists(folder);
    }
}
