package io.github.melascope.ui.export;

import io.github.melascope.base.Words;
import io.github.melascope.ui.fx.Icons;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** How far a long work is, and a way to end it; takes no room while there is none. */
public final class WorkBar extends HBox {
    private final Words words;
    private final Label text = new Label();
    private final ProgressBar bar = new ProgressBar();

    public WorkBar(Words words, LongWork work) {
        super(8);
        this.words = words;
        Button stop = Icons.put(new Button(words.of("button.cancel")), Feather.SQUARE);
        stop.setId("work-cancel");
        stop.getStyleClass().add("small");
        stop.setOnAction(event -> work.cancel());
        text.setId("work-step");
        text.setMinWidth(USE_PREF_SIZE);
        stop.setMinWidth(USE_PREF_SIZE);
        setMinWidth(USE_PREF_SIZE);
        bar.setAccessibleText(words.of("export.progress.name"));
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(text, bar, stop);
        work.stepProperty().subscribe(this::show);
    }

    private void show(Optional<LongWork.Step> step) {
        setVisible(step.isPresent());
        setManaged(step.isPresent());
        step.ifPresent(now -> {
            boolean known = now.total() > 0;
            text.setText(known ? words.of("export.progress", now.what(), now.done(), now.total()) : now.what());
            bar.setProgress(known ? (double) now.done() / now.total() : ProgressBar.INDETERMINATE_PROGRESS);
        });
    }
}
