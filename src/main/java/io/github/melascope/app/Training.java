package io.github.melascope.app;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.dataset.Dataset;
import io.github.melascope.dataset.DatasetDoctor;
import io.github.melascope.dataset.DatasetReport;
import io.github.melascope.dataset.Datasets;
import io.github.melascope.dataset.Fractions;
import io.github.melascope.dataset.Part;
import io.github.melascope.dataset.Sample;
import io.github.melascope.dataset.Split;
import io.github.melascope.dataset.Splitter;
import io.github.melascope.lesion.Task;
import io.github.melascope.model.ModelBundle;
import io.github.melascope.nn.arch.Architecture;
import io.github.melascope.nn.engine.ComputeDevice;
import io.github.melascope.nn.infer.Network;
import io.github.melascope.nn.infer.Networks;
import io.github.melascope.nn.train.PixelCache;
import io.github.melascope.nn.train.Trained;
import io.github.melascope.nn.train.Trainer;
import io.github.melascope.nn.train.TrainingData;
import io.github.melascope.nn.train.TrainingListener;
import io.github.melascope.nn.train.TrainingPlan;
import io.github.melascope.tensor.Tensor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** From a folder of labelled images to a model with its exam. */
public final class Training {
    private final AppContext context;

    public Training(AppContext context) {
        this.context = context;
    }

    /**
     * Trains on the engine's thread and waits.
     *
     * @return the model as it was saved and read back
     * @throws ProblemException when dataset, plan or start weights cannot be used, or nothing can be saved
     */
    public ModelBundle run(TrainingRequest request, Progress progress, TrainingListener listener, CancelToken cancel)
            throws ProblemException {
        Path root = request.modelsDir().orElse(context.modelsFolder());
        refuseExisting(root, request);
        TrainingPlan usual = TrainingPlan.of(request.mode(), request.task(), request.seed());
        TrainingPlan plan =
                request.plan().isPresent() ? PlanFile.read(request.plan().get(), usual) : usual;
        StartWeights start = StartWeights.of(request.init(), request.id(), context.models());
        Dataset dataset = usable(request);
        DatasetReport report = DatasetDoctor.check(dataset, progress, cancel);
        Dataset readable = dataset.without(report.unreadableImages());
        Split split = Splitter.split(readable.samples(), report.merges(), Fractions.USUAL, request.seed());
        split.checkContent(report.identicalImages());
        start.refuseLeak(split);
        Path folder = root.resolve("." + request.id() + ".training");
        ModelBundle bundle = context.engineThread()
                .call(() -> train(request, plan, start, readable, split, folder, progress, listener, cancel));
        Folders.delete(folder); // the checkpoint has done its work
        return bundle;
    }

    private ModelBundle train(
            TrainingRequest request,
            TrainingPlan plan,
            StartWeights start,
            Dataset dataset,
            Split split,
            Path folder,
            Progress progress,
            TrainingListener listener,
            CancelToken cancel)
            throws ProblemException {
        Architecture architecture = start.architecture(plan);
        ComputeDevice device = context.engine().preferredDevice();
        Trained trained =
                fit(plan, architecture, start, split, folder, device, request.resume(), progress, listener, cancel);
        try (Network network = open(architecture, trained.weights(), device)) {
            ModelMaker maker = new ModelMaker(context, network, progress, cancel);
            return maker.make(request, plan, start, dataset, split, trained, device);
        }
    }

    private Trained fit(
            TrainingPlan plan,
            Architecture architecture,
            StartWeights start,
            Split split,
            Path folder,
            ComputeDevice device,
            boolean resume,
            Progress progress,
            TrainingListener listener,
            CancelToken cancel)
            throws ProblemException {
        List<Sample> samples = new ArrayList<>(split.part(Part.TRAIN));
        int training = samples.size();
        samples.addAll(split.part(Part.VALIDATION));
        List<Path> files = samples.stream().map(Sample::file).toList();
        Path cache = folder.resolve("pixels.cache");
        try (PixelCache images =
                PixelCache.build(files, cache, plan.inputSize(), context.workers(), progress, cancel)) {
            int[] labels = samples.stream().mapToInt(s -> s.label(plan.task())).toArray();
            TrainingData data = new TrainingData(
                    images,
                    labels,
                    IntStream.range(0, training).toArray(),
                    IntStream.range(training, labels.length).toArray());
            Trainer trainer = new Trainer(context.engine(), device, (a, w) -> open(a, w, device), context.workers());
            Map<String, Tensor> weights = start.complete(architecture, plan.seed());
            return trainer.train(plan, architecture, weights, data, folder, resume, progress, listener, cancel);
        }
    }

    private Network open(Architecture architecture, Map<String, Tensor> weights, ComputeDevice device)
            throws ProblemException {
        return Networks.open(architecture, weights, device, context.threads());
    }

    private static Dataset usable(TrainingRequest request) throws ProblemException {
        Dataset dataset = Datasets.open(request.dataset());
        if (request.task() == Task.DIAGNOSIS && !dataset.hasDiagnoses()) {
            throw new ProblemException(ProblemException.Kind.UNUSABLE, "problem.training.benign", request.dataset());
        }
        return dataset;
    }

    /** Said before hours of training, not after. */
    private static void refuseExisting(Path root, TrainingRequest request) throws ProblemException {
        if (!request.replace() && Files.exists(root.resolve(request.id()))) {
            throw new ProblemException(ProblemException.Kind.USAGE, "problem.training.exists", request.id(), root);
        }
    }
}
