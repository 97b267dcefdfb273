package io.github.melascope.app;

import io.github.melascope.base.AtomicFiles;
import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.base.StrictJson;
import io.github.melascope.dataset.Dataset;
import io.github.melascope.dataset.Datasets;
import io.github.melascope.dataset.Part;
import io.github.melascope.dataset.Sample;
import io.github.melascope.dataset.SplitFile;
import io.github.melascope.metrics.AuditJson;
import io.github.melascope.metrics.AuditResult;
import io.github.melascope.metrics.AuditTable;
import io.github.melascope.metrics.Bootstrap;
import io.github.melascope.metrics.Case;
import io.github.melascope.model.BundleCare;
import io.github.melascope.model.BundleFiles;
import io.github.melascope.model.ModelBundle;
import io.github.melascope.model.Opening;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Measures what an exam does not ask: whether a model's answers stay where they must stay, what they rest on, when they should
 * be withheld. Made on validation unless the test part is asked for, which counts as an opening.
 */
public final class ModelAudit {
    private static final long SEED = 1;

    private final AppContext context;

    public ModelAudit(AppContext context) {
        this.context = context;
    }

    /**
     * What to audit.
     *
     * @param modelId id
     * @param dataset folder that the model was trained on
     * @param masks folder of outlines that people drew, for all that needs to know where the lesion is
     * @param others folder of pictures that show no lesion
     * @param part validation or test
     * @param views of each image, where they are to be others than the model's
     * @param command the command line, for the result and for the ledger
     */
    public record Request(
            String modelId,
            Path dataset,
            Optional<Path> masks,
            Optional<Path> others,
            Part part,
            OptionalInt views,
            String command) {
        public Request {
            if (part == Part.TRAIN) {
                throw new IllegalArgumentException("a model is not audited on what it has learnt");
            }
        }
    }

    /**
     * Audits.
     *
     * @throws ProblemException of kind {@code UNUSABLE} when the model or the dataset cannot be used, or the dataset holds no
     *     image of the part
     */
    public AuditResult run(Request request, Progress progress, CancelToken cancel) throws ProblemException {
        ModelBundle installed = context.models().open(request.modelId());
        try (LoadedModel model = context.open(installed.withViews(request.views()))) {
            Dataset dataset = Datasets.open(request.dataset());
            List<SplitFile.Row> rows = SplitFile.rows(model.bundle().folder().resolve(BundleFiles.SPLIT));
            List<Sample> samples = PartSamples.of(dataset, rows, request.part(), request.modelId());
            Optional<LesionMasks> masks = request.masks().map(LesionMasks::new);
            if (masks.isPresent()) {
                masks.get().check(samples);
            }
            NoveltyAudit.check(request.others());
            if (request.part() == Part.TEST) {
                String exam =
                        Exams.testPart(dataset.name(), model.spec().provenance().seed());
                model.bundle().ledger().append(new Opening(today(), request.command(), exam));
            }
            Audited audited = new Audited(
                    model,
                    samples,
                    PartSamples.of(dataset, rows, Part.TRAIN, request.modelId()),
                    masks,
                    context.workers(),
                    new Bootstrap(Bootstrap.DRAWS, SEED),
                    progress,
                    cancel);
            boolean asMade = model.spec().views() == installed.spec().views();
            return result(request, audited, tables(request, audited, asMade));
        }
    }

    /** @param asMade whether the model looks as often as when the answers were made that it keeps */
    private static List<AuditTable> tables(Request request, Audited audited, boolean asMade) throws ProblemException {
        List<AuditTable> tables = new ArrayList<>(new RobustnessAudit(audited).tables());
        RawAnswers answers = RawAnswers.of(
                audited.model().network(),
                audited.samples(),
                audited.workers(),
                "stage.measuring",
                audited.progress(),
                audited.cancel());
        tables.add(new NoveltyAudit(audited, answers).table(request.others()));
        Map<String, List<Case>> kept = audited.model().bundle().predictions();
        List<Case> validation = kept.getOrDefault(Part.VALIDATION.code(), List.of());
        List<Case> test = kept.getOrDefault(Part.TEST.code(), List.of());
        if (asMade && !validation.isEmpty() && !test.isEmpty()) {
            tables.addAll(
                    new OutcomeAudit(validation, test, audited.model().spec(), audited.bootstrap(), audited.cancel())
                            .tables());
        }
        new SimilarAudit(audited, answers).table().ifPresent(tables::add);
        new FusionAudit(audited, answers).table().ifPresent(tables::add);
        if (audited.masks().isPresent()) {
            ExplanationAudit explanations = new ExplanationAudit(audited);
            tables.add(explanations.table());
            tables.add(new HeatWarningAudit(audited, explanations.samples()).table());
        }
        return tables;
    }

    /** Keeps a result in the model that was audited, where its card tells it. */
    public void keep(AuditResult result) throws ProblemException {
        ModelBundle bundle = context.models().open(result.model());
        String text = StrictJson.pretty(AuditJson.write(result));
        new BundleCare(Architectures::shapes)
                .add(bundle.folder(), BundleFiles.AUDIT, file -> AtomicFiles.write(file, text));
    }

    private static AuditResult result(Request request, Audited audited, List<AuditTable> tables) {
        List<Sample> samples = audited.samples();
        return new AuditResult(
                request.modelId(),
                audited.model().bundle().weightsSha256(),
                audited.model().spec().provenance().dataset() + ", "
                        + request.part().code() + " part",
                samples.size(),
                (int) samples.stream().map(Sample::lesionId).distinct().count(),
                (int) samples.stream().filter(Sample::melanoma).count(),
                request.command(),
                today(),
                audited.bootstrap(),
                tables);
    }

    private static String today() {
        return LocalDate.now(ZoneId.systemDefault()).toString();
    }
}
