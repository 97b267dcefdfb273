package io.github.melascope.app;

import io.github.melascope.base.Progress;
import io.github.melascope.nn.train.TrainingListener;
import java.util.Locale;
import java.util.function.Consumer;

/** Tells a training's steps as progress with the time left, and each epoch as a line of text. */
public final class TrainingLog implements TrainingListener {
    /** What the loop itself is called among the stages. */
    public static final String STAGE = "stage.training";

    private static final long MILLIS = 1000;

    private final Progress progress;
    private final Consumer<String> lines;
    private final long started = System.nanoTime();

    /**
     * @param progress hears the stage of training in milliseconds gone and expected
     * @param lines hears one line an epoch
     */
    public TrainingLog(Progress progress, Consumer<String> lines) {
        this.progress = progress;
        this.lines = lines;
    }

    @Override
    public void step(StepReport report) {
        long gone = (System.nanoTime() - started) / 1_000_000;
        boolean told = !Double.isNaN(report.secondsLeft());
        progress.report(STAGE, gone, told ? gone + (long) (MILLIS * report.secondsLeft()) : 0);
    }

    @Override
    public void epoch(EpochReport report) {
        lines.accept(String.format(
                Locale.ROOT,
                "Epoch %d: training loss %.4f, validation loss %.4f, melanoma AUC %.4f%s, %.0f s",
                report.epoch() + 1,
                report.trainingLoss(),
                report.validationLoss(),
                report.melanomaAuc(),
                report.best() ? " (best so far)" : "",
                report.seconds()));
    }
}
