package io.github.melascope.ui.training;

import io.github.melascope.app.OnlineWeights;
import io.github.melascope.base.Words;
import io.github.melascope.ui.fx.Dialogs;
import io.github.melascope.ui.fx.Icons;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Offers published weights: says what, from where and how much before anything is sent, then how far it is. */
final class DownloadPane extends VBox {
    private static final double MEGABYTE = 1e6;
    private static final double WIDTH_EM = 43;
    private static final int ROWS = 8;

    private final Words words;
    private final TrainingWords told;
    private final RecipeModel recipe;
    private final DownloadModel model;
    private final Dialogs dialogs;
    private final OnlineWeights weights = OnlineWeights.IMAGENET;
    private final Button ask;
    private final ProgressBar bar = new ProgressBar();
    private final Label amount = Parts.text("");
    private final Button stop;
    private final FlowPane running;
    private final Label stopped;

    DownloadPane(Words words, RecipeModel recipe, DownloadModel model, Dialogs dialogs) {
        this.words = words;
        this.told = new TrainingWords(words);
        this.recipe = recipe;
        this.model = model;
        this.dialogs = dialogs;
        getStyleClass().addAll("explained", "below");
        ask = Icons.put(new Button(words.of("training.download")), Feather.DOWNLOAD);
        ask.setId("start-download");
        ask.setOnAction(event -> ask());
        stop = Icons.put(new Button(words.of("training.download.stop")), Feather.X);
        stop.setId("download-stop");
        stop.setOnAction(event -> model.stop());
        bar.setAccessibleText(words.of("training.download.running", weights.fileName()));
        amount.setId("download-amount");
        running = new FlowPane(bar, amount, stop);
        running.getStyleClass().add("form-row");
        stopped = Parts.text(words.of("training.download.stopped"), "text-muted");
        getChildren().addAll(new HBox(ask), running, stopped);
        model.amountProperty().subscribe(this::show);
        model.stoppedProperty().subscribe(is -> Parts.show(stopped, is));
    }

    /** What is kept already need not be fetched. */
    void kept(List<Path> files) {
        boolean there = files.stream().anyMatch(file -> file.endsWith(weights.fileName()));
        Parts.show(ask, !there);
    }

    private void show(Optional<DownloadModel.Amount> now) {
        boolean focused = isFocusWithin();
        Parts.show(running, now.isPresent());
        ask.setDisable(now.isPresent());
        if (focused) { // else it goes wherever the next control is, and the page with it
            (now.isPresent() ? stop : ask).requestFocus();
        }
        now.ifPresent(some -> {
            boolean known = some.total() > 0;
            bar.setProgress(known ? some.bytes() / (double) some.total() : ProgressIndicator.INDETERMINATE_PROGRESS);
            amount.setText(text(some));
        });
    }

    private String text(DownloadModel.Amount some) {
        String done = words.number(some.bytes() / MEGABYTE, 1);
        if (some.bytes() == 0) {
            return words.of("training.download.connecting", weights.address().getHost());
        }
        return Double.isNaN(some.secondsLeft())
                ? words.of("training.download.done", done)
                : words.of(
                        "training.download.amount",
                        done,
                        words.number(some.total() / MEGABYTE, 1),
                        told.about(some.secondsLeft()));
    }

    private void ask() {
        TextArea facts = facts();
        VBox content = new VBox(
                Dialogs.text(
                        words.of("training.download.intro", weights.address().getHost()), WIDTH_EM),
                facts,
                Dialogs.text(words.of("training.download.kept"), WIDTH_EM));
        content.getStyleClass().add("training-content");
        dialogs.ask(words.of("training.download.title"), content, facts, words.of("training.download.yes"), () -> {
            model.start(weights, recipe::downloaded, dialogs::problem);
            return true;
        });
    }

    /** What one should know before saying yes, so that it can be copied. */
    private TextArea facts() {
        TextArea facts = new TextArea(words.of(
                "training.download.facts",
                weights.title(),
                weights.address().toString(),
                words.number(weights.megabytes(), 1),
                weights.sha256(),
                weights.licence(),
                weights.page().toString()));
        facts.setId("download-facts");
        facts.setAccessibleText(words.of("training.download.title"));
        facts.setEditable(false);
        facts.setWrapText(true);
        facts.setPrefRowCount(ROWS);
        facts.fontProperty().subscribe(font -> facts.setPrefWidth(WIDTH_EM * font.getSize()));
        return facts;
    }
}
