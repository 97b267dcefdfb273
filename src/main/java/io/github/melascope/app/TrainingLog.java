package io.github.melascope.app;

import io.github.melascope.base.Words;
import io.github.melascope.nn.train.TrainingListener;
import java.util.Locale;
import java.util.function.Consumer;

/** Hands on where a training stands after each step, and each epoch as a line of text. */
public final class TrainingLog implements TrainingListener {
    /** What the loop itself is called among the stages. */
    public static final String STAGE = "stage.training";

    private final Steps steps;
    private final Consumer<String> lines;
    private String name = Words.ENGLISH.of(STAGE);

    /** Hears of each step of the loop. */
    @FunctionalInterface
    public interface Steps {
        /**
         * @param name of what is trained: of a teacher, where there are any
         * @param epoch from 1
         * @param step within the epoch, from 1
         * @param of steps of the epoch
         * @param secondsLeft of the training, if nothing stops early; NaN where it cannot be told yet
         */
        void done(String name, int epoch, int step, int of, double secondsLeft);
    }

    /** @param lines hears one line an epoch */
    public TrainingLog(Steps steps, Consumer<String> lines) {
        this.steps = steps;
        this.lines = lines;
    }

    @Override
    public void step(StepReport report) {
        steps.done(name, report.epoch() + 1, report.step(), report.steps(), report.secondsLeft());
    }

    @Override
    public void teacher(int number, int teachers) {
        begin(Words.ENGLISH.of("stage.teacher", number, teachers));
    }

    @Override
    public void student(int teachers) {
        begin(Words.ENGLISH.of("stage.student"));
    }

    private void begin(String network) {
        name = network;
        lines.accept(network);
    }

    @Override
    public void epoch(EpochReport report) {
        String verdict = Double.isNaN(report.score())
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", validation loss %.4f, melanoma AUC %.4f%s",
                        report.validationLoss(),
                        report.melanomaAuc(),
                        report.best() ? " (best so far)" : "");
        lines.accept(String.format(
                Locale.ROOT,
                "Epoch %d: training loss %.4f%s, %.0f s",
                report.epoch() + 1,
                report.trainingLoss(),
                verdict,
                report.seconds()));
    }
}
