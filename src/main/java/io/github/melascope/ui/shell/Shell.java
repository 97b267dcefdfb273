package io.github.melascope.ui.shell;

import io.github.melascope.app.ReviewDesk;
import io.github.melascope.base.Words;
import io.github.melascope.settings.Settings;
import io.github.melascope.ui.export.Exporter;
import io.github.melascope.ui.export.LongWork;
import io.github.melascope.ui.export.SystemPrinters;
import io.github.melascope.ui.fx.Look;
import io.github.melascope.ui.image.ImageViewer;
import io.github.melascope.ui.review.ReviewModel;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** The window's content: its pages, what leads from one to another, and what holds on all of them. */
public final class Shell {
    private final Frame frame;
    private final Words words;
    private final StackPane stage = new StackPane();
    private final Scene scene;
    private final Navigation navigation = new Navigation(this::show);
    private final StatusLine status;
    private final LongWork work;
    private final Exporter exporter;
    private final ReviewPage review;
    private final CasesPage cases;
    private final DashboardPage dashboard;
    private final Map<Feature, Page> pages = new EnumMap<>(Feature.class);
    private final Shortcuts shortcuts;
    private Feature seen = Feature.REVIEW;

    /** @param desk where images are reviewed; stays the caller's to close */
    public Shell(Frame frame, ReviewDesk desk) {
        this.frame = frame;
        this.words = frame.words();
        BorderPane root = new BorderPane();
        this.scene = new Scene(root, 1280, 800);
        this.work = new LongWork(frame.context().workers(), frame.window());
        this.exporter = new Exporter(
                words,
                frame.dialogs(),
                frame.files(),
                new SystemPrinters(),
                frame.context().interactive(),
                frame.window(),
                work,
                this::say);
        this.review = new ReviewPage(frame, desk, exporter, this);
        this.cases = new CasesPage(frame, exporter, this);
        this.dashboard = new DashboardPage(frame, exporter, this);
        this.status = new StatusLine(
                words, work, review.model().modelProperty(), frame.context().threads());
        pages.put(Feature.REVIEW, review);
        pages.put(Feature.CASES, cases);
        pages.put(Feature.DASHBOARD, dashboard);
        pages.put(Feature.TRAINING, new TrainingPage(frame, this));
        pages.put(Feature.MODELS, new ModelsPage(frame, this));
        pages.put(Feature.SETTINGS, new SettingsPage(frame, this));
        this.shortcuts = shortcuts();
        root.setLeft(navigation);
        root.setCenter(stage);
        root.setBottom(status);
        pages.keySet().forEach(feature -> navigation.feature(feature, words.of("nav", feature)));
        navigation.foot("help", words.of("nav.help"), Feather.COMMAND, this::showShortcuts);
        navigation.select(Feature.REVIEW);
        shortcuts.install(scene);
        new DropTarget(words, scene, stage, this::dropped).install();
        frame.settings().settingsProperty().subscribe(this::dress);
        scene.widthProperty().subscribe(width -> fitNavigation());
    }

    private Shortcuts shortcuts() {
        Shortcuts all = new Shortcuts()
                .group("shortcuts.group.images")
                .with("shortcuts.open", "Shortcut+O", this::openFiles)
                .with("shortcuts.folder", "Shortcut+Shift+O", this::openFolder)
                .with("shortcuts.paste", "Shortcut+V", this::paste)
                .with("shortcuts.next", "Alt+Down", () -> review.step(1))
                .with("shortcuts.previous", "Alt+Up", () -> review.step(-1))
                .listed("shortcuts.remove", words.of("key.delete"))
                .with("shortcuts.copy", "Shortcut+Shift+C", review::copyView)
                .with("shortcuts.pdf", "Shortcut+E", review.exports()::pdf)
                .with("shortcuts.save-case", "Shortcut+S", review::saveCase)
                .group("shortcuts.group.image");
        ImageViewer.keys(words).forEach(key -> all.listed(key.word(), key.keys()));
        all.group("shortcuts.group.window");
        int number = 1;
        for (Feature feature : pages.keySet()) {
            all.with("shortcuts." + feature.id(), "Shortcut+" + number++, () -> go(feature));
        }
        all.with("shortcuts.search", "Shortcut+F", this::searchCases).with("shortcuts.help", "F1", this::showShortcuts);
        return all.group("shortcuts.group.follow-up").listed("shortcuts.alternate", words.of("key.space"));
    }

    private void showShortcuts() {
        frame.dialogs().show(words.of("shortcuts.title"), shortcuts.sheet(words, scene));
    }

    private void show(Feature feature) {
        seen = feature;
        Page page = Objects.requireNonNull(pages.get(feature));
        page.shown();
        stage.getChildren().setAll(page.view());
    }

    /** Shows a feature. */
    void go(Feature feature) {
        navigation.select(feature);
    }

    /** Tells the user at the window's foot what was done. */
    void say(String text) {
        status.say(text);
    }

    CasesPage cases() {
        return cases;
    }

    /** Shows an image in the review under a name of its own. */
    void look(Path file, String name) {
        go(Feature.REVIEW);
        review.model().look(file, name);
    }

    /** Shows in the dashboard how a model did in its own exam. */
    void judge(String modelId) {
        dashboard.open(modelId);
        go(Feature.DASHBOARD);
    }

    private void searchCases() {
        go(Feature.CASES);
        cases.focusSearch();
    }

    private void dress(Settings now) {
        Look.theme(now.theme());
        Look.dress(scene, now.textPercent());
        fitNavigation();
        review.follow(now);
    }

    private void fitNavigation() {
        navigation.fit(scene.getWidth(), Look.textSize(frame.settings().get().textPercent()));
    }

    private void dropped(List<Path> paths) {
        if (!Objects.requireNonNull(pages.get(seen)).open(paths)) {
            open(paths);
        }
    }

    /** Opens files and folders in the review, or among the models where they are such. */
    public void open(List<Path> paths) {
        if (!paths.isEmpty() && paths.stream().allMatch(ModelsPage::isModel)) {
            go(Feature.MODELS);
            Objects.requireNonNull(pages.get(Feature.MODELS)).open(paths);
        } else if (!paths.isEmpty()) {
            go(Feature.REVIEW);
            review.open(paths);
        }
    }

    /** Opens the drawn pictures that come with the program. */
    void openSamples() {
        review.openSamples();
    }

    /** Shows again what the program said at its first start. */
    void showFirstStart() {
        frame.dialogs()
                .show(
                        words.of("first.title"),
                        FirstStart.says(words, frame.context().runs().resolveSibling("")));
    }

    void openFiles() {
        open(frame.files().images());
    }

    void openFolder() {
        frame.files().folder().ifPresent(folder -> open(List.of(folder)));
    }

    private void paste() {
        new Clips(frame.context(), frame.window(), this::open, frame.dialogs()::problem).paste();
    }

    /** Ends what must not be cut off; the window is not used after this. */
    public void close() {
        work.cancel();
        pages.values().forEach(Page::close);
    }

    public Scene scene() {
        return scene;
    }

    public ReviewModel review() {
        return review.model();
    }
}
