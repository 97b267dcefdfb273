package io.github.melascope.app;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.dataset.Dataset;
import io.github.melascope.dataset.Part;
import io.github.melascope.dataset.Sample;
import io.github.melascope.dataset.Split;
import io.github.melascope.dataset.SplitFile;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.metrics.Case;
import io.github.melascope.metrics.ExamResult;
import io.github.melascope.metrics.FittedFusion;
import io.github.melascope.model.BundleContent;
import io.github.melascope.model.ModelBundle;
import io.github.melascope.model.ModelSpec;
import io.github.melascope.model.Normalisation;
import io.github.melascope.model.Opening;
import io.github.melascope.model.Provenance;
import io.github.melascope.model.ReferenceSet;
import io.github.melascope.nn.arch.Architecture;
import io.github.melascope.nn.arch.Convention;
import io.github.melascope.nn.infer.Network;
import io.github.melascope.nn.infer.Networks;
import io.github.melascope.nn.train.Trained;
import io.github.melascope.nn.train.TrainingPlan;
import io.github.melascope.tensor.Safetensors;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Makes a bundle of a trained network: calibration and thresholds from validation, then the exam, opened once. */
final class ModelMaker {
    private final AppContext context;
    private final Network network;
    private final Progress progress;
    private final CancelToken cancel;

    /** @param network of one view; the request says how many the model has */
    ModelMaker(AppContext context, Network network, Progress progress, CancelToken cancel) {
        this.context = context;
        this.network = network;
        this.progress = progress;
        this.cancel = cancel;
    }

    ModelBundle make(TrainingSetup setup, Trained trained) throws ProblemException {
        TrainingRequest request = setup.request();
        TrainingPlan plan = setup.plan();
        Dataset dataset = setup.dataset();
        Split split = setup.split();
        ReferenceSet reference = References.of(
                ask(setup, References.choose(split.part(Part.TRAIN), request.seed()), "stage.remembering"));
        RawAnswers validation = ask(setup, split.part(Part.VALIDATION), "stage.thresholds");
        Calibration calibration = Calibration.of(plan.task(), validation, searchable(reference), request.seed());
        Safetensors familiarity = FamiliarityMaker.of(
                        ask(setup, split.part(Part.TRAIN), "stage.familiarity"),
                        validation,
                        ask(setup, split.part(Part.VALIDATION), FamiliarityMaker.BLURRED, "stage.familiarity"))
                .toSafetensors();
        String today = LocalDate.now(java.time.ZoneId.systemDefault()).toString();
        String exam = Exams.testPart(dataset.name(), request.seed());
        List<Case> test =
                Exams.cases(plan.task(), calibration.answers(), ask(setup, split.part(Part.TEST), "stage.exam"));
        ExamResult result = Exams.examine(exam, 1, calibration.thresholds(), test);
        Map<String, List<Case>> predictions = new LinkedHashMap<>();
        predictions.put(Part.VALIDATION.code(), Exams.cases(plan.task(), calibration.answers(), validation));
        predictions.put(Part.TEST.code(), test);
        Optional<FittedFusion> patient = plan.patient().isEmpty()
                ? Optional.empty()
                : FusionMaker.of(
                        plan.patient(),
                        new FusionMaker.Answered(split.part(Part.VALIDATION), predictions.get(Part.VALIDATION.code())),
                        Optional.of(new FusionMaker.Answered(split.part(Part.TEST), test)),
                        request.command(),
                        today,
                        request.seed(),
                        cancel);
        ModelSpec spec = spec(setup, trained, calibration, today);
        BundleContent content = new BundleContent(
                spec,
                trained.weights(),
                reference,
                result,
                SplitFile.text(split),
                predictions,
                DataLicence.of(dataset).text(),
                List.of(new Opening(today, request.command(), exam)),
                Optional.of(familiarity),
                patient);
        return ModelBundle.save(setup.root(), content, request.replace(), Architectures::shapes);
    }

    private RawAnswers ask(TrainingSetup setup, List<Sample> samples, String stage) throws ProblemException {
        return ask(setup, samples, UnaryOperator.identity(), stage);
    }

    private RawAnswers ask(TrainingSetup setup, List<Sample> samples, UnaryOperator<RgbImage> change, String stage)
            throws ProblemException {
        Network viewed =
                Networks.seeing(network, setup.request().views(), setup.plan().light());
        return RawAnswers.of(viewed, samples, change, context.workers(), stage, progress, cancel);
    }

    static io.github.melascope.nn.infer.ReferenceSet searchable(ReferenceSet reference) {
        return new io.github.melascope.nn.infer.ReferenceSet(
                reference.embeddings(), reference.names(), reference.diagnoses());
    }

    private static ModelSpec spec(TrainingSetup setup, Trained trained, Calibration calibration, String today) {
        TrainingRequest request = setup.request();
        TrainingPlan plan = setup.plan();
        StartWeights start = setup.start();
        Dataset dataset = setup.dataset();
        DataLicence licence = DataLicence.of(dataset);
        Provenance provenance = new Provenance(
                request.command(),
                ProgramVersion.text(),
                dataset.name(),
                dataset.samples().size(),
                dataset.lesions(),
                request.seed(),
                PlanFile.write(plan),
                start.name(),
                start.sha256(),
                setup.device().code(),
                Math.round(trained.seconds()),
                today);
        return new ModelSpec(
                request.id(),
                title(plan),
                today,
                Architecture.NAME,
                start.convention().code(),
                plan.task(),
                plan.hidden(),
                plan.dropout(),
                plan.inputSize(),
                normalisation(start.convention(), plan),
                plan.task().classes(),
                calibration.answers(),
                request.views(),
                calibration.thresholds(),
                provenance,
                licence.name(),
                licence.notes(),
                List.of(),
                Map.of());
    }

    private static String title(TrainingPlan plan) {
        String way = plan.mode() == TrainingPlan.Mode.FULL ? "fine-tuned" : "head on frozen features";
        String task = plan.task().outputs() == 1 ? "melanoma or not" : "seven diagnoses";
        return "Dermoscopic images, " + task + " (MobileNetV2, " + way + ")";
    }

    private static Normalisation normalisation(Convention convention, TrainingPlan plan) {
        return new Normalisation(
                IntStream.range(0, 3).mapToObj(c -> rounded(convention.mean(c))).toList(),
                IntStream.range(0, 3)
                        .mapToObj(c -> rounded(convention.deviation(c)))
                        .toList(),
                plan.colorConstancy());
    }

    /** The decimal that the float was written as. */
    private static double rounded(float value) {
        return Double.parseDouble(Float.toString(value));
    }
}
