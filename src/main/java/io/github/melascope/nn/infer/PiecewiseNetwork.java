package io.github.melascope.nn.infer;

import io.github.melascope.lesion.RgbImage;
import io.github.melascope.nn.arch.Architecture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** What both runtimes share: batches cut into pieces, and closing that waits until nothing runs. */
abstract class PiecewiseNetwork implements Network {
    private final Architecture architecture;
    private final int piece;
    /** Reading is running, writing is closing: a process that ends while a network runs may crash. */
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    private boolean closed;

    /** @param piece the most images to run at once */
    PiecewiseNetwork(Architecture architecture, int piece) {
        this.architecture = architecture;
        this.piece = piece;
    }

    /** Predicts the images and puts their rows in, from index {@code from} on; maps only where there are rows for them. */
    abstract void predict(List<RgbImage> images, Activations rows, int from);

    /** Puts the rows of the finer maps and gradients in, from index {@code from} on; {@code outputs} is for these images. */
    abstract void differentiate(List<RgbImage> images, int[] outputs, float[][] maps, float[][] gradients, int from);

    /** Frees the native memory; called once, when nothing runs. */
    abstract void free();

    @Override
    public final Architecture architecture() {
        return architecture;
    }

    @Override
    public final Activations run(List<RgbImage> images, boolean maps) {
        int count = images.size();
        Activations rows = new Activations(
                new float[count][], new float[count][], new float[count][], new float[maps ? count : 0][]);
        inPieces(count, (from, to) -> predict(images.subList(from, to), rows, from));
        return rows;
    }

    @Override
    public final List<FeatureGradient> fineGradients(List<RgbImage> images, int[] outputs) {
        int count = images.size();
        if (outputs.length != count) {
            throw new IllegalArgumentException(count + " images, " + outputs.length + " outputs");
        }
        for (int output : outputs) {
            Objects.checkIndex(output, architecture.task().outputs());
        }
        float[][] maps = new float[count][];
        float[][] gradients = new float[count][];
        inPieces(count, (from, to) -> {
            int[] ofPiece = Arrays.copyOfRange(outputs, from, to);
            differentiate(images.subList(from, to), ofPiece, maps, gradients, from);
        });
        int side = 2 * architecture.mapSize();
        List<FeatureGradient> result = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            result.add(new FeatureGradient(maps[i].length / (side * side), side, maps[i], gradients[i]));
        }
        return result;
    }

    private interface Piece {
        void run(int from, int to);
    }

    private void inPieces(int count, Piece work) {
        lock.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("the network is closed");
            }
            for (int from = 0; from < count; from += piece) {
                work.run(from, Math.min(count, from + piece));
            }
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public final void close() {
        lock.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                free();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }
}
