package io.github.melascope.ui.training;

import io.github.melascope.base.Words;
import io.github.melascope.dataset.DatasetTables;
import io.github.melascope.dataset.SplitPreview;
import io.github.melascope.lesion.Task;
import io.github.melascope.ui.fx.Icons;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The second step: the question, the split, and why nothing leaks from one part into another. */
final class ExamView extends VBox {
    private final Words words;
    private final TrainingWords told;
    private final ExamModel model;
    private final VBox content = new VBox();

    ExamView(Words words, ExamModel model) {
        this.words = words;
        this.told = new TrainingWords(words);
        this.model = model;
        getStyleClass().add("page");
        content.getStyleClass().add("training-content");
        getChildren().addAll(Parts.heading(words.of("training.exam.title")), tasks(), content);
        model.stateProperty().subscribe(this::show);
    }

    private Node tasks() {
        ToggleGroup group = new ToggleGroup();
        VBox box = new VBox(Parts.section(words.of("training.exam.task")));
        box.getStyleClass().add("explained");
        for (Task task : List.of(Task.DIAGNOSIS, Task.MELANOMA)) {
            RadioButton button = new RadioButton(words.of("training.task", task));
            button.setId("task-" + task.code());
            button.setToggleGroup(group);
            button.setAccessibleHelp(words.of("training.task.what", task));
            button.selectedProperty().addListener((property, was, is) -> { // arrow keys select without an action
                if (is) {
                    model.taskProperty().set(task);
                }
            });
            model.taskProperty().subscribe(now -> button.setSelected(now == task));
            if (task == Task.DIAGNOSIS) {
                button.disableProperty().bind(model.diagnosesProperty().not());
            }
            box.getChildren().addAll(button, Parts.text(words.of("training.task.what", task), "text-muted", "below"));
        }
        Label only = Parts.text(words.of("training.exam.no-diagnoses"), "notice");
        model.diagnosesProperty().subscribe(all -> Parts.show(only, !all));
        box.getChildren().add(only);
        return box;
    }

    private void show(ExamState state) {
        if (state instanceof ExamState.Drawn drawn) {
            content.getChildren().setAll(drawn(drawn));
        } else if (state instanceof ExamState.Refused refused) {
            Label why = Parts.text(told.told(refused.problem()), "notice");
            why.setId("exam-problem");
            content.getChildren().setAll(List.of(why));
        } else {
            content.getChildren().setAll(List.of(Parts.text(words.of("training.exam.drawing"), "text-muted")));
        }
    }

    private List<Node> drawn(ExamState.Drawn drawn) {
        SplitPreview preview = drawn.preview();
        Node table = Parts.table(head(preview), rows(preview));
        table.setId("split-table");
        Label leak = Icons.put(Parts.text(words.of("training.exam.leak", drawn.kept())), Feather.CHECK_CIRCLE);
        leak.setId("leak-check");
        return List.of(
                Parts.section(words.of("training.exam.split")),
                Parts.text(words.of("training.exam.parts"), "text-muted"),
                table,
                leak,
                Parts.text(words.of("training.exam.seed", preview.seed()), "text-muted"));
    }

    private List<String> head(SplitPreview preview) {
        List<String> head = new ArrayList<>(List.of(words.of("training.table.classes")));
        preview.parts().forEach(part -> head.add(words.of("training.part." + part.part())));
        return head;
    }

    private List<List<String>> rows(SplitPreview preview) {
        List<List<String>> rows = new ArrayList<>();
        preview.parts().stream()
                .flatMap(part -> part.classes().stream())
                .map(DatasetTables.Row::value)
                .distinct()
                .sorted()
                .forEach(name -> {
                    List<String> row = new ArrayList<>(List.of(told.className(name)));
                    preview.parts().forEach(part -> row.add(count(part, name)));
                    rows.add(row);
                });
        List<String> images = new ArrayList<>(List.of(words.of("training.table.all-images")));
        List<String> lesions = new ArrayList<>(List.of(words.of("training.table.all-lesions")));
        preview.parts().forEach(part -> {
            images.add(words.number(part.images(), 0));
            lesions.add(words.number(part.lesions(), 0));
        });
        rows.add(images);
        rows.add(lesions);
        return rows;
    }

    private String count(SplitPreview.PartRow part, String name) {
        return words.number(
                part.classes().stream()
                        .filter(row -> row.value().equals(name))
                        .mapToInt(DatasetTables.Row::images)
                        .sum(),
                0);
    }
}
