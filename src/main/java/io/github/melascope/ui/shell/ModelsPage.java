package io.github.melascope.ui.shell;

import io.github.melascope.app.AppContext;
import io.github.melascope.app.ModelShelf;
import io.github.melascope.app.WeightsShelf;
import io.github.melascope.ui.models.ModelsModel;
import io.github.melascope.ui.models.ModelsView;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;

/** The models in the window. */
final class ModelsPage implements Page {
    private final Frame frame;
    private final Shell shell;
    private final ModelsModel model;
    private final ModelsView view;

    ModelsPage(Frame frame, Shell shell) {
        this.frame = frame;
        this.shell = shell;
        AppContext context = frame.context();
        this.model = new ModelsModel(
                new ModelShelf(context),
                new WeightsShelf(context),
                context.interactive(),
                frame.window(),
                frame.dialogs()::problem);
        this.view = new ModelsView(frame.words(), model, frame.dialogs(), frame.files(), new Wishes());
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        model.refresh();
    }

    @Override
    public boolean open(List<Path> paths) {
        List<Path> models = paths.stream().filter(ModelsPage::isModel).toList();
        view.open(models);
        return models.size() == paths.size();
    }

    /** Whether its name says that it is a model, or weights to start one from. */
    static boolean isModel(Path path) {
        String name = path.toString();
        return name.endsWith(".melascope") || name.endsWith(WeightsShelf.ENDING);
    }

    @Override
    public void close() {
        model.close();
    }

    /** What the view asks of the window. */
    private final class Wishes implements ModelsView.Wishes {
        @Override
        public void use(String id) {
            frame.settings().change(s -> s.withModel(id.equals(AppContext.USUAL_MODEL) ? "" : id));
            view.refreshUse();
        }

        @Override
        public boolean inUse(String id) {
            String chosen = frame.settings().get().model();
            return id.equals(chosen.isEmpty() ? AppContext.USUAL_MODEL : chosen);
        }

        @Override
        public void dashboard(String id) {
            shell.judge(id);
        }

        @Override
        public void say(String text) {
            shell.say(text);
        }
    }
}
