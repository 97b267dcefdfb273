package io.github.melascope.nn.train;

/** Measures steps and foretells the end. */
final class Stopwatch {
    private static final double MEMORY = 0.95;

    private final TrainingPlan plan;
    private final int stepsPerEpoch;
    private final double after;
    private long started;
    private double secondsPerStep;
    private double imagesPerSecond;

    /** @param after work of networks that come after this one, as a multiple of its own */
    Stopwatch(TrainingPlan plan, int stepsPerEpoch, double after) {
        this.plan = plan;
        this.stepsPerEpoch = stepsPerEpoch;
        this.after = after;
    }

    void start() {
        started = System.nanoTime();
    }

    /** Seconds since {@link #start()}. */
    double stop(int images) {
        double seconds = (System.nanoTime() - started) / 1e9;
        secondsPerStep = secondsPerStep == 0 ? seconds : MEMORY * secondsPerStep + (1 - MEMORY) * seconds;
        imagesPerSecond = images / secondsPerStep;
        return seconds;
    }

    TrainingListener.StepReport report(RunState state, double loss, double learningRate) {
        return new TrainingListener.StepReport(
                state.phase,
                state.epoch,
                state.step,
                stepsPerEpoch,
                loss,
                learningRate,
                imagesPerSecond,
                left(state) * secondsPerStep);
    }

    /** Steps until the plan's end; NaN while a phase of other layers, whose speed is not known, is still to come. */
    private double left(RunState state) {
        Phase now = plan.phases().get(state.phase);
        double left = (double) (now.epochs() - state.phaseEpoch) * stepsPerEpoch - state.step;
        for (Phase later : plan.phases().subList(state.phase + 1, plan.phases().size())) {
            left += later.firstTrained() == now.firstTrained() ? (double) later.epochs() * stepsPerEpoch : Double.NaN;
        }
        // The few epochs of an earlier phase are taken for as slow as those of the present one.
        int epochs = plan.phases().stream().mapToInt(Phase::epochs).sum();
        return secondsPerStep == 0 ? Double.NaN : left + after * epochs * stepsPerEpoch;
    }
}
