package io.github.melascope.ui.shell;

import io.github.melascope.app.AppContext;
import io.github.melascope.app.Defect;
import io.github.melascope.app.ReviewDesk;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Words;
import io.github.melascope.settings.Settings;
import io.github.melascope.settings.SettingsFile;
import io.github.melascope.ui.fx.Dialogs;
import io.github.melascope.ui.fx.Look;
import io.github.melascope.ui.fx.SystemFileChoice;
import io.github.melascope.ui.fx.WindowThread;
import io.github.melascope.ui.settings.SettingsModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The program with a window, from its first to its last moment. */
public final class MainWindow {
    private static final double LEAST_WIDTH = 900;
    private static final double LEAST_HEIGHT = 600;
    private static final double USUAL_WIDTH = 1280;
    private static final double USUAL_HEIGHT = 840;

    private final AppContext context;
    private final ReviewDesk desk;
    private final SettingsFile file;
    private final Path logs;
    /** Files to open as soon as there is where. */
    private final List<Path> waiting = new ArrayList<>();

    private final WindowThread thread = new WindowThread();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable Shell shell;
    private volatile @Nullable Runnable ending;
    private @Nullable Stage stage;
    private @Nullable Dialogs dialogs;

    /** @param logs folder for what a defect leaves behind */
    public MainWindow(AppContext context, SettingsFile file, Path logs) {
        this.context = context;
        this.desk = new ReviewDesk(context);
        this.file = file;
        this.logs = logs;
    }

    /**
     * Opens the window and returns when the user has closed it.
     *
     * @param files to open at once
     * @throws NoWindow when there is no screen, or the toolkit does not start
     */
    public void run(List<Path> files) throws InterruptedException {
        try {
            Platform.startup(() -> open(files));
        } catch (RuntimeException | UnsatisfiedLinkError | ExceptionInInitializerError | NoClassDefFoundError e) {
            throw new NoWindow(e);
        }
        closed.await();
        desk.close();
    }

    private void open(List<Path> files) {
        @Nullable ProblemException unreadable = null;
        Settings kept = Settings.USUAL;
        try {
            kept = file.load();
        } catch (ProblemException e) {
            unreadable = e;
        }
        Look.theme(kept.theme());
        Stage first = new Stage();
        stage = first;
        speak(Words.inLanguage(kept.language()), first);
        SettingsModel settings = new SettingsModel(kept, file, context.interactive(), thread, this::problem);
        waiting.addAll(files);
        if (kept.welcomed() || Rehearsal.wanted().isPresent()) {
            begin(first, settings);
        } else {
            welcome(first, settings);
        }
        if (unreadable != null) {
            problem(unreadable);
        }
    }

    /** From now on the user is spoken to in these words. */
    private Dialogs speak(Words words, Stage first) {
        Dialogs made = new Dialogs(words, first);
        dialogs = made;
        Thread.currentThread().setUncaughtExceptionHandler((t, e) -> crashed(words, made, e));
        return made;
    }

    private void problem(ProblemException problem) {
        Objects.requireNonNull(dialogs).problem(problem);
    }

    /** Says what there is to say before anything else, once. */
    private void welcome(Stage first, SettingsModel settings) {
        Words words = Words.inLanguage(settings.get().language());
        speak(words, first);
        FirstStart said =
                new FirstStart(words, file.path().toAbsolutePath().resolveSibling(""), new FirstStart.Wishes() {
                    @Override
                    public void start() {
                        settings.change(s -> s.withWelcomed(true));
                        begin(first, settings);
                    }

                    @Override
                    public void samples() {
                        start();
                        Objects.requireNonNull(shell).openSamples();
                    }

                    @Override
                    public void language(String code) {
                        settings.change(s -> s.withLanguage(code));
                        welcome(first, settings);
                    }
                });
        Scene scene = new Scene(said);
        Look.dress(scene, settings.get().textPercent());
        show(first, scene, words, settings);
        said.focus();
    }

    /** The window proper. */
    private void begin(Stage first, SettingsModel settings) {
        Words words = Words.inLanguage(settings.get().language());
        Frame frame =
                new Frame(context, words, thread, settings, speak(words, first), new SystemFileChoice(words, first));
        Shell made = new Shell(frame, desk);
        shell = made;
        show(first, made.scene(), words, settings);
        boolean withImages = !waiting.isEmpty();
        made.open(List.copyOf(waiting));
        waiting.clear();
        Rehearsal.wanted().ifPresent(times -> new Rehearsal(made, times, this::abort).begin(withImages));
    }

    private void show(Stage first, Scene scene, Words words, SettingsModel settings) {
        first.setTitle(words.of("app.name"));
        first.getIcons().setAll(Look.icons());
        first.setScene(scene);
        first.setMinWidth(LEAST_WIDTH);
        first.setMinHeight(LEAST_HEIGHT);
        if (!first.isShowing()) {
            place(first, settings.get().window());
        }
        ending = () -> close(first, settings);
        first.setOnCloseRequest(event -> {
            event.consume();
            close(first, settings);
        });
        if (!first.isShowing()) {
            Platform.getPreferences()
                    .colorSchemeProperty()
                    .subscribe(scheme -> Look.theme(settings.get().theme()));
            first.show();
        }
    }

    /** Where it was, unless that screen is gone; always with all four edges on the screen, for the status line is at the lower one. */
    private static void place(Stage first, Settings.WindowPlace was) {
        Rectangle2D before = new Rectangle2D(was.x(), was.y(), was.width(), was.height());
        Optional<Screen> same = Screen.getScreensForRectangle(before).stream()
                .filter(screen -> was.width() > 0 && screen.getVisualBounds().contains(was.x() + 50, was.y() + 20))
                .findFirst();
        Rectangle2D room = same.orElse(Screen.getPrimary()).getVisualBounds();
        Rectangle2D place = fitted(same.isPresent() ? before : centred(room), room);
        first.setX(place.getMinX());
        first.setY(place.getMinY());
        first.setWidth(place.getWidth());
        first.setHeight(place.getHeight());
        first.setMaximized(same.isPresent() && was.maximized());
    }

    private static Rectangle2D centred(Rectangle2D room) {
        double x = room.getMinX() + (room.getWidth() - USUAL_WIDTH) / 2;
        double y = room.getMinY() + (room.getHeight() - USUAL_HEIGHT) / 2;
        return new Rectangle2D(x, y, USUAL_WIDTH, USUAL_HEIGHT);
    }

    /** A place moved and made smaller until it lies in the room. */
    static Rectangle2D fitted(Rectangle2D wanted, Rectangle2D room) {
        double width = Math.min(wanted.getWidth(), room.getWidth());
        double height = Math.min(wanted.getHeight(), room.getHeight());
        return new Rectangle2D(
                Math.clamp(wanted.getMinX(), room.getMinX(), room.getMaxX() - width),
                Math.clamp(wanted.getMinY(), room.getMinY(), room.getMaxY() - height),
                width,
                height);
    }

    private void close(Stage first, SettingsModel settings) {
        Settings.WindowPlace place = first.isMaximized()
                ? new Settings.WindowPlace(
                        settings.get().window().x(),
                        settings.get().window().y(),
                        Math.max(LEAST_WIDTH, settings.get().window().width()),
                        Math.max(LEAST_HEIGHT, settings.get().window().height()),
                        true)
                : new Settings.WindowPlace(first.getX(), first.getY(), first.getWidth(), first.getHeight(), false);
        settings.change(s -> s.withWindow(place));
        if (shell != null) { // else it ends at its first words
            shell.close();
        }
        // A popup that outlives its window crashes the toolkit, so all windows go before it does.
        List.copyOf(Window.getWindows()).forEach(Window::hide);
        Platform.exit();
        closed.countDown();
    }

    /** Ends as the user ends it, now that the process is asked to go; any thread. */
    public void abort() {
        Runnable end = ending;
        if (end == null) {
            closed.countDown(); // there is no window yet
        } else {
            thread.execute(end);
        }
    }

    /** Files that another start of the program brings; any thread. */
    public void handed(List<Path> files) {
        thread.execute(() -> {
            if (stage != null) {
                if (shell == null) {
                    waiting.addAll(files);
                } else {
                    shell.open(files);
                }
                stage.setIconified(false);
                stage.toFront();
            }
        });
    }

    private void crashed(Words words, Dialogs dialogs, Throwable failure) {
        System.getLogger(MainWindow.class.getName()).log(System.Logger.Level.ERROR, "the window failed", failure);
        Optional<Path> saved = Defect.write(logs, failure, "window");
        VBox content = new VBox(8, Dialogs.text(words.of("crash.text", Defect.code(failure))));
        saved.ifPresent(path -> content.getChildren().add(Dialogs.text(words.of("crash.saved", path))));
        dialogs.show(words.of("crash.title"), content);
    }
}
