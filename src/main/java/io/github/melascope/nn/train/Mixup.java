package io.github.melascope.nn.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Mixup (Zhang et al., ICLR 2018, eq. 1): every example is blended with another, and its label likewise. The other one is
 * the example at the mirrored place of the batch; the own share is drawn from Beta(α, α), and is at least one half.
 *
 * @param own share of the example itself, ½ … 1, one a row of the batch
 */
@SuppressWarnings("ArrayRecordComponent") // a batch's few factors, never compared
record Mixup(float[] own) {
    /** The shares of one step's batch. */
    static Mixup of(int batch, double alpha, long seed, long step) {
        float[] own = new float[batch];
        SplittableRandom random = new SplittableRandom(Draws.mix(seed, step, 0x3142));
        for (int i = 0; i < batch; i++) {
            double share = alpha == 0 ? 1 : beta(alpha, random);
            own[i] = (float) Math.max(share, 1 - share);
        }
        return new Mixup(own);
    }

    /** Beta(α, α) for α up to 1, by Jöhnk's rejection (Metrika 8, 1964). */
    private static double beta(double alpha, SplittableRandom random) {
        while (true) {
            double x = Math.pow(random.nextDouble(), 1 / alpha);
            double y = Math.pow(random.nextDouble(), 1 / alpha);
            if (x + y <= 1 && x + y > 0) {
                return x / (x + y);
            }
        }
    }

    /** Row of the other example. */
    int other(int row) {
        return own.length - 1 - row;
    }

    /** Whether nothing is blended. */
    boolean isPlain() {
        for (float share : own) {
            if (share < 1) {
                return false;
            }
        }
        return true;
    }

    /**
     * The batch, blended.
     *
     * @param batch [rows, …]
     */
    NDArray blend(NDArray batch, NDManager step) {
        if (isPlain()) {
            return batch;
        }
        long[] perRow = new long[batch.getShape().dimension()];
        Arrays.fill(perRow, 1);
        perRow[0] = own.length;
        NDArray share = step.create(own, new Shape(perRow));
        return batch.flip(0).subi(batch).muli(share.neg().addi(1)).addi(batch);
    }
}
