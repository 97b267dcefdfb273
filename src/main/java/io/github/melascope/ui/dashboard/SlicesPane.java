package io.github.melascope.ui.dashboard;

import io.github.melascope.base.Words;
import io.github.melascope.metrics.BinaryCounts;
import io.github.melascope.metrics.ExamResult;
import io.github.melascope.metrics.Figure;
import io.github.melascope.metrics.Slice;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** How the model does by dx_type, sex, age and site. */
final class SlicesPane extends VBox {
    private final Words words;
    private final Numbers numbers;
    private final Exhibit exhibit;
    private final TablePane table;

    SlicesPane(Words words, Exhibit exhibit, Consumer<Selection> open) {
        this.words = words;
        this.numbers = new Numbers(words);
        this.exhibit = exhibit;
        Naming naming = new Naming(words);
        table = new TablePane(List.of(
                words.of("dashboard.slices.part"),
                words.of("dashboard.slices.images"),
                words.of("dashboard.slices.melanomas"),
                words.of("dashboard.slices.auc"),
                words.of("dashboard.sensitivity"),
                words.of("dashboard.specificity"),
                words.of("dashboard.slices.remark")));
        String before = "";
        int row = 0;
        for (Exhibit.Part part : exhibit.slices()) {
            if (!part.by().equals(before)) {
                table.heading(naming.sliceKey(part.by()));
                before = part.by();
            }
            table.row(
                    "slice-" + row++,
                    naming.sliceValue(part.value()),
                    () -> open.accept(new Selection.InSlice(part.by(), part.value())));
        }
        Label note = new Label(words.of("dashboard.slices.note", Slice.FEW));
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.getStyleClass().add("hint");
        getChildren().addAll(table, note);
    }

    private record Key(String by, String value) {}

    void show(Points points, Optional<ExamResult> result) {
        Map<Key, Slice> known = new HashMap<>();
        result.ifPresent(r -> r.slices().forEach(slice -> known.put(new Key(slice.by(), slice.value()), slice)));
        boolean same =
                result.map(r -> r.exam().threshold() == points.threshold()).orElse(false);
        int row = 0;
        for (Exhibit.Part part : exhibit.slices()) {
            BinaryCounts counts = points.slices().get(row);
            Slice slice = known.get(new Key(part.by(), part.value()));
            table.fill(
                    row++,
                    List.of(
                            words.number(part.images(), 0),
                            words.number(part.melanomas(), 0),
                            slice == null ? words.of("dashboard.pending") : numbers.scoreWithInterval(slice.rocAuc()),
                            share(counts.recall(), same && slice != null ? slice.sensitivity() : null),
                            share(counts.specificity(), same && slice != null ? slice.specificity() : null),
                            part.few() ? "⚠ " + words.of("dashboard.few") : ""));
        }
    }

    private String share(double value, @Nullable Figure figure) {
        return figure == null ? numbers.share(value) : numbers.shareWithInterval(figure);
    }
}
