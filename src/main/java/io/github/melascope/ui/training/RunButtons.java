package io.github.melascope.ui.training;

import io.github.melascope.app.TrainingRun;
import io.github.melascope.base.Words;
import io.github.melascope.ui.fx.Dialogs;
import io.github.melascope.ui.fx.Icons;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/** What can be done with a run: only what makes sense is there. */
final class RunButtons extends FlowPane {
    private final Words words;
    private final RunsModel model;
    private final Dialogs dialogs;
    private final Button pause;
    private final Button resume;
    private final Button smaller;
    private final Button cancel;
    private final Button remove;
    private Optional<RunItem> item = Optional.empty();
    private Subscription following = Subscription.EMPTY;

    RunButtons(Words words, TrainingModel wizard, Dialogs dialogs) {
        this.words = words;
        this.model = wizard.list();
        this.dialogs = dialogs;
        getStyleClass().add("form-row");
        pause = button("pause", Feather.PAUSE, model::pause);
        resume = button("resume", Feather.PLAY, model::resume);
        smaller = button("smaller", Feather.PLAY, model::resumeSmaller);
        cancel = button("cancel", Feather.X, model::cancel);
        remove = button("remove", Feather.TRASH_2, this::ask);
        getChildren().addAll(pause, resume, smaller, cancel, remove);
    }

    private Button button(String name, Feather icon, Consumer<RunItem> act) {
        Button button = Icons.put(new Button(words.of("training.run." + name)), icon);
        button.setId("run-" + name);
        button.setOnAction(event -> item.ifPresent(act));
        return button;
    }

    void follow(Optional<RunItem> now) {
        following.unsubscribe();
        item = now;
        following = now.map(one -> one.runProperty().subscribe(this::show)).orElse(Subscription.EMPTY);
    }

    private void show(TrainingRun run) {
        boolean focused = isFocusWithin();
        boolean active = run.state().active();
        int batch = run.why().map(TrainingRun.Failure::smallerBatch).orElse(0);
        Parts.show(pause, active);
        Parts.show(cancel, active || run.state() == TrainingRun.State.PAUSED);
        Parts.show(resume, run.state().resumable() && batch == 0);
        Parts.show(smaller, run.state().resumable() && batch > 0);
        smaller.setText(words.of("training.run.smaller", batch));
        Parts.show(remove, !active);
        if (focused) { // else it goes wherever the next control is, and the page with it
            getChildren().stream().filter(Node::isVisible).findFirst().ifPresent(Node::requestFocus);
        }
    }

    private void ask(RunItem run) {
        boolean lost = run.runProperty().get().savedAs().isEmpty();
        dialogs.ask(
                words.of("training.remove.title"),
                Dialogs.text(words.of(lost ? "training.remove.lost" : "training.remove.kept")),
                this,
                words.of("training.run.remove"),
                () -> {
                    model.remove(run);
                    return true;
                });
    }
}
