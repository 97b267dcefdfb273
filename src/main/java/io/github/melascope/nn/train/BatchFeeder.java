package io.github.melascope.nn.train;

import io.github.melascope.nn.arch.Architecture;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Prepares augmented batches on the workers while the network trains on an earlier one. A few buffers go round; the one
 * handed out stays untouched until the next is asked for.
 */
final class BatchFeeder {
    /** One in use, the others in the making. */
    private static final int BUFFERS = 3;

    private final PixelCache cache;
    private final int[] images;
    private final Augmenter augmenter;
    private final ExecutorService workers;
    private final float[][] normalised;
    private final ByteBuffer[] buffers = new ByteBuffer[BUFFERS];
    private final Deque<Batch> making = new ArrayDeque<>();
    private int[][] batches = {};
    private int epoch;
    private int next;

    private record Batch(ByteBuffer buffer, List<Future<?>> parts) {}

    /** @param images cache index of each training example */
    BatchFeeder(
            PixelCache cache,
            int[] images,
            Augmenter augmenter,
            Architecture architecture,
            int batchSize,
            ExecutorService workers) {
        this.cache = cache;
        this.images = images;
        this.augmenter = augmenter;
        this.workers = workers;
        this.normalised = scales(architecture);
        int bytes = batchSize * frame() * Float.BYTES;
        for (int i = 0; i < BUFFERS; i++) {
            buffers[i] = ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
        }
    }

    /** Factor and offset of each channel: normalised = value · factor + offset. */
    private static float[][] scales(Architecture architecture) {
        float[][] scales = new float[3][2];
        for (int c = 0; c < 3; c++) {
            scales[c][0] = 1 / (255 * architecture.convention().deviation(c));
            scales[c][1] = -architecture.convention().mean(c)
                    / architecture.convention().deviation(c);
        }
        return scales;
    }

    void begin(int epochIndex, int[][] epochBatches, int first) {
        making.forEach(batch -> Parallel.join(batch.parts()));
        making.clear();
        epoch = epochIndex;
        batches = epochBatches;
        next = first;
        for (int i = 0; i < BUFFERS - 1; i++) {
            prepare();
        }
    }

    /** The next batch, ready: [batch, size, size, 3] normalised floats. */
    ByteBuffer next() {
        Batch batch = making.removeFirst();
        Parallel.join(batch.parts());
        prepare();
        return batch.buffer();
    }

    private void prepare() {
        if (next >= batches.length) {
            return;
        }
        int[] batch = batches[next];
        ByteBuffer buffer = buffers[next % BUFFERS];
        buffer.clear().limit(batch.length * frame() * Float.BYTES);
        FloatBuffer floats = buffer.asFloatBuffer();
        List<Future<?>> parts = new ArrayList<>();
        for (int i = 0; i < batch.length; i++) {
            int image = images[batch[i]];
            int offset = i * frame();
            int place = next * 4096 + i; // an oversampled image gets another view at each of its places
            parts.add(workers.submit(() -> draw(image, place, floats, offset)));
        }
        making.addLast(new Batch(buffer, parts));
        next++;
    }

    private void draw(int image, int place, FloatBuffer target, int offset) {
        byte[] source = new byte[frame()];
        float[] view = new float[frame()];
        cache.read(image, source);
        augmenter.changeSkin(source, image, epoch, place);
        augmenter.draw(source, cache.size(), epoch, place, view);
        for (int i = 0; i < view.length; i++) {
            float[] scale = normalised[i % 3];
            view[i] = view[i] * scale[0] + scale[1];
        }
        target.put(offset, view);
    }

    private int frame() {
        return 3 * cache.size() * cache.size();
    }

    /** Waits until no worker writes any more. */
    void finish() {
        making.forEach(batch -> Parallel.join(batch.parts()));
        making.clear();
    }
}
