package io.github.melascope.ui.review;

import io.github.melascope.app.SimilarCase;
import io.github.melascope.base.Words;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The confirmed cases that look most alike to the network. */
final class SimilarList extends VBox {
    /** Above this the network sees the very image it has learnt from. */
    private static final double SAME = 0.9995;

    private final Words words;

    SimilarList(Words words) {
        super(4);
        this.words = words;
    }

    void show(List<SimilarCase> cases) {
        getChildren().clear();
        for (SimilarCase one : cases) {
            Label diagnosis = new Label(words.of("dx." + one.diagnosis().code()));
            diagnosis.setWrapText(true);
            diagnosis.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(diagnosis, Priority.ALWAYS);
            Label similarity = new Label(words.number(one.similarity(), 2));
            similarity.getStyleClass().addAll("figure", "text-muted");
            similarity.setMinWidth(USE_PREF_SIZE);
            Label name = new Label(one.name());
            name.getStyleClass().add("text-muted");
            getChildren().addAll(new HBox(8, diagnosis, similarity), name);
        }
        if (cases.isEmpty()) {
            getChildren().add(new Label(words.of("answer.similar.none")));
        } else if (cases.get(0).similarity() > SAME) {
            Label known = new Label(words.of("answer.similar.same", cases.get(0).name()));
            known.setWrapText(true);
            known.getStyleClass().add("notice");
            getChildren().add(0, known);
        }
    }
}
