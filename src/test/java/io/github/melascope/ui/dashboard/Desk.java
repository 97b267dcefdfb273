package io.github.melascope.ui.dashboard;

import io.github.melascope.app.AppContext;
import io.github.melascope.base.ProblemException;
import io.github.melascope.imaging.synthetic.SampleFolder;
import io.github.melascope.lesion.Diagnosis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** A copy of the shipped model, whose ledger may be written, a synthetic dataset, and a dashboard's model of both. */
final class Desk implements AutoCloseable {
    static final String MODEL = "dermoscopy-1";

    final AppContext context;
    final Path folder;
    final List<ProblemException> problems = new ArrayList<>();

    Desk(Path folder) throws IOException {
        this.folder = folder;
        copy(Path.of("models", MODEL), folder.resolve("models").resolve(MODEL));
        context = new AppContext(List.of(folder.resolve("models")), 2);
    }

    static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName().toString()));
            }
        }
    }

    /** Draws a dataset of so many lesions of each diagnosis. */
    Path dataset(String name, int lesions) throws IOException {
        Path made = folder.resolve(name);
        Map<Diagnosis, Integer> each = new EnumMap<>(Diagnosis.class);
        Diagnosis.ALL.forEach(dx -> each.put(dx, lesions));
        SampleFolder.write(made, each, 240, 5);
        return made;
    }

    Path marks() {
        return folder.resolve("marked-images.csv");
    }

    /** A model that works on the caller's thread alone. */
    DashboardModel direct() {
        return model(Runnable::run, Runnable::run, Runnable::run);
    }

    DashboardModel model(Executor exams, Executor figures, Executor window) {
        return new DashboardModel(
                answering(),
                exams,
                figures,
                marks(),
                Optional::empty,
                window,
                Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC),
                problems::add);
    }

    Answering answering() {
        return new Answering(context, folder.resolve("answers"));
    }

    @Override
    public void close() {
        context.close();
    }
}
