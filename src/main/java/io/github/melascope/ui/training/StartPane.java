package io.github.melascope.ui.training;

import io.github.melascope.app.Recipe;
import io.github.melascope.base.Words;
import io.github.melascope.ui.fx.Dialogs;
import io.github.melascope.ui.fx.FileChoice;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** What a training starts from: the shipped model, a file, which may be fetched, or nothing. */
final class StartPane extends VBox {
    private final Words words;
    private final RecipeModel model;
    private final Dialogs dialogs;
    private final ToggleGroup group = new ToggleGroup();
    private String last = "";
    private final Label file = Parts.text("", "text-muted");

    StartPane(Words words, RecipeModel model, DownloadModel download, FileChoice files, Dialogs dialogs) {
        this.words = words;
        this.model = model;
        this.dialogs = dialogs;
        getStyleClass().add("explained");
        Button choose = new Button(words.of("training.start.choose"));
        choose.setId("start-choose");
        choose.setOnAction(event -> files.weights().ifPresent(this::start));
        RadioButton shipped = option(StartChoice.SHIPPED);
        RadioButton chosen = option(StartChoice.FILE);
        chosen.setDisable(true); // until there is a file
        RadioButton none = option(StartChoice.NONE);
        FlowPane row = new FlowPane(chosen, choose, file);
        row.getStyleClass().add("form-row");
        FlowPane shelf = new FlowPane();
        shelf.getStyleClass().addAll("form-row", "below");
        DownloadPane offered = new DownloadPane(words, model, download, dialogs);
        model.keptProperty().subscribe(kept -> {
            shelf.getChildren()
                    .setAll(IntStream.range(0, kept.size())
                            .mapToObj(i -> offer(kept.get(i), i))
                            .toList());
            Parts.show(shelf, !kept.isEmpty());
            offered.kept(kept);
            if (last.isEmpty() && !kept.isEmpty()) {
                name(kept.get(0), chosen);
            }
        });
        getChildren()
                .addAll(
                        Parts.section(words.of("training.start-weights")),
                        shipped,
                        what(StartChoice.SHIPPED),
                        row,
                        what(StartChoice.FILE),
                        shelf,
                        offered,
                        none,
                        what(StartChoice.NONE));
        model.recipeProperty().subscribe(now -> {
            if (model.start() == StartChoice.FILE) {
                name(Path.of(now.init()), chosen);
            }
            select(model.start());
        });
        group.selectedToggleProperty().addListener((property, was, is) -> { // arrow keys select without an action
            if (is != null && is.getUserData() != model.start()) {
                model.change(r -> r.withInit(init((StartChoice) is.getUserData())));
            }
        });
    }

    /** The file that "a file" stands for. */
    private void name(Path path, RadioButton chosen) {
        last = path.toString();
        chosen.setDisable(false);
        file.setText(String.valueOf(path.getFileName()));
    }

    private String init(StartChoice choice) {
        return switch (choice) {
            case SHIPPED -> "";
            case FILE -> last;
            case NONE -> Recipe.NO_WEIGHTS;
        };
    }

    private void start(Path path) {
        model.startFrom(path, dialogs::problem);
    }

    /** A file of weights that the user keeps beside the models: one click. */
    private Button offer(Path kept, int index) {
        Button button = new Button(String.valueOf(kept.getFileName()));
        button.setId("start-kept-" + index);
        button.setMnemonicParsing(false);
        button.setOnAction(event -> start(kept));
        return button;
    }

    private RadioButton option(StartChoice choice) {
        RadioButton button = new RadioButton(words.of("training.start-from", choice));
        button.setId("start-" + choice.name().toLowerCase(java.util.Locale.ROOT));
        button.setUserData(choice);
        button.setToggleGroup(group);
        button.setAccessibleHelp(words.of("training.start-from.what", choice));
        return button;
    }

    private Label what(StartChoice choice) {
        return Parts.text(words.of("training.start-from.what", choice), "text-muted", "below");
    }

    private void select(StartChoice choice) {
        group.getToggles().stream()
                .filter(toggle -> toggle.getUserData() == choice)
                .findFirst()
                .ifPresent(group::selectToggle);
    }
}
