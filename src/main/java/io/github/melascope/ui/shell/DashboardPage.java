package io.github.melascope.ui.shell;

import io.github.melascope.app.AppContext;
import io.github.melascope.ui.dashboard.DashboardModel;
import io.github.melascope.ui.dashboard.DashboardView;
import io.github.melascope.ui.export.Exporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;

/** The dashboard in the window. */
final class DashboardPage implements Page {
    private final Frame frame;
    private final DashboardModel model;
    private final DashboardView view;

    DashboardPage(Frame frame, Exporter exporter, Shell shell) {
        this.frame = frame;
        this.model = new DashboardModel(
                frame.context(),
                Path.of(System.getProperty("user.home"), ".melascope", "marked-images.csv"),
                () -> Optional.of(frame.settings().get().dataset())
                        .filter(folder -> !folder.isEmpty())
                        .map(Path::of),
                frame.window(),
                Clock.system(ZoneId.systemDefault()),
                frame.dialogs()::problem);
        this.view = new DashboardView(
                frame.words(),
                frame.context(),
                model,
                frame.dialogs(),
                frame.files(),
                exporter::offer,
                frame.window(),
                new DashboardView.Wishes() {
                    @Override
                    public void openInReview(Path file, String name) {
                        shell.look(file, name);
                    }

                    @Override
                    public void say(String text) {
                        shell.say(text);
                    }
                });
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        model.refresh();
        if (model.modelIdProperty().get().isEmpty()) {
            String chosen = frame.settings().get().model();
            model.open(chosen.isEmpty() ? AppContext.USUAL_MODEL : chosen);
        }
    }

    /** A folder that is dropped here is a dataset to judge the model on. */
    @Override
    public boolean open(List<Path> paths) {
        return paths.size() == 1 && Files.isDirectory(paths.get(0)) && model.judge(paths.get(0));
    }

    /** Shows how a model did in its own exam. */
    void open(String modelId) {
        model.open(modelId);
    }

    @Override
    public void close() {
        model.close();
        view.close();
    }
}
