package io.github.melascope.app;

import io.github.melascope.dataset.Balancing;
import io.github.melascope.lesion.Task;
import io.github.melascope.nn.train.Augmentation;
import io.github.melascope.nn.train.LossPlan;
import io.github.melascope.nn.train.Phase;
import io.github.melascope.nn.train.TrainingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a user may choose of a training.
 *
 * @param quick only the head learns, on features computed once; else all layers
 * @param task what is learnt
 * @param seed of split and training
 * @param init as {@link TrainingRequest#init()}; empty for the shipped model
 * @param balancing of the training part
 * @param weightPower of the class weights in the loss, 0 none … 1 fully balanced
 * @param gamma of the focal loss; 0 is cross entropy
 * @param smoothing of the labels, 0 … 1
 * @param strength of the augmentation
 * @param firstTrained stage of the network from which on a full training learns, 0 … 19
 * @param epochs of the last phase
 * @param learningRate peak of the last phase
 * @param batchSize images a step
 * @param device its code; empty for the best there is
 */
public record Recipe(
        boolean quick,
        Task task,
        long seed,
        String init,
        Balancing balancing,
        double weightPower,
        double gamma,
        double smoothing,
        Strength strength,
        int firstTrained,
        int epochs,
        double learningRate,
        int batchSize,
        String device) {
    /** The value of {@link #init} for drawn weights. */
    public static final String NO_WEIGHTS = StartWeights.NONE;

    /** How far training images are changed. */
    public enum Strength {
        NONE,
        USUAL,
        STRONG;

        Augmentation augmentation() {
            return switch (this) {
                case NONE -> Augmentation.NONE;
                case USUAL -> Augmentation.USUAL;
                case STRONG -> Augmentation.STRONG;
            };
        }
    }

    /** What the command line does without a plan. */
    public static Recipe usual(boolean quick, Task task, long seed) {
        TrainingPlan plan = TrainingPlan.of(mode(quick), task, seed);
        Phase last = plan.phases().get(plan.phases().size() - 1);
        return new Recipe(
                quick,
                task,
                seed,
                "",
                plan.balancing(),
                plan.loss().weightPower(),
                plan.loss().gamma(),
                plan.loss().smoothing(),
                quick ? Strength.USUAL : Strength.STRONG,
                last.firstTrained(),
                last.epochs(),
                last.learningRate(),
                plan.batchSize(),
                "");
    }

    private static TrainingPlan.Mode mode(boolean quick) {
        return quick ? TrainingPlan.Mode.QUICK : TrainingPlan.Mode.FULL;
    }

    TrainingPlan.Mode mode() {
        return mode(quick);
    }

    TrainingPlan usualPlan() {
        return TrainingPlan.of(mode(), task, seed);
    }

    /**
     * The whole plan.
     *
     * @throws IllegalArgumentException when a value is out of its range
     */
    TrainingPlan plan() {
        TrainingPlan usual = usualPlan();
        List<Phase> phases = new ArrayList<>(usual.phases());
        phases.set(phases.size() - 1, new Phase(epochs, learningRate, quick ? Phase.HEAD_ONLY : firstTrained));
        return new TrainingPlan(
                usual.mode(),
                task,
                seed,
                usual.inputSize(),
                usual.hidden(),
                usual.dropout(),
                batchSize,
                phases,
                new LossPlan(gamma, smoothing, weightPower, 0),
                balancing,
                strength.augmentation(),
                usual.weightDecay(),
                usual.warmup(),
                usual.ema(),
                usual.patience(),
                strength == Strength.NONE ? 0 : usual.views(),
                usual.smote(),
                usual.oneOfEachLesion(),
                usual.colorConstancy(),
                usual.distillation(),
                usual.patient(),
                usual.checkpointMinutes());
    }

    /** What is out of its range. */
    public enum Fault {
        EPOCHS,
        LEARNING_RATE,
        BATCH
    }

    /** What is out of range, so that there is no plan of it. */
    public Optional<Fault> fault() {
        if (epochs < 1) {
            return Optional.of(Fault.EPOCHS);
        }
        if (!(learningRate > 0) || Double.isInfinite(learningRate)) {
            return Optional.of(Fault.LEARNING_RATE);
        }
        return batchSize < 2 || batchSize > 1024 ? Optional.of(Fault.BATCH) : Optional.empty();
    }

    /** The same with another batch. */
    public Recipe withBatchSize(int size) {
        return new Recipe(
                quick,
                task,
                seed,
                init,
                balancing,
                weightPower,
                gamma,
                smoothing,
                strength,
                firstTrained,
                epochs,
                learningRate,
                size,
                device);
    }

    /** The same from other start weights. */
    public Recipe withInit(String from) {
        return new Recipe(
                quick,
                task,
                seed,
                from,
                balancing,
                weightPower,
                gamma,
                smoothing,
                strength,
                firstTrained,
                epochs,
                learningRate,
                batchSize,
                device);
    }

    /** The same on another device. */
    public Recipe withDevice(String code) {
        return new Recipe(
                quick,
                task,
                seed,
                init,
                balancing,
                weightPower,
                gamma,
                smoothing,
                strength,
                firstTrained,
                epochs,
                learningRate,
                batchSize,
                code);
    }

    /** The same for another task or seed. */
    public Recipe withQuestion(Task asked, long drawn) {
        return new Recipe(
                quick,
                asked,
                drawn,
                init,
                balancing,
                weightPower,
                gamma,
                smoothing,
                strength,
                firstTrained,
                epochs,
                learningRate,
                batchSize,
                device);
    }

    /** The same with another balance of the classes. */
    public Recipe withBalancing(Balancing kind, double power) {
        return new Recipe(
                quick,
                task,
                seed,
                init,
                kind,
                power,
                gamma,
                smoothing,
                strength,
                firstTrained,
                epochs,
                learningRate,
                batchSize,
                device);
    }

    /** The same with another loss. */
    public Recipe withLoss(double focus, double smooth) {
        return new Recipe(
                quick,
                task,
                seed,
                init,
                balancing,
                weightPower,
                focus,
                smooth,
                strength,
                firstTrained,
                epochs,
                learningRate,
                batchSize,
                device);
    }

    /** The same with another augmentation. */
    public Recipe withStrength(Strength how) {
        return new Recipe(
                quick,
                task,
                seed,
                init,
                balancing,
                weightPower,
                gamma,
                smoothing,
                how,
                firstTrained,
                epochs,
                learningRate,
                batchSize,
                device);
    }

    /** The same from another stage on. */
    public Recipe withFirstTrained(int stage) {
        return new Recipe(
                quick,
                task,
                seed,
                init,
                balancing,
                weightPower,
                gamma,
                smoothing,
                strength,
                stage,
                epochs,
                learningRate,
                batchSize,
                device);
    }

    /** The same with other epochs and learning rate. */
    public Recipe withLength(int count, double rate) {
        return new Recipe(
                quick,
                task,
                seed,
                init,
                balancing,
                weightPower,
                gamma,
                smoothing,
                strength,
                firstTrained,
                count,
                rate,
                batchSize,
                device);
    }
}
