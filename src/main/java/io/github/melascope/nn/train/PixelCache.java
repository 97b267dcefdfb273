package io.github.melascope.nn.train;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.IoReason;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.imaging.ImageDecoder;
import io.github.melascope.imaging.Resizer;
import io.github.melascope.imaging.ShadesOfGray;
import io.github.melascope.lesion.RgbImage;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;

/**
 * All images of a dataset, decoded and resized once, in one memory-mapped file: [image, row, column, channel] bytes.
 * Decoding costs more than a forward pass of the head, so no epoch does it again. The pixels are exactly those that the
 * classifier sees of the same file, in the same light.
 */
public final class PixelCache implements AutoCloseable {
    private final Arena arena;
    private final MemorySegment pixels;
    private final int size;
    private final Map<Integer, String> failures;

    private PixelCache(Arena arena, MemorySegment pixels, int size, Map<Integer, String> failures) {
        this.arena = arena;
        this.pixels = pixels;
        this.size = size;
        this.failures = failures;
    }

    /**
     * Decodes every file, on all of the executor's threads.
     *
     * @param file the cache file; a scratch file that {@link #close()} deletes
     * @param size side of the square frame in pixels
     * @throws ProblemException when the cache cannot be written (disk full, folder read-only)
     */
    public static PixelCache build(
            List<Path> images, Path file, int size, ExecutorService workers, Progress progress, CancelToken cancel)
            throws ProblemException {
        return build(images, file, size, ShadesOfGray.NONE, workers, progress, cancel);
    }

    /**
     * The same in another light.
     *
     * @param light in which the network sees images
     */
    public static PixelCache build(
            List<Path> images,
            Path file,
            int size,
            ShadesOfGray light,
            ExecutorService workers,
            Progress progress,
            CancelToken cancel)
            throws ProblemException {
        Frames frames = i -> light.of(decode(images.get(i), size));
        return build(frames, images.size(), "stage.reading", file, size, workers, progress, cancel);
    }

    /** Where a cache's frames come from, asked on many threads; of the cache's size. */
    public interface Frames {
        RgbImage frame(int index) throws ProblemException;
    }

    /**
     * The same for frames that are made.
     *
     * @param count of frames
     * @param stage told to {@code progress}
     */
    @SuppressWarnings("MustBeClosedChecker") // the arena is the cache's, or closed in the catch blocks
    public static PixelCache build(
            Frames frames,
            int count,
            String stage,
            Path file,
            int size,
            ExecutorService workers,
            Progress progress,
            CancelToken cancel)
            throws ProblemException {
        long frame = frameBytes(size);
        Arena arena = Arena.ofShared();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            MemorySegment segment;
            try (FileChannel channel = FileChannel.open(
                    file,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE)) {
                reserve(channel, frame * count);
                segment = channel.map(FileChannel.MapMode.READ_WRITE, 0, frame * count, arena);
            }
            Map<Integer, String> failures = new ConcurrentSkipListMap<>();
            AtomicLong done = new AtomicLong();
            Parallel.forEach(workers, count, i -> {
                cancel.check();
                try {
                    store(segment, i * frame, frames.frame(i));
                } catch (ProblemException e) {
                    failures.put(i, e.getMessage());
                }
                progress.report(stage, done.incrementAndGet(), count);
            });
            return new PixelCache(arena, segment, size, failures);
        } catch (IOException e) {
            arena.close();
            throw new ProblemException(
                    ProblemException.Kind.UNUSABLE,
                    e,
                    "problem.training.cache",
                    file,
                    IoReason.of(e),
                    frame * count / (1 << 20));
        } catch (RuntimeException e) {
            arena.close();
            throw e;
        }
    }

    /** The image as the network sees it: decoded, upright, squashed to the square input. */
    public static RgbImage decode(Path image, int size) throws ProblemException {
        return Resizer.resize(new ImageDecoder().decode(image), size, size);
    }

    /** Takes the disk space before it is mapped: a full disk is an error here, but a crash on a mapped page. */
    private static void reserve(FileChannel channel, long bytes) throws IOException {
        java.nio.ByteBuffer zeros = java.nio.ByteBuffer.allocateDirect(1 << 20);
        for (long at = 0; at < bytes; at += zeros.capacity()) {
            zeros.clear().limit((int) Math.min(zeros.capacity(), bytes - at));
            while (zeros.hasRemaining()) {
                channel.write(zeros, at + zeros.position());
            }
        }
    }

    private static void store(MemorySegment segment, long offset, RgbImage image) {
        long at = offset;
        for (int rgb : image.pixels()) {
            segment.set(ValueLayout.JAVA_BYTE, at++, (byte) (rgb >> 16));
            segment.set(ValueLayout.JAVA_BYTE, at++, (byte) (rgb >> 8));
            segment.set(ValueLayout.JAVA_BYTE, at++, (byte) rgb);
        }
    }

    private static long frameBytes(int size) {
        return 3L * size * size;
    }

    /** Side of a frame in pixels. */
    public int size() {
        return size;
    }

    /** Which images could not be read, by index, and why. Their frames are black. */
    public Map<Integer, String> failures() {
        return failures;
    }

    /** Copies frame {@code index} to {@code target}: [size × size × 3] bytes, red first. */
    public void read(int index, byte[] target) {
        MemorySegment.copy(pixels, ValueLayout.JAVA_BYTE, index * frameBytes(size), target, 0, (int) frameBytes(size));
    }

    /** Frame {@code index} as an image. */
    public RgbImage image(int index) {
        byte[] bytes = new byte[(int) frameBytes(size)];
        read(index, bytes);
        int[] rgb = new int[size * size];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (bytes[3 * i] & 255) << 16 | (bytes[3 * i + 1] & 255) << 8 | (bytes[3 * i + 2] & 255);
        }
        return new RgbImage(size, size, rgb);
    }

    @Override
    public void close() {
        arena.close();
    }
}
