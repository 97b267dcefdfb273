package io.github.melascope.ui.shell;

import io.github.melascope.app.TrainingRuns;
import io.github.melascope.ui.training.TrainingModel;
import io.github.melascope.ui.training.TrainingView;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;

/** The training wizard in the window. */
final class TrainingPage implements Page {
    private final Shell shell;
    private final TrainingModel model;
    private final TrainingView view;

    TrainingPage(Frame frame, Shell shell) {
        this.shell = shell;
        TrainingRuns runs = new TrainingRuns(frame.context(), frame.context().runs());
        this.model = new TrainingModel(frame.context(), runs, frame.window(), frame.dialogs()::problem);
        this.view = new TrainingView(frame.words(), model, frame.dialogs(), frame.files(), new Wishes());
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        model.shown();
    }

    @Override
    public boolean open(List<Path> paths) {
        return model.open(paths);
    }

    @Override
    public void close() {
        model.close();
    }

    /** What the view asks of the window. */
    private final class Wishes implements TrainingView.Wishes {
        @Override
        public Optional<Consumer<String>> dashboard() {
            return Optional.of(shell::judge);
        }

        @Override
        public void say(String text) {
            shell.say(text);
        }
    }
}
