package io.github.melascope.ui.settings;

import atlantafx.base.theme.Styles;
import io.github.melascope.app.CudaLibraries;
import io.github.melascope.app.DeviceResults;
import io.github.melascope.app.DeviceText;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Words;
import io.github.melascope.ui.fx.Icons;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Separator;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What this computer computes with, whether it does so rightly, and how fast. Everything here is done when asked for. */
public final class DevicePane extends VBox {
    private static final double MEGA = 1e6;
    private static final int NAMES_PERCENT = 24;

    private final Words words;
    private final DeviceModel model;
    private final DeviceText text;
    private final Wishes wishes;
    private final GridPane lines = new GridPane(12, 6);
    private final Label said = Rows.wrapped("");
    private final ProgressBar bar = new ProgressBar();
    private final Label left = new Label();
    private final VBox working;
    private final Button cancel;
    private final List<Button> begin = new ArrayList<>();
    private final Button look;
    private final Button copy;

    /** What the pane asks of the window. */
    public interface Wishes {
        /** Threads that answer. */
        int threads();

        /** A file of CUDA libraries that the user chooses. */
        Optional<Path> cudaFile();

        /** Asks whether to go on; {@code accepted} runs only then. */
        void ask(String title, String text, String yes, Runnable accepted);
    }

    DevicePane(Words words, DeviceModel model, Wishes wishes) {
        super(10);
        this.words = words;
        this.model = model;
        this.text = new DeviceText(words);
        this.wishes = wishes;
        setId("settings-device");
        look = beginning("look", Feather.SEARCH, model::look);
        Button test = beginning("self-test", Feather.CHECK_CIRCLE, model::selfTest);
        Button bench = beginning("benchmark", Feather.ACTIVITY, model::benchmark);
        copy = button("copy", Feather.COPY, this::copy);
        cancel = button("cancel", Feather.X, model::cancel);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(words.of("settings.device.working"));
        FlowPane ending = flow(left, cancel);
        working = new VBox(6, bar, ending);
        working.setId("settings-device-working");
        said.setId("settings-device-said");
        lines.setId("settings-device-lines");
        ColumnConstraints names = new ColumnConstraints();
        names.setPercentWidth(NAMES_PERCENT);
        ColumnConstraints texts = new ColumnConstraints();
        texts.setHgrow(Priority.ALWAYS);
        lines.getColumnConstraints().setAll(names, texts);
        Label answers = Rows.wrapped(words.of("settings.device.answers", wishes.threads()));
        getChildren().addAll(answers, flow(look, test, bench, copy), working, said, lines, cuda());
        follow();
    }

    /** The button that the row's name belongs to. */
    Button button() {
        return look;
    }

    private void follow() {
        model.factsProperty().subscribe(facts -> show());
        model.resultsProperty().subscribe(results -> show());
        model.installedProperty().subscribe(folder -> say());
        model.problemProperty().subscribe(problem -> say());
        model.stepProperty().subscribe(this::step);
    }

    private FlowPane flow(Node... nodes) {
        FlowPane flow = new FlowPane(8, 6, nodes);
        flow.setRowValignment(VPos.CENTER);
        flow.prefWrapLengthProperty().bind(widthProperty());
        return flow;
    }

    private Button button(String name, Feather icon, Runnable action) {
        Button button = Icons.put(new Button(words.of("settings.device." + name)), icon);
        button.setId("settings-device-" + name);
        button.setOnAction(event -> action.run());
        return button;
    }

    /** A button that begins a work, and rests while one is done. */
    private Button beginning(String name, Feather icon, Runnable action) {
        Button button = button(name, icon, action);
        begin.add(button);
        return button;
    }

    private Node cuda() {
        Button file = beginning("cuda-file", Feather.FOLDER, this::askForFile);
        file.getStyleClass().add(Styles.FLAT);
        List<Node> buttons = new ArrayList<>(List.of(file));
        try {
            CudaLibraries libraries = CudaLibraries.here();
            libraries.known().ifPresent(source -> {
                Button fetch = beginning("cuda-fetch", Feather.DOWNLOAD_CLOUD, () -> askToFetch(libraries, source));
                fetch.getStyleClass().add(Styles.FLAT);
                buttons.add(fetch);
            });
        } catch (ProblemException e) {
            return new VBox(); // no card could ever be used on this system
        }
        Label what = Rows.wrapped(words.of("settings.device.cuda-what"));
        what.getStyleClass().add("text-muted");
        return new VBox(4, what, flow(buttons.toArray(Node[]::new)));
    }

    private void askForFile() {
        wishes.cudaFile()
                .ifPresent(file -> model.lookAt(
                        file,
                        archive -> wishes.ask(
                                words.of("settings.device.unpack-title"),
                                words.of(
                                        "settings.device.unpack-text",
                                        archive.file(),
                                        megabytes(archive.bytes()),
                                        archive.sha256()),
                                words.of("settings.device.unpack"),
                                () -> model.unpack(archive))));
    }

    private void askToFetch(CudaLibraries libraries, CudaLibraries.Source source) {
        wishes.ask(
                words.of("settings.device.fetch-title"),
                words.of(
                        "settings.device.fetch-text",
                        source.address(),
                        megabytes(source.bytes()),
                        source.sha256(),
                        libraries.folder()),
                words.of("settings.device.fetch"),
                () -> model.fetch(source));
    }

    private String megabytes(long bytes) {
        return words.number(bytes / MEGA, 1);
    }

    private void step(Optional<DeviceModel.Step> now) {
        boolean focused = cancel.isFocused() || begin.stream().anyMatch(Node::isFocused);
        working.setVisible(now.isPresent());
        working.setManaged(now.isPresent());
        begin.forEach(button -> button.setDisable(now.isPresent()));
        if (focused) { // the keyboard stays where the next thing is to be done
            (now.isPresent() ? cancel : look).requestFocus();
        }
        now.ifPresent(step -> {
            boolean known = step.total() > 0;
            bar.setProgress(known ? (double) step.done() / step.total() : ProgressBar.INDETERMINATE_PROGRESS);
            left.setText(left(step));
        });
    }

    private String left(DeviceModel.Step step) {
        String work = words.of("settings.device.step", step.work());
        if (step.total() <= 0) {
            return work;
        }
        return switch (step.work()) {
            case BENCHMARK -> words.of("settings.device.at-most", work, Math.max(0, step.total() - step.done()));
            case UNPACK, FETCH -> words.of("settings.device.mebibytes", work, step.done(), step.total());
            case LOOK, SELF_TEST, HASH -> words.of("settings.device.of", work, step.done(), step.total());
        };
    }

    private void say() {
        Optional<String> text = model.problemProperty()
                .get()
                .map(problem -> problem.message(words))
                .or(() -> model.installedProperty().get().map(folder -> words.of("settings.device.installed", folder)));
        said.setText(text.orElse(""));
        said.setVisible(text.isPresent());
        said.setManaged(text.isPresent());
    }

    private List<List<DeviceText.Row>> parts() {
        DeviceResults.Kept kept = model.resultsProperty().get();
        List<List<DeviceText.Row>> parts = new ArrayList<>();
        model.factsProperty().get().ifPresent(facts -> parts.add(text.facts(facts)));
        kept.selfTest().ifPresent(test -> parts.add(dated(text.selfTest(test), kept.tested())));
        kept.bench().ifPresent(bench -> parts.add(dated(text.bench(bench), kept.measured())));
        return parts;
    }

    private List<DeviceText.Row> dated(List<DeviceText.Row> rows, Optional<LocalDate> day) {
        List<DeviceText.Row> dated = new ArrayList<>(rows);
        DeviceText.Row first = rows.get(0);
        day.ifPresent(date -> dated.set(0, new DeviceText.Row(first.name(), words.day(date) + ": " + first.text())));
        return dated;
    }

    private void show() {
        lines.getChildren().clear();
        int at = 0;
        for (List<DeviceText.Row> part : parts()) {
            for (DeviceText.Row row : part) {
                Label name = Rows.wrapped(row.name());
                name.getStyleClass().add("text-muted");
                GridPane.setValignment(name, VPos.TOP);
                lines.addRow(at++, name, Rows.wrapped(row.text()));
            }
            lines.add(new Separator(), 0, at++, 2, 1);
        }
        copy.setDisable(at == 0);
        lines.setManaged(at > 0);
    }

    private void copy() {
        StringBuilder all = new StringBuilder(words.of("app.name")).append('\n');
        parts().forEach(part -> all.append('\n').append(DeviceText.text(part)));
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, all.toString()));
        said.setText(words.of("settings.device.copied"));
        said.setVisible(true);
        said.setManaged(true);
    }
}
