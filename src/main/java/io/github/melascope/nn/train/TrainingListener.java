package io.github.melascope.nn.train;

/** Hears of a training's steps and epochs, on the training's thread; must return quickly. */
public interface TrainingListener {
    TrainingListener NONE = new TrainingListener() {
        @Override
        public void step(StepReport report) {}

        @Override
        public void epoch(EpochReport report) {}
    };

    void step(StepReport report);

    void epoch(EpochReport report);

    /**
     * The steps and epochs that follow are a teacher's. One that was done before a resume is not told of.
     *
     * @param number from 1
     * @param teachers how many there are
     */
    default void teacher(int number, int teachers) {}

    /**
     * The steps and epochs that follow are those of the student. Without teachers this is not told.
     *
     * @param teachers how many it learns from
     */
    default void student(int teachers) {}

    /**
     * One optimiser step.
     *
     * @param phase from 0
     * @param epoch of the whole training, from 0; each teacher counts its own
     * @param step within the epoch, from 1
     * @param steps of the epoch
     * @param loss of the batch
     * @param learningRate used
     * @param imagesPerSecond of the recent steps
     * @param secondsLeft until the plan's end at this speed, with all teachers and the student, if nothing stops early; NaN where it cannot be told yet
     */
    record StepReport(
            int phase,
            int epoch,
            int step,
            int steps,
            double loss,
            double learningRate,
            double imagesPerSecond,
            double secondsLeft) {}

    /**
     * One epoch.
     *
     * @param phase from 0
     * @param epoch of the whole training, from 0
     * @param trainingLoss mean over the epoch's batches, with augmentation, dropout and weights
     * @param validationLoss cross entropy without weights
     * @param melanomaAuc ROC AUC of melanoma on the validation part
     * @param score what decides the best epoch, higher is better
     * @param best whether it is the best so far
     * @param seconds the epoch took, validation included
     */
    record EpochReport(
            int phase,
            int epoch,
            double trainingLoss,
            double validationLoss,
            double melanomaAuc,
            double score,
            boolean best,
            double seconds) {}
}
