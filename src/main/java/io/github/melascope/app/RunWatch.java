package io.github.melascope.app;

import io.github.melascope.base.Progress;
import io.github.melascope.nn.train.TrainingListener;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/** Hears a training's events, from several threads, and makes of them what is kept and what is shown. */
final class RunWatch implements Progress, TrainingListener {
    private static final int POINTS = 2000;
    private static final double POINTS_AN_EPOCH = 50;
    private static final double SMOOTH = 0.9;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final int LINES = 1000;
    private static final long QUIET_NANOS = 200_000_000L;

    private final BiConsumer<TrainingRun, RunProgress> heard;
    private final double secondsBefore;
    private final long started = System.nanoTime();
    private final List<TrainingRun.Epoch> epochs;
    private final List<TrainingRun.Step> steps;
    private final List<TrainingRun.Line> log;
    private TrainingRun run;
    private RunProgress now = RunProgress.NONE;
    private long told;
    private double smoothLoss = Double.NaN;

    /** @param heard hears at most five times a second, and after each epoch */
    RunWatch(TrainingRun run, BiConsumer<TrainingRun, RunProgress> heard) {
        this.run = run;
        this.heard = heard;
        this.secondsBefore = run.seconds();
        this.epochs = new ArrayList<>(run.epochs());
        this.steps = new ArrayList<>(run.steps());
        this.log = new ArrayList<>(run.log());
    }

    @Override
    public synchronized void report(String stage, long done, long total) {
        if (!stage.equals(now.stage())) {
            line(stage, List.of());
        }
        now = new RunProgress(
                stage,
                done,
                total,
                now.epoch(),
                now.step(),
                now.steps(),
                now.loss(),
                now.learningRate(),
                0,
                Double.NaN,
                now.memory());
        tell(false);
    }

    @Override
    public synchronized void step(StepReport report) {
        if (report.step() == 1 || Double.isNaN(smoothLoss)) {
            forgetFrom(report);
        }
        smoothLoss = Double.isNaN(smoothLoss) ? report.loss() : SMOOTH * smoothLoss + (1 - SMOOTH) * report.loss();
        double at = report.epoch() + report.step() / (double) report.steps();
        if (steps.isEmpty() || at - steps.get(steps.size() - 1).at() >= 1 / POINTS_AN_EPOCH) {
            steps.add(new TrainingRun.Step(at, smoothLoss, report.learningRate()));
            thin();
        }
        now = new RunProgress(
                TrainingLog.STAGE,
                report.step(),
                report.steps(),
                report.epoch(),
                report.step(),
                report.steps(),
                smoothLoss,
                report.learningRate(),
                report.imagesPerSecond(),
                report.secondsLeft(),
                now.memory());
        tell(false);
    }

    /** A resume may go back to an earlier checkpoint than what was seen: the curves go back with it. */
    private void forgetFrom(StepReport report) {
        double from = report.epoch() + (report.step() - 1) / (double) report.steps();
        epochs.removeIf(e -> e.number() >= report.epoch());
        steps.removeIf(s -> s.at() > from);
    }

    private void thin() {
        if (steps.size() > POINTS) {
            for (int i = steps.size() - 2; i > 0; i -= 2) {
                steps.remove(i);
            }
        }
    }

    @Override
    public synchronized void epoch(EpochReport report) {
        epochs.add(new TrainingRun.Epoch(
                report.epoch(),
                report.trainingLoss(),
                report.validationLoss(),
                report.melanomaAuc(),
                report.score(),
                report.best(),
                report.seconds()));
        line(
                "training.log.epoch",
                List.of(
                        report.epoch() + 1.0,
                        report.trainingLoss(),
                        report.validationLoss(),
                        report.melanomaAuc(),
                        report.seconds()));
        tell(true);
    }

    /** @param what a stage, or another event of the log */
    synchronized void line(String what, List<Double> values) {
        String time = LocalTime.now(ZoneId.systemDefault()).format(TIME);
        log.add(new TrainingRun.Line(time, what, values));
        if (log.size() > LINES) {
            log.remove(0);
        }
    }

    /** All that was heard so far. */
    synchronized TrainingRun run() {
        run = run.with(epochs, steps, log, secondsBefore + (System.nanoTime() - started) / 1e9);
        return run;
    }

    private void tell(boolean always) {
        long time = System.nanoTime();
        if (always || time - told > QUIET_NANOS) {
            told = time;
            now = new RunProgress(
                    now.stage(),
                    now.done(),
                    now.total(),
                    now.epoch(),
                    now.step(),
                    now.steps(),
                    now.loss(),
                    now.learningRate(),
                    now.imagesPerSecond(),
                    now.secondsLeft(),
                    ProcessMemory.bytes());
            heard.accept(run(), now);
        }
    }
}
