package io.github.melascope.ui.training;

import io.github.melascope.base.Words;
import io.github.melascope.dataset.DatasetTables;
import io.github.melascope.dataset.Sample;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;

/** How the images spread over classes and patients. */
final class DatasetTablesPane extends FlowPane {
    private static final Set<String> SITES = Set.of(
            "abdomen",
            "acral",
            "back",
            "chest",
            "ear",
            "face",
            "foot",
            "genital",
            "hand",
            "lower extremity",
            "neck",
            "scalp",
            "trunk",
            "upper extremity");

    private final Words words;

    DatasetTablesPane(Words words, DatasetTables tables) {
        this.words = words;
        TrainingWords told = new TrainingWords(words);
        getStyleClass().add("count-tables");
        setMinWidth(0);
        add("classes", tables.classes(), told::className);
        add("sex", tables.sex(), value -> named("training.sex.", value, Set.of("female", "male")));
        add("age", tables.age(), value -> named("", value, Set.of()));
        add("site", tables.site(), value -> named("cases.site.", value, SITES));
    }

    private String named(String prefix, String value, Set<String> known) {
        if (value.equals(Sample.UNKNOWN)) {
            return words.of("training.unknown");
        }
        return known.contains(value) ? words.of(prefix + value.replace(' ', '-')) : value;
    }

    private void add(String name, List<DatasetTables.Row> rows, UnaryOperator<String> tell) {
        Node table = Parts.table(
                List.of(
                        words.of("training.table." + name),
                        words.of("training.table.images"),
                        words.of("training.table.lesions")),
                rows.stream()
                        .map(row -> List.of(
                                tell.apply(row.value()), words.number(row.images(), 0), words.number(row.lesions(), 0)))
                        .toList());
        table.setId("table-" + name);
        Parts.beside(this, table);
    }
}
