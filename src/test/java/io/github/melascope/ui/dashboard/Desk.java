package io.github.melascope.ui.dashboard;

import io.github.melascope.app.AppContext;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Sha256;
import io.github.melascope.imaging.synthetic.SampleFolder;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.metrics.Case;
import io.github.melascope.metrics.CaseTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
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

    /** A second model that answers its exam a little differently: the shipped one with its kept answers shaken. */
    void other(String id) throws IOException {
        Path other = folder.resolve("models").resolve(id);
        copy(folder.resolve("models").resolve(MODEL), other);
        Path answers = other.resolve("predictions.csv");
        Path spec = other.resolve("model.json");
        String before = Sha256.of(answers);
        SplittableRandom random = new SplittableRandom(11);
        Map<String, List<Case>> shaken = new LinkedHashMap<>();
        CaseTable.read(Files.readString(answers))
                .forEach((part, cases) -> shaken.put(
                        part, cases.stream().map(one -> shaken(one, random)).toList()));
        Files.writeString(answers, CaseTable.write(shaken));
        Files.writeString(
                spec,
                Files.readString(spec)
                        .replace("\"" + MODEL + "\"", "\"" + id + "\"")
                        .replace(before, Sha256.of(answers)));
    }

    private static Case shaken(Case one, SplittableRandom random) {
        double p = Math.clamp(one.melanomaProbability(), 1e-4, 1 - 1e-4);
        double logit = Math.log(p / (1 - p)) + random.nextGaussian();
        double melanoma = Math.round(1e6 / (1 + Math.exp(-logit))) / 1e6;
        return new Case(
                one.id(),
                one.lesionId(),
                one.melanoma(),
                one.diagnosis(),
                melanoma,
                one.probabilities(),
                one.dxType(),
                one.sex(),
                one.ageBand(),
                one.site());
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
