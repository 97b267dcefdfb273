package io.github.melascope.ui.training;

import io.github.melascope.app.TrainingRun;
import io.github.melascope.base.Words;
import io.github.melascope.ui.fx.Dialogs;
import io.github.melascope.ui.fx.Icons;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/** The fourth step: the runs, and the one that is looked at. */
final class RunView extends VBox {
    private static final double ROW_EM = 3.2;
    private static final int ROWS = 4;

    private static final Map<TrainingRun.State, Feather> SIGNS = Map.of(
            TrainingRun.State.QUEUED, Feather.CLOCK,
            TrainingRun.State.RUNNING, Feather.PLAY,
            TrainingRun.State.PAUSED, Feather.PAUSE,
            TrainingRun.State.FAILED, Feather.ALERT_CIRCLE,
            TrainingRun.State.CANCELLED, Feather.X,
            TrainingRun.State.DONE, Feather.CHECK);

    private final Words words;
    private final RunsModel model;
    private final ListView<RunItem> list = new ListView<>();

    RunView(Words words, TrainingModel wizard, Dialogs dialogs) {
        this.words = words;
        this.model = wizard.list();
        getStyleClass().add("page");
        list.setId("runs");
        list.setAccessibleText(words.of("training.runs"));
        list.setItems(model.items());
        list.setCellFactory(view -> new Cell());
        Label rows = Parts.text(words.of("training.runs"), "strong");
        rows.setLabelFor(list);
        list.prefHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> ROW_EM
                                        * rows.getFont().getSize()
                                        * Math.clamp(model.items().size(), 1, ROWS)
                                + 4,
                        rows.fontProperty(),
                        model.items()));
        Label title = Parts.heading(words.of("training.run.title"));
        getChildren().addAll(title, rows, list, new RunDetails(words, wizard, dialogs));
        model.selectedProperty().subscribe(this::select);
        list.getSelectionModel().selectedItemProperty().addListener((property, was, is) -> {
            if (is != null && !model.selectedProperty().get().equals(Optional.of(is))) {
                model.selectedProperty().set(Optional.of(is));
            }
        });
    }

    private void select(Optional<RunItem> item) {
        item.ifPresentOrElse(
                one -> list.getSelectionModel().select(one),
                () -> list.getSelectionModel().clearSelection());
    }

    /** A run in the list: its name and where it stands. */
    private final class Cell extends ListCell<RunItem> {
        private Subscription following = Subscription.EMPTY;

        @Override
        protected void updateItem(RunItem item, boolean empty) {
            super.updateItem(item, empty);
            following.unsubscribe();
            following = Subscription.EMPTY;
            if (empty || item == null) {
                setText("");
                setGraphic(null);
            } else {
                following = item.runProperty().subscribe(this::show);
            }
        }

        private void show(TrainingRun run) {
            String text = words.of(
                    "training.run.line",
                    run.name(),
                    words.of("training.state", run.state()),
                    String.valueOf(java.nio.file.Path.of(run.dataset()).getFileName()));
            if (!text.equals(getText())) {
                setText(text);
                Icons.put(this, SIGNS.getOrDefault(run.state(), Feather.CLOCK));
            }
        }
    }
}
