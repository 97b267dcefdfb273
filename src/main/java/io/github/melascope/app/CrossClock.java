package io.github.melascope.app;

import io.github.melascope.nn.train.Phase;
import io.github.melascope.nn.train.TrainingListener.StepReport;
import io.github.melascope.nn.train.TrainingPlan;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Foretells the end of several trainings: the work of each is weighed by images, epochs, input size and layers that learn,
 * and what was done so far tells how long the rest will take.
 */
final class CrossClock {
    /** Share of a step that the forward pass takes, which frozen layers need too. */
    private static final double FORWARD = 0.35;

    private static final double USUAL_SIZE = 224;
    private static final double FEATURE = 1e-3;
    private static final double LEAST_SECONDS = 1;

    private final List<Run> runs;
    private final LongSupplier nanos;
    private int current = -1;
    private double before;
    private boolean fresh = true;
    private double inRun;
    private double skipped;
    private long began;

    /**
     * A training to be done.
     *
     * @param images of its training part
     */
    record Run(TrainingPlan plan, int images) {
        double work() {
            double sum = 0;
            for (Phase phase : plan.phases()) {
                sum += phase.epochs() * epoch(phase);
            }
            return sum;
        }

        double epoch(Phase phase) {
            boolean quick = plan.mode() == TrainingPlan.Mode.QUICK;
            double layers = (double) phase.firstTrained() / Phase.HEAD_ONLY;
            double step = quick ? FEATURE * (1 + plan.views()) : FORWARD + (1 - FORWARD) * (1 - layers);
            return images * step * Math.pow(plan.inputSize() / USUAL_SIZE, 2);
        }

        double done(StepReport report) {
            double sum = 0;
            int epochs = 0;
            for (Phase phase : plan.phases().subList(0, report.phase())) {
                sum += phase.epochs() * epoch(phase);
                epochs += phase.epochs();
            }
            double within = Math.max(0, report.epoch() - epochs) + (double) report.step() / report.steps();
            return sum + within * epoch(plan.phases().get(report.phase()));
        }
    }

    CrossClock(List<Run> runs, LongSupplier nanos) {
        this.runs = List.copyOf(runs);
        this.nanos = nanos;
        this.began = nanos.getAsLong();
    }

    /** The next run begins. */
    void next() {
        before += current < 0 ? 0 : runs.get(current).work();
        current++;
        inRun = 0;
        fresh = true;
    }

    /** Hears of the present run's step. */
    void step(StepReport report) {
        inRun = runs.get(current).done(report);
        if (fresh) { // what was done before a stop took no time of this call
            skipped += inRun;
            began = current == 0 ? nanos.getAsLong() : began;
            fresh = false;
        }
    }

    /** Of the work of all runs, 0 … 1. */
    double share() {
        return Math.min(1, (before + inRun) / whole());
    }

    /** NaN before a second of work. */
    double secondsLeft() {
        double worked = before + inRun - skipped;
        double seconds = (nanos.getAsLong() - began) / 1e9;
        return worked <= 0 || seconds < LEAST_SECONDS ? Double.NaN : seconds * (whole() - before - inRun) / worked;
    }

    private double whole() {
        return runs.stream().mapToDouble(Run::work).sum();
    }
}
