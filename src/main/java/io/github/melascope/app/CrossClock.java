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
    private static final double USUAL_SIZE = 224;
    private static final double FEATURE = 1e-3;
    private static final double LEAST_SECONDS = 1;

    private final List<Run> runs;
    private final LongSupplier nanos;
    private int current = -1;
    private double before;
    private boolean fresh = true;
    private int teacher;
    private double inRun;
    private double skipped;
    private long began;

    /**
     * A training to be done.
     *
     * @param images of its training part
     */
    record Run(TrainingPlan plan, int images) {
        /** All teachers and the student. */
        double work() {
            return before(0) + network(0);
        }

        /** Teachers that are done before this one; before the student, which is 0, all. */
        double before(int teacher) {
            int done = teacher == 0 ? plan.distillation().teachers() : teacher - 1;
            return done * network(1);
        }

        private double network(int teacher) {
            double sum = 0;
            for (Phase phase : plan.phases()) {
                sum += phase.epochs() * epoch(phase, teacher);
            }
            return sum;
        }

        private double epoch(Phase phase, int teacher) {
            boolean quick = plan.mode() == TrainingPlan.Mode.QUICK;
            double layers = (double) phase.firstTrained() / Phase.HEAD_ONLY;
            double step = quick ? 1 : Phase.FORWARD + (1 - Phase.FORWARD) * (1 - layers);
            step += teacher == 0 ? plan.distillation().teachers() * Phase.FORWARD : 0; // the student asks them all
            return images
                    * (quick ? FEATURE * (1 + plan.views()) : 1)
                    * step
                    * Math.pow(plan.inputSize() / USUAL_SIZE, 2);
        }

        double done(StepReport report, int teacher) {
            double sum = before(teacher);
            int epochs = 0;
            for (Phase phase : plan.phases().subList(0, report.phase())) {
                sum += phase.epochs() * epoch(phase, teacher);
                epochs += phase.epochs();
            }
            double within = Math.max(0, report.epoch() - epochs) + (double) report.step() / report.steps();
            return sum + within * epoch(plan.phases().get(report.phase()), teacher);
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
        teacher = 0;
    }

    /** The steps that follow are those of a teacher, from 1, or of the student: 0. */
    void teacher(int number) {
        teacher = number;
    }

    /** Hears of the present run's step. */
    void step(StepReport report) {
        inRun = runs.get(current).done(report, teacher);
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
