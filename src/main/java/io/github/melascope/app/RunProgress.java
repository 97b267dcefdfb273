package io.github.melascope.app;

/**
 * What a running training is doing at the moment.
 *
 * @param stage key of its words; {@link TrainingLog#STAGE} in the loop; empty between
 * @param done steps of the stage
 * @param total steps of the stage, 0 when unknown
 * @param epoch from 0
 * @param step within the epoch
 * @param steps of the epoch, 0 before the first
 * @param loss of the last batches
 * @param learningRate of the last step
 * @param imagesPerSecond of the recent steps
 * @param secondsLeft of the training at this speed, if nothing stops early; NaN where unknown
 * @param memory of the process in bytes
 */
public record RunProgress(
        String stage,
        long done,
        long total,
        int epoch,
        int step,
        int steps,
        double loss,
        double learningRate,
        double imagesPerSecond,
        double secondsLeft,
        long memory) {
    public static final RunProgress NONE = new RunProgress("", 0, 0, 0, 0, 0, 0, 0, 0, Double.NaN, 0);
}
