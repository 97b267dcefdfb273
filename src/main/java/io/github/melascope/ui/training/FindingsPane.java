package io.github.melascope.ui.training;

import io.github.melascope.base.Words;
import io.github.melascope.dataset.DatasetReport;
import io.github.melascope.dataset.Finding;
import io.github.melascope.dataset.Mending;
import io.github.melascope.ui.fx.Icons;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What the doctor found, each with its images and, where leaving some out mends it, a button that does. */
final class FindingsPane extends VBox {
    private static final int SHOWN = 200;

    private final Words words;
    private final DataModel model;

    FindingsPane(Words words, DataModel model, DataState.Ready ready) {
        this.words = words;
        this.model = model;
        getStyleClass().add("findings");
        DatasetReport report = ready.dataset().report();
        int excluded = model.excludedProperty().get().size();
        getChildren().add(Parts.text(summary(report), "strong"));
        getChildren().add(Parts.text(words.of("training.data.untouched"), "text-muted"));
        if (excluded > 0) {
            Button all = new Button(words.of("training.data.take-in"));
            all.setId("data-take-in");
            all.setOnAction(event -> model.excludeNothing());
            getChildren().addAll(Parts.text(words.of("training.data.excluded", excluded)), all);
        }
        finding("missing", report.missing(), image -> image, Optional.empty());
        finding("unreadable", report.unreadable(), bad -> bad.file() + ": " + words.of(bad.reason()), Optional.empty());
        finding(
                "copies",
                report.identical(),
                group -> String.join(", ", group.images()),
                mends(report, Mending.COPIES));
        finding("look-alikes", report.lookAlikes(), this::lookAlike, mends(report, Mending.LOOK_ALIKES));
        finding(
                "conflicts",
                report.conflicts(),
                conflict -> conflict.about() + ": " + words.of(conflict.detail()),
                mends(report, Mending.CONFLICTS));
        others(report.others());
    }

    private static Optional<Mending> mends(DatasetReport report, Mending mending) {
        return mending.images(report).isEmpty() ? Optional.empty() : Optional.of(mending);
    }

    private String summary(DatasetReport report) {
        return words.of("training.data.summary", report.images(), report.lesions());
    }

    private String lookAlike(DatasetReport.LookAlike pair) {
        return words.of(
                "training.data.look-alike", pair.image(), pair.otherImage(), words.number(pair.similarity(), 3));
    }

    private void others(List<Finding> findings) {
        Map<Finding.Kind, List<Finding>> byKind =
                findings.stream().collect(Collectors.groupingBy(Finding::kind, TreeMap::new, Collectors.toList()));
        byKind.forEach((kind, some) -> finding(
                kind.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                some,
                f -> f.subject() + ": " + words.of(f.detail()),
                Optional.empty()));
    }

    /** A finding nobody has is told in one line, for it is good news. */
    private <T> void finding(String name, Collection<T> items, Function<T, String> tell, Optional<Mending> mending) {
        String title = words.of("training.finding." + name, items.size());
        if (items.isEmpty()) {
            getChildren().add(Icons.put(Parts.text(title, "fine"), Feather.CHECK));
            return;
        }
        VBox content = new VBox(Parts.text(words.of("training.finding." + name + ".what"), "text-muted"));
        content.getStyleClass().add("finding");
        mending.ifPresent(way -> content.getChildren().add(mend(way)));
        String list = items.stream().limit(SHOWN).map(tell).collect(Collectors.joining("\n"));
        int left = items.size() - SHOWN;
        content.getChildren().add(Parts.text(left > 0 ? list + "\n" + words.of("training.data.more", left) : list));
        TitledPane pane = new TitledPane(title, content);
        pane.setId("finding-" + name);
        pane.setAnimated(false);
        pane.setExpanded(mending.isPresent() && items.size() <= 3);
        Icons.put(pane, Feather.ALERT_CIRCLE);
        getChildren().add(pane);
    }

    private Button mend(Mending way) {
        Button button = Icons.put(new Button(words.of("training.mend", way)), Feather.SCISSORS);
        button.setId("mend-" + way.code());
        button.setOnAction(event -> model.mend(way));
        return button;
    }
}
