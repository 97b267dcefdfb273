package io.github.melascope.app;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.IoReason;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.dataset.Dataset;
import io.github.melascope.dataset.Datasets;
import io.github.melascope.dataset.InspectedDataset;
import io.github.melascope.dataset.Part;
import io.github.melascope.dataset.Sample;
import io.github.melascope.dataset.Split;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.Task;
import io.github.melascope.metrics.AuditResult;
import io.github.melascope.metrics.Bootstrap;
import io.github.melascope.nn.arch.Architecture;
import io.github.melascope.nn.engine.ComputeDevice;
import io.github.melascope.nn.infer.Head;
import io.github.melascope.nn.infer.Network;
import io.github.melascope.nn.infer.Networks;
import io.github.melascope.nn.train.PixelCache;
import io.github.melascope.nn.train.Trained;
import io.github.melascope.nn.train.Trainer;
import io.github.melascope.nn.train.TrainingData;
import io.github.melascope.nn.train.TrainingListener;
import io.github.melascope.nn.train.TrainingPlan;
import io.github.melascope.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Measures what a model makes of a diagnosis that it has never seen: for each diagnosis a head is trained on frozen features
 * of all images but its own, and asked about the validation part. The test part is not looked at.
 */
public final class UnknownAudit {
    private static final long SEED = 1;

    private final AppContext context;

    public UnknownAudit(AppContext context) {
        this.context = context;
    }

    /**
     * What to measure.
     *
     * @param dataset folder of labelled images, with diagnoses
     * @param init name of a safetensors file whose weights have never seen dermoscopic images, or {@link StartWeights#NONE}
     * @param plan JSON file that overrides parts of the usual plan of a quick training
     * @param seed of split and trainings
     * @param command the command line, for the result
     */
    public record Request(Path dataset, String init, Optional<Path> plan, long seed, String command) {}

    /** All that the trainings share. */
    private record Bench(
            TrainingPlan plan,
            Architecture architecture,
            Map<String, Tensor> start,
            ComputeDevice device,
            Split split,
            Path folder,
            Progress progress,
            CancelToken cancel) {}

    /**
     * Trains and measures, on the engine's thread, and waits.
     *
     * @throws ProblemException of kind {@code UNUSABLE} when the dataset has no diagnoses or cannot be used, or the start
     *     weights have learnt from labelled lesions
     */
    public AuditResult run(Request request, Progress progress, CancelToken cancel) throws ProblemException {
        TrainingPlan usual = TrainingPlan.of(TrainingPlan.Mode.QUICK, Task.DIAGNOSIS, request.seed());
        TrainingPlan plan =
                request.plan().isPresent() ? PlanFile.read(request.plan().get(), usual) : usual;
        StartWeights start = StartWeights.of(Optional.of(request.init()), "", context.models());
        start.refuseTaught(request.init());
        Dataset dataset = Datasets.open(request.dataset());
        TrainingSetup.requireDiagnoses(dataset, Task.DIAGNOSIS, request.dataset());
        Split split = InspectedDataset.of(dataset, progress, cancel).split(request.seed());
        TrainableSplit.check(split);
        ComputeDevice device = Devices.choose(context, Optional.empty());
        Architecture architecture = start.architecture(plan);
        Path folder = scratch();
        try {
            Bench bench = new Bench(
                    plan,
                    architecture,
                    start.complete(architecture, plan.seed()),
                    device,
                    split,
                    folder,
                    progress,
                    cancel);
            List<LeftOut> all = context.engineThread().call(() -> leaveOut(bench));
            return result(request, start, dataset, split, new UnknownTables(all, bootstrap(), cancel));
        } finally {
            Folders.delete(folder);
        }
    }

    private static Bootstrap bootstrap() {
        return new Bootstrap(Bootstrap.DRAWS, SEED);
    }

    private Path scratch() throws ProblemException {
        Path cache = context.cache();
        try {
            Files.createDirectories(cache);
            return Files.createTempDirectory(cache, "unknown");
        } catch (IOException e) {
            throw new ProblemException(
                    ProblemException.Kind.UNUSABLE, e, "problem.file.unwritten", cache, IoReason.of(e));
        }
    }

    /** Diagnoses without a single image on either side cannot be left out. */
    private List<LeftOut> leaveOut(Bench bench) throws ProblemException {
        List<Sample> training = bench.split.part(Part.TRAIN);
        List<Sample> validation = bench.split.part(Part.VALIDATION);
        List<Path> files = Stream.concat(training.stream(), validation.stream())
                .map(Sample::file)
                .toList();
        List<LeftOut> all = new ArrayList<>();
        try (Network network = Networks.open(bench.architecture, bench.start, bench.device, context.threads());
                Network remembering = new RememberingNetwork(network);
                PixelCache images = PixelCache.build(
                        files,
                        bench.folder.resolve("pixels.cache"),
                        bench.plan.inputSize(),
                        context.workers(),
                        bench.progress,
                        bench.cancel)) {
            RawAnswers learnt = ask(remembering, training, bench);
            RawAnswers asked = ask(remembering, validation, bench);
            Set<Diagnosis> both = diagnoses(training);
            both.retainAll(diagnoses(validation));
            for (Diagnosis left : both) {
                bench.progress.report("stage.leaving-out", all.size(), both.size());
                Head head = new Head(bench.architecture, train(left, remembering, images, bench));
                all.add(LeftOut.of(left, head, learnt, asked, bench.plan.seed()));
            }
        }
        return all;
    }

    private static Set<Diagnosis> diagnoses(List<Sample> samples) {
        return samples.stream().map(LeftOut::diagnosis).collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    private RawAnswers ask(Network network, List<Sample> samples, Bench bench) throws ProblemException {
        return RawAnswers.of(network, samples, context.workers(), "stage.features", bench.progress, bench.cancel);
    }

    /** Neither the head nor the choice of its best epoch sees an image of the diagnosis. */
    private Map<String, Tensor> train(Diagnosis left, Network remembering, PixelCache images, Bench bench)
            throws ProblemException {
        List<Sample> training = bench.split.part(Part.TRAIN);
        List<Sample> samples = Stream.concat(training.stream(), bench.split.part(Part.VALIDATION).stream())
                .toList();
        int[] labels = samples.stream()
                .mapToInt(sample -> LeftOut.label(LeftOut.diagnosis(sample), left))
                .toArray();
        int[] known = IntStream.range(0, labels.length)
                .filter(i -> LeftOut.diagnosis(samples.get(i)) != left)
                .toArray();
        TrainingData data = new TrainingData(
                images,
                labels,
                java.util.Arrays.stream(known).filter(i -> i < training.size()).toArray(),
                java.util.Arrays.stream(known).filter(i -> i >= training.size()).toArray());
        Trainer trainer = new Trainer(context.engine(), bench.device, (a, weights) -> remembering, context.workers());
        Path folder = bench.folder.resolve(left.code());
        Trained trained = trainer.train(
                bench.plan,
                bench.architecture,
                bench.start,
                data,
                folder,
                false,
                bench.progress,
                TrainingListener.NONE,
                bench.cancel);
        Folders.delete(folder);
        return trained.weights();
    }

    private static AuditResult result(
            Request request, StartWeights start, Dataset dataset, Split split, UnknownTables tables)
            throws ProblemException {
        List<Sample> samples = split.part(Part.VALIDATION);
        return new AuditResult(
                "quick trainings from " + start.name(),
                start.sha256(),
                dataset.name() + ", " + Part.VALIDATION.code() + " part, seed " + request.seed(),
                samples.size(),
                (int) samples.stream().map(Sample::lesionId).distinct().count(),
                (int) samples.stream().filter(Sample::melanoma).count(),
                request.command(),
                LocalDate.now(ZoneId.systemDefault()).toString(),
                bootstrap(),
                tables.all());
    }
}
