package io.github.melascope.app;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.dataset.Dataset;
import io.github.melascope.dataset.Datasets;
import io.github.melascope.dataset.Part;
import io.github.melascope.dataset.Sample;
import io.github.melascope.dataset.SplitFile;
import io.github.melascope.lesion.PatientFacts.Fact;
import io.github.melascope.metrics.AuditTable;
import io.github.melascope.metrics.AuditTable.Row;
import io.github.melascope.metrics.Case;
import io.github.melascope.metrics.FittedFusion;
import io.github.melascope.metrics.FusionJson;
import io.github.melascope.metrics.FusionStudy;
import io.github.melascope.metrics.PatientFusion;
import io.github.melascope.model.BundleCare;
import io.github.melascope.model.BundleFiles;
import io.github.melascope.model.ModelBundle;
import io.github.melascope.model.ModelSpec;
import io.github.melascope.model.Opening;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fits on the validation part how what is known of a patient moves a model's melanoma probability. */
public final class FusionMaker {
    private final AppContext context;

    public FusionMaker(AppContext context) {
        this.context = context;
    }

    /**
     * Images with the model's answers.
     *
     * @param samples what is known of each
     * @param cases what the model said of each, in the same order
     */
    record Answered(List<Sample> samples, List<Case> cases) {
        FusionStudy study() {
            return FusionMaker.study(
                    samples,
                    cases.stream().mapToDouble(Case::melanomaProbability).toArray());
        }
    }

    private static FusionStudy study(List<Sample> samples, double[] model) {
        boolean[] melanoma = new boolean[model.length];
        for (int i = 0; i < melanoma.length; i++) {
            melanoma[i] = samples.get(i).melanoma();
        }
        return new FusionStudy(
                model,
                samples.stream().map(Sample::patient).toList(),
                melanoma,
                samples.stream().map(Sample::lesionId).toList());
    }

    /**
     * Refuses a dataset that tells too little, before hours of training go into it.
     *
     * @param facts that the plan wants; none needs nothing
     * @throws ProblemException of kind {@code UNUSABLE} for too few lesions of either kind, or nobody's age
     */
    static void check(List<Fact> facts, Dataset dataset, List<Sample> validation) throws ProblemException {
        if (!facts.isEmpty()
                && !study(validation, new double[validation.size()]).enough()) {
            throw new ProblemException(ProblemException.Kind.UNUSABLE, "problem.fusion.few", dataset.root());
        }
    }

    /**
     * Fits.
     *
     * @param test what the fusion is examined on beside; empty leaves it closed
     * @return empty where validation has too few lesions of either kind, or nobody's age
     */
    static Optional<FittedFusion> of(
            List<Fact> facts,
            Answered validation,
            Optional<Answered> test,
            String command,
            String today,
            long seed,
            CancelToken cancel) {
        FusionStudy study = validation.study();
        if (!study.enough()) {
            return Optional.empty();
        }
        PatientFusion fusion = study.fit(facts);
        List<Row> rows = new ArrayList<>();
        rows.add(study.crossValidated("validation, by cross-validation", fusion, seed, cancel));
        test.ifPresent(other -> rows.add(other.study().asItIs("test", fusion, seed, cancel)));
        AuditTable exam = new AuditTable(
                "patient",
                "What the facts add",
                "Melanoma against the rest, the same images with and without the facts, with 95 % intervals over lesions. Within"
                        + " validation, where the regression is fitted, by ten times five folds of lesions, and the ROC AUC is the"
                        + " mean over folds; on test as it is. Log losses are means, in nats; a change below 0 is better.",
                FusionStudy.COLUMNS,
                rows,
                List.of());
        return Optional.of(new FittedFusion(command, today, fusion, exam));
    }

    /**
     * Gives a model the fusion, or another one.
     *
     * @param folder the dataset it was trained on
     * @param exam whether to examine the fusion on the test part, which is written into the ledger first
     * @return the model with the fusion
     * @throws ProblemException of kind {@code UNUSABLE} when model or dataset cannot be used, or tell too little
     */
    public ModelBundle add(
            String modelId,
            Path folder,
            List<Fact> facts,
            boolean exam,
            String command,
            Progress progress,
            CancelToken cancel)
            throws ProblemException {
        String today = LocalDate.now(ZoneId.systemDefault()).toString();
        try (LoadedModel model = context.open(modelId)) {
            ModelBundle bundle = model.bundle();
            long seed = bundle.spec().provenance().seed();
            Dataset dataset = Datasets.open(folder);
            Answered validation = ask(model, dataset, Part.VALIDATION, progress, cancel);
            check(facts, dataset, validation.samples());
            Optional<Answered> test = Optional.empty();
            if (exam) {
                bundle.ledger().append(new Opening(today, command, Exams.testPart(dataset.name(), seed)));
                test = Optional.of(ask(model, dataset, Part.TEST, progress, cancel));
            }
            FittedFusion fitted =
                    of(facts, validation, test, command, today, seed, cancel).orElseThrow();
            String text = FusionJson.write(fitted);
            return new BundleCare(Architectures::shapes)
                    .add(
                            bundle.folder(),
                            BundleFiles.PATIENT,
                            file -> Files.writeString(file, text, StandardCharsets.UTF_8));
        }
    }

    private Answered ask(LoadedModel model, Dataset dataset, Part part, Progress progress, CancelToken cancel)
            throws ProblemException {
        ModelSpec spec = model.bundle().spec();
        List<SplitFile.Row> rows = SplitFile.rows(model.bundle().folder().resolve(BundleFiles.SPLIT));
        List<Sample> samples = PartSamples.of(dataset, rows, part, spec.id());
        RawAnswers answers =
                RawAnswers.of(model.network(), samples, context.workers(), "stage.fusion", progress, cancel);
        return new Answered(samples, Exams.cases(spec.task(), spec.calibration(), answers));
    }
}
