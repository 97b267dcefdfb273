package io.github.melascope.nn.train;

import java.util.ArrayList;
import java.util.List;

/** Where a training stands, as far as it is not in the weights. Written to the checkpoint as JSON, field by field. */
final class RunState {
    public int phase;
    /** Epochs begun in the whole training; seeds order and views. */
    public int epoch;
    /** Epochs finished in this phase. */
    public int phaseEpoch;
    /** Batches done in this epoch. */
    public int step;
    /** Steps done in this phase; the optimiser's and the schedule's clock. */
    public long phaseStep;
    /** Steps done in the whole training; the dropout's and the average's clock. */
    public long totalStep;
    /** Sum of the batches' losses in this epoch. */
    public double lossSum;
    /** Best validation score so far; meaningless before the first epoch is done. */
    public double bestScore = -1;
    /** The epoch it was reached in, −1 for none. */
    public int bestEpoch = -1;
    /** Epochs since then, within the phase. */
    public int stale;
    /** Seconds trained so far. */
    public double seconds;

    /** Images a batch. */
    public int batchSize;

    public List<TrainingListener.EpochReport> history = new ArrayList<>();

    static RunState fresh(int batchSize) {
        RunState state = new RunState();
        state.batchSize = batchSize;
        return state;
    }

    /**
     * Goes on with batches of another size: the clocks are set to about as many images as were seen. What was learnt stays;
     * the rest is no longer the training that one with that batch from the start would have been.
     */
    void rebatch(int size) {
        if (batchSize == size || batchSize == 0) { // 0: a checkpoint of a program that did not change batches
            batchSize = size;
            return;
        }
        double share = (double) batchSize / size;
        int before = step;
        step = (int) (step * share);
        phaseStep = (long) (phaseStep * share);
        totalStep = (long) (totalStep * share);
        lossSum = before == 0 ? 0 : lossSum * step / before;
        batchSize = size;
    }
}
