package io.github.melascope.realwindow;

import io.github.melascope.app.AppContext;
import io.github.melascope.app.SingleInstance;
import io.github.melascope.base.Words;
import io.github.melascope.lesion.Outcome;
import io.github.melascope.settings.Settings;
import io.github.melascope.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A screen, a user's home in a folder of the test, and the programs that run there; all end with it. */
final class Desktop implements AutoCloseable {
    /** What an answer begins with, in the language of {@link #open}. */
    static final Set<String> OUTCOMES = Arrays.stream(Outcome.values())
            .map(outcome -> new Words(Locale.ENGLISH).of("outcome", outcome))
            .collect(Collectors.toUnmodifiableSet());

    private final Path folder;
    private final Path home;
    private final VirtualScreen screen;
    private final Deque<Child> children = new ArrayDeque<>();

    private Desktop(Path folder, VirtualScreen screen) {
        this.folder = folder;
        this.home = folder.resolve("home");
        this.screen = screen;
    }

    /** A skipped test where there is no X server. */
    static Desktop open(Path folder) throws Exception {
        Desktop desktop = new Desktop(folder, VirtualScreen.open(folder.resolve("xvfb.log")));
        Files.createDirectories(desktop.home);
        desktop.settings().save(Settings.USUAL.withLanguage("en").withWelcomed(true));
        return desktop;
    }

    SettingsFile settings() {
        return new SettingsFile(home.resolve(".melascope").resolve("settings.json"));
    }

    /** Hands files to the window that is open, as a later start does. */
    boolean handOver(List<Path> files) {
        return SingleInstance.handOver(home.resolve(".melascope").resolve("window.sock"), files);
    }

    /** Where defects and the log lie. */
    Path logs() {
        return home.resolve(".cache").resolve("melascope").resolve("log");
    }

    /** Starts Melascope with these files. */
    Child start(Path... files) throws IOException {
        return start(WindowProbe.class, files);
    }

    /** Starts Melascope and waits until its window is there and the model answers. */
    Child program(Path... files) throws Exception {
        Child program = start(files);
        Child.until("a window", () -> program.is("up"));
        Child.until("a model", () -> program.ask("text", "#status-model").contains(AppContext.USUAL_MODEL));
        return program;
    }

    /** A window to drag these out of, its upper left corner there. */
    Child source(int x, int y, List<Path> files) throws Exception {
        List<String> arguments = new java.util.ArrayList<>(List.of(String.valueOf(x), String.valueOf(y)));
        files.forEach(file -> arguments.add(file.toString()));
        Child source = child(DragSource.class, arguments);
        Child.until("a window to drag from", () -> source.is("up"));
        return source;
    }

    /** Starts the program with a main class that answers more. */
    Child start(Class<?> main, Path... files) throws IOException {
        return child(main, Arrays.stream(files).map(Path::toString).toList());
    }

    private Child child(Class<?> main, List<String> arguments) throws IOException {
        Path errors = folder.resolve("child-" + children.size() + ".log");
        Child child = new Child(Launch.command(home, main, arguments), screen, errors);
        children.push(child);
        return child;
    }

    @Override
    public void close() throws IOException {
        for (Child child : children) {
            child.close();
        }
        screen.close();
    }
}
