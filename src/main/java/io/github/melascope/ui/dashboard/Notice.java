package io.github.melascope.ui.dashboard;

import io.github.melascope.app.Examination;
import io.github.melascope.base.Words;
import io.github.melascope.dataset.Part;
import io.github.melascope.ui.fx.FileChoice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What is said in place of figures, and the ways on. */
final class Notice extends VBox {
    private static final double BAR_EM = 24;

    private final Words words;
    private final DashboardModel model;
    private final FileChoice files;
    private final Label title = new Label();
    private final Label text = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final FlowPane ways = new FlowPane(8, 8);

    Notice(Words words, DashboardModel model, FileChoice files) {
        this.words = words;
        this.model = model;
        this.files = files;
        title.setId("dashboard-notice");
        title.getStyleClass().add("notice-title");
        for (Label label : new Label[] {title, text}) {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
        title.fontProperty().subscribe(font -> bar.setPrefWidth(BAR_EM * font.getSize()));
        ways.setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("page");
        getChildren().addAll(title, text, bar, ways);
        model.stateProperty().subscribe(this::show);
        model.models().addListener((javafx.collections.ListChangeListener<String>)
                change -> show(model.stateProperty().get()));
    }

    private void show(DashboardState state) {
        bar.setVisible(state instanceof DashboardState.Loading);
        bar.setManaged(bar.isVisible());
        if (state instanceof DashboardState.Loading loading) {
            boolean known = loading.total() > 0;
            title.setText(
                    known
                            ? words.of("dashboard.taking", loading.done(), loading.total())
                            : words.of("dashboard.loading"));
            text.setText("");
            bar.setProgress(known ? (double) loading.done() / loading.total() : -1);
            if (ways.getChildren().size() != 1
                    || !"dashboard-stop".equals(ways.getChildren().get(0).getId())) {
                ways.getChildren().setAll(button("dashboard.stop", "dashboard-stop", model::stop));
            }
            return;
        }
        if (state instanceof DashboardState.Failed failed) {
            say(words.of("dashboard.failed"), failed.problem().message(words), waysOn(failed.dataset()));
        } else if (state instanceof DashboardState.NoAnswers none) {
            say(
                    words.of("dashboard.no-answers", none.modelId()),
                    words.of("dashboard.no-answers.text"),
                    waysOn(Optional.empty()));
        } else if (state instanceof DashboardState.Stopped) {
            List<Node> all = new ArrayList<>(List.of(button(
                    "dashboard.again",
                    "dashboard-again",
                    () -> model.use(model.sourceProperty().get()))));
            all.addAll(waysOn(Optional.empty()));
            say(words.of("dashboard.stopped"), "", all);
        } else {
            boolean any = !model.models().isEmpty();
            say(
                    words.of(any ? "dashboard.nothing" : "dashboard.no-models"),
                    any ? words.of("dashboard.nothing.text") : "",
                    List.of());
        }
    }

    private void say(String what, String more, List<Node> on) {
        title.setText(what);
        text.setText(more);
        ways.getChildren().setAll(on);
    }

    /** @param dataset the folder that did not do as a whole */
    private List<Node> waysOn(Optional<Path> dataset) {
        List<Node> all = new ArrayList<>();
        dataset.ifPresent(folder -> all.add(button(
                "dashboard.use-test",
                "dashboard-use-test",
                () -> model.use(new Source.Folder(folder, Examination.Scope.TEST)))));
        all.add(button(
                "dashboard.other-folder",
                "dashboard-other",
                () -> files.folder().ifPresent(model::judge)));
        all.add(button("dashboard.use-own", "dashboard-use-own", () -> model.use(new Source.Kept(Part.TEST))));
        return all;
    }

    private Button button(String key, String id, Runnable action) {
        Button button = new Button(words.of(key));
        button.setId(id);
        button.setOnAction(event -> action.run());
        return button;
    }
}
