package io.github.melascope.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.melascope.base.AtomicFiles;
import io.github.melascope.base.CancelToken;
import io.github.melascope.base.IoReason;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.base.Term;
import io.github.melascope.dataset.Dataset;
import io.github.melascope.dataset.Datasets;
import io.github.melascope.dataset.Part;
import io.github.melascope.dataset.Sample;
import io.github.melascope.dataset.SplitFile;
import io.github.melascope.metrics.Case;
import io.github.melascope.metrics.Evaluation;
import io.github.melascope.metrics.ExamJson;
import io.github.melascope.metrics.ExamResult;
import io.github.melascope.model.BundleFiles;
import io.github.melascope.model.ModelBundle;
import io.github.melascope.model.ModelSpec;
import io.github.melascope.model.Opening;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Examines a model on labelled images it has not learnt from. */
public final class Examination {
    private final AppContext context;
    private final Optional<AnswerCache> cache;
    private final OptionalInt views;

    /** Asks the model for every answer. */
    public Examination(AppContext context) {
        this(context, OptionalInt.empty());
    }

    /**
     * The same with another number of views than the model's.
     *
     * @param views empty for the model's own
     */
    public Examination(AppContext context, OptionalInt views) {
        this.context = context;
        this.cache = Optional.empty();
        this.views = views;
    }

    /**
     * Asks the model only for what it was not asked before.
     *
     * @param answers folder of answers that are kept
     */
    public Examination(AppContext context, Path answers) {
        this.context = context;
        this.cache = Optional.of(new AnswerCache(answers));
        this.views = OptionalInt.empty();
    }

    /** Which images of the dataset. */
    public enum Scope {
        /** Those of the model's own test part. */
        TEST,
        /** All, none of which the model may have seen. */
        ALL
    }

    /**
     * Examines, and writes the opening into the model's ledger first.
     *
     * @param json file for the result, as {@link ExamJson} writes it
     * @param command the command line, for the ledger
     * @throws ProblemException of kind {@code UNUSABLE} when model or dataset cannot be used, or the model has seen one
     *     of the images: then with the lesion's id
     */
    public Examined run(
            Path folder,
            String modelId,
            Scope scope,
            Optional<Path> json,
            String command,
            Progress progress,
            CancelToken cancel)
            throws ProblemException {
        ExamAnswers answers = answers(folder, modelId, scope, command, progress, cancel);
        ExamResult result = Evaluation.of(answers.exam(), answers.cases(), cancel);
        if (json.isPresent()) {
            write(json.get(), result);
        }
        return new Examined(answers.spec(), result);
    }

    /**
     * An exam's outcome.
     *
     * @param spec by which was answered
     * @param result figures
     */
    public record Examined(ModelSpec spec, ExamResult result) {}

    /**
     * The answers that the figures of {@link #run} are made of. An opening is written into the ledger before the model is
     * asked; showing answers again that were kept is none.
     *
     * @throws ProblemException as {@link #run}
     */
    public ExamAnswers answers(
            Path folder, String modelId, Scope scope, String command, Progress progress, CancelToken cancel)
            throws ProblemException {
        ModelBundle bundle = context.models().open(modelId).withViews(views);
        Dataset dataset = Datasets.open(folder);
        List<SplitFile.Row> rows = SplitFile.rows(bundle.folder().resolve(BundleFiles.SPLIT));
        List<Sample> samples =
                scope == Scope.TEST ? PartSamples.of(dataset, rows, Part.TEST, modelId) : unseen(dataset, rows);
        String exam = name(dataset, scope, rows, samples.size(), bundle.spec());
        Optional<String> key = cache.flatMap(kept -> AnswerCache.key(bundle, dataset.root(), samples));
        Optional<List<Case>> known = cache.flatMap(kept -> key.flatMap(kept::read));
        List<Case> cases;
        if (known.isPresent()) {
            cases = known.get();
        } else {
            cases = ask(bundle, samples, new Opening(today(), command, exam), progress, cancel);
            cache.ifPresent(kept -> key.ifPresent(name -> kept.write(name, cases)));
        }
        Map<String, Path> files = new HashMap<>();
        samples.forEach(sample -> files.put(sample.imageId(), sample.file()));
        return new ExamAnswers(bundle.spec(), bundle.weightsSha256(), exam, openings(bundle, exam), cases, files);
    }

    private List<Case> ask(
            ModelBundle bundle, List<Sample> samples, Opening opening, Progress progress, CancelToken cancel)
            throws ProblemException {
        try (LoadedModel model = context.open(bundle)) {
            bundle.ledger().append(opening);
            RawAnswers answers =
                    RawAnswers.of(model.network(), samples, context.workers(), "stage.exam", progress, cancel);
            return Exams.cases(model.spec().task(), model.spec().calibration(), answers);
        }
    }

    /**
     * The answers that a model keeps of the lesions it did not learn from; empty for a model that was made without.
     *
     * @param part validation or test
     * @throws ProblemException when they are damaged
     */
    public static Optional<ExamAnswers> kept(ModelBundle bundle, Part part) throws ProblemException {
        List<Case> cases = bundle.predictions().getOrDefault(part.code(), List.of());
        if (cases.isEmpty()) {
            return Optional.empty();
        }
        boolean test = part == Part.TEST;
        String own = bundle.metrics().exam().name();
        String dataset = bundle.spec().provenance().dataset();
        return Optional.of(new ExamAnswers(
                bundle.spec(),
                bundle.weightsSha256(),
                test ? own : dataset + ", " + part.code() + " part, on which thresholds were chosen",
                test ? openings(bundle, own) : 0,
                cases,
                Map.of()));
    }

    /**
     * Where the images of an exam lie.
     *
     * @param folder a dataset that holds them
     * @return by image id; images that are not there, or are of another lesion, are left out
     * @throws ProblemException when there is no such dataset, or it holds none of the images
     */
    public static Map<String, Path> files(Path folder, List<Case> cases) throws ProblemException {
        Dataset dataset = Datasets.open(folder);
        Map<String, String> lesions = new HashMap<>();
        cases.forEach(one -> lesions.put(one.id(), one.lesionId()));
        Map<String, Path> files = new HashMap<>();
        for (Sample sample : dataset.samples()) {
            if (sample.lesionId().equals(lesions.get(sample.imageId()))) {
                files.put(sample.imageId(), sample.file());
            }
        }
        if (files.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.UNUSABLE, "problem.exam.images", dataset.root());
        }
        return files;
    }

    private static String today() {
        return LocalDate.now(java.time.ZoneId.systemDefault()).toString();
    }

    private static int openings(ModelBundle bundle, String exam) throws ProblemException {
        return (int) bundle.ledger().read().stream()
                .filter(opening -> opening.exam().equals(exam))
                .count();
    }

    /** An exam on a part of the test part is another exam, and its name says so. */
    private static String name(Dataset dataset, Scope scope, List<SplitFile.Row> rows, int found, ModelSpec spec) {
        if (scope == Scope.ALL) {
            return dataset.name() + ", all images";
        }
        long whole = rows.stream().filter(row -> row.part() == Part.TEST).count();
        String name =
                Exams.testPart(spec.provenance().dataset(), spec.provenance().seed());
        return found == whole ? name : name + " (" + found + " of its " + whole + " images, in " + dataset.name() + ")";
    }

    private static List<Sample> unseen(Dataset dataset, List<SplitFile.Row> rows) throws ProblemException {
        Set<String> lesions = new HashSet<>();
        Set<String> images = new HashSet<>();
        rows.stream().filter(row -> row.part() != Part.TEST).forEach(row -> {
            lesions.add(row.lesion());
            images.add(row.image());
        });
        for (Sample sample : dataset.samples()) {
            if (lesions.contains(sample.lesionId()) || images.contains(sample.imageId())) {
                throw PartSamples.unusable(
                        dataset,
                        Term.of("why.exam.learnt", sample.lesionId(), sample.imageId()),
                        Term.of("next.exam.own"));
            }
        }
        return dataset.samples();
    }

    private static void write(Path json, ExamResult result) throws ProblemException {
        try {
            AtomicFiles.write(
                    json,
                    new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(ExamJson.write(result))
                            + "\n");
        } catch (IOException e) {
            throw new ProblemException(
                    ProblemException.Kind.UNUSABLE, e, "problem.file.unwritten", json, IoReason.of(e));
        }
    }
}
