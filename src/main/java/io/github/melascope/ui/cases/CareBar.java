package io.github.melascope.ui.cases;

import io.github.melascope.base.Words;
import io.github.melascope.ui.fx.Icons;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** How far a backup or a restore is, and a way to end it. */
final class CareBar extends HBox {
    private final Words words;
    private final Label text = new Label();
    private final ProgressBar bar = new ProgressBar();

    CareBar(Words words, LibraryCare care) {
        super(12);
        this.words = words;
        Button stop = Icons.put(new Button(words.of("button.cancel")), Feather.SQUARE);
        stop.setOnAction(event -> care.cancel());
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("undo-bar");
        getChildren().addAll(text, bar, stop);
        care.stepProperty().subscribe(this::show);
    }

    private void show(Optional<LibraryCare.Step> step) {
        setVisible(step.isPresent());
        setManaged(step.isPresent());
        step.ifPresent(now -> {
            text.setText(words.of("cases.work", now.work()));
            bar.setProgress(now.total() == 0 ? ProgressBar.INDETERMINATE_PROGRESS : (double) now.done() / now.total());
        });
    }
}
