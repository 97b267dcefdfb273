package io.github.melascope.ui.training;

import io.github.melascope.app.RunProgress;
import io.github.melascope.app.TrainingLog;
import io.github.melascope.app.TrainingRun;
import io.github.melascope.base.Words;
import io.github.melascope.ui.fx.Dialogs;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** One run: how far it is, its curves, its log, and the command line that repeats it. */
final class RunDetails extends VBox {
    private static final double MIB = 1 << 20;

    private final Words words;
    private final TrainingWords told;
    private final ProgressBar bar = new ProgressBar();
    private final Label doing = Parts.text("");
    private final Label speed = Parts.text("", "text-muted");
    private final Label failure = Parts.text("", "notice");
    private final Curves curves;
    private final Label repeats = Parts.text("", "text-muted");
    private final TextArea command = readOnly("run-command");
    private final TextArea log = readOnly("run-log");
    private final RunButtons buttons;
    private Subscription following = Subscription.EMPTY;

    RunDetails(Words words, TrainingModel wizard, Dialogs dialogs) {
        this.words = words;
        this.told = new TrainingWords(words);
        this.curves = new Curves(words);
        this.buttons = new RunButtons(words, wizard, dialogs);
        getStyleClass().add("training-content");
        bar.setId("run-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        doing.setId("run-doing");
        repeats.setId("run-repeats");
        failure.setId("run-failure");
        speed.setId("run-speed");
        command.setPrefRowCount(2);
        command.setAccessibleText(words.of("training.run.command"));
        log.setPrefRowCount(10);
        log.setAccessibleText(words.of("training.run.log"));
        TitledPane lines = new TitledPane(words.of("training.run.log"), log);
        lines.setId("run-log-pane");
        lines.setAnimated(false);
        lines.setExpanded(false);
        getChildren()
                .addAll(
                        buttons,
                        doing,
                        bar,
                        speed,
                        failure,
                        curves,
                        Parts.section(words.of("training.run.command")),
                        repeats,
                        command,
                        lines);
        wizard.list().selectedProperty().subscribe(this::follow);
    }

    private static TextArea readOnly(String id) {
        TextArea area = new TextArea();
        area.setId(id);
        area.setEditable(false);
        area.setWrapText(true);
        area.getStyleClass().add("monospace");
        return area;
    }

    private void follow(Optional<RunItem> item) {
        following.unsubscribe();
        Parts.show(this, item.isPresent());
        buttons.follow(item);
        following = item.map(one -> one.runProperty()
                        .subscribe(run -> show(run, one.progressProperty().get())))
                .orElse(Subscription.EMPTY);
    }

    private void show(TrainingRun run, RunProgress progress) {
        boolean running = run.state() == TrainingRun.State.RUNNING;
        doing.setText(running ? doing(progress) : words.of("training.state.what", run.state()));
        Parts.show(bar, running);
        bar.setProgress(share(run, progress));
        speed.setText(running ? speed(progress) : "");
        Parts.show(speed, running);
        failure.setText(run.why().map(why -> why.in(words)).orElse(""));
        Parts.show(failure, run.why().isPresent());
        curves.show(run);
        Parts.show(curves, !run.steps().isEmpty());
        repeats.setText(words.of(run.batchChanged() ? "training.run.command.nearly" : "training.run.command.what"));
        setText(command, run.command());
        setText(log, lines(run.log()));
    }

    /** What stays is not touched: the reader may be marking it. */
    private static void setText(TextArea area, String text) {
        if (!area.getText().equals(text)) {
            area.setText(text);
            area.setScrollTop(Double.MAX_VALUE);
        }
    }

    private String doing(RunProgress progress) {
        if (progress.stage().isEmpty()) {
            return words.of("training.run.beginning");
        }
        if (progress.stage().equals(TrainingLog.STAGE)) {
            boolean known = !Double.isNaN(progress.secondsLeft());
            return words.of(
                    known ? "training.run.epoch" : "training.run.first",
                    progress.epoch() + 1,
                    progress.step(),
                    progress.steps(),
                    known ? told.about(progress.secondsLeft()) : "");
        }
        return progress.total() == 0
                ? told.stage(progress.stage())
                : words.of("training.data.progress", told.stage(progress.stage()), progress.done(), progress.total());
    }

    private static double share(TrainingRun run, RunProgress progress) {
        if (progress.stage().equals(TrainingLog.STAGE) && progress.steps() > 0) {
            int planned = run.recipe().epochs() + (run.recipe().quick() ? 0 : 1);
            return Math.min(1, (progress.epoch() + progress.step() / (double) progress.steps()) / planned);
        }
        return progress.total() == 0
                ? ProgressIndicator.INDETERMINATE_PROGRESS
                : progress.done() / (double) progress.total();
    }

    private String speed(RunProgress progress) {
        String memory = words.of("training.run.memory", words.number(progress.memory() / MIB, 0));
        if (!progress.stage().equals(TrainingLog.STAGE)) {
            return memory;
        }
        return words.of(
                "training.run.speed",
                words.number(progress.loss(), 3),
                words.number(progress.learningRate(), 6),
                words.number(progress.imagesPerSecond(), 0),
                memory);
    }

    private String lines(List<TrainingRun.Line> lines) {
        return lines.stream()
                .map(line ->
                        line.time() + "  " + (line.values().isEmpty() ? words.of(line.key()) : epoch(line.values())))
                .collect(Collectors.joining("\n"));
    }

    private String epoch(List<Double> values) {
        return words.of(
                "training.log.epoch",
                words.number(values.get(0), 0),
                words.number(values.get(1), 4),
                words.number(values.get(2), 4),
                words.number(values.get(3), 4),
                words.number(values.get(4), 0));
    }
}
