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

    public List<TrainingListener.EpochReport> history = new ArrayList<>();
}
