package io.github.melascope.app;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.dataset.InspectedDataset;
import io.github.melascope.dataset.Part;
import io.github.melascope.dataset.Sample;
import io.github.melascope.dataset.SplitFile;
import io.github.melascope.model.ModelBundle;
import io.github.melascope.nn.arch.Architecture;
import io.github.melascope.nn.engine.ComputeDevice;
import io.github.melascope.nn.infer.Network;
import io.github.melascope.nn.infer.Networks;
import io.github.melascope.nn.train.OtherSkin;
import io.github.melascope.nn.train.PixelCache;
import io.github.melascope.nn.train.Trained;
import io.github.melascope.nn.train.Trainer;
import io.github.melascope.nn.train.TrainingData;
import io.github.melascope.nn.train.TrainingListener;
import io.github.melascope.nn.train.TrainingPlan;
import io.github.melascope.tensor.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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
     * @throws io.github.melascope.nn.train.OutOfMemoryProblem when a smaller batch might do
     * @throws ProblemException when dataset, plan or start weights cannot be used, or nothing can be saved
     */
    public ModelBundle run(TrainingRequest request, Progress progress, TrainingListener listener, CancelToken cancel)
            throws ProblemException {
        return run(request, null, progress, listener, cancel);
    }

    /** @param inspected the dataset where it has been looked into before, which then is not done again */
    ModelBundle run(
            TrainingRequest request,
            @Nullable InspectedDataset inspected,
            Progress progress,
            TrainingListener listener,
            CancelToken cancel)
            throws ProblemException {
        TrainingSetup setup = TrainingSetup.of(context, request, inspected, progress, cancel);
        ModelBundle bundle = context.engineThread().call(() -> train(setup, progress, listener, cancel));
        Folders.delete(setup.folder()); // the checkpoint has done its work
        return bundle;
    }

    /**
     * Trains, and writes the weights without taking the exam: for recipes that are tried, and for weights to be averaged.
     *
     * @return the draft's file
     */
    public Path draft(TrainingRequest request, Progress progress, TrainingListener listener, CancelToken cancel)
            throws ProblemException {
        TrainingSetup setup = TrainingSetup.of(context, request, null, progress, cancel);
        Trained trained = context.engineThread().call(() -> fit(setup, progress, listener, cancel));
        StartWeights start = setup.start();
        Path file = setup.draftFile();
        new Draft(
                        request.id(),
                        trained.weights(),
                        start.convention(),
                        setup.plan(),
                        SplitFile.text(setup.split()),
                        start.name(),
                        start.sha256(),
                        trained.seconds(),
                        request.command())
                .write(file);
        Folders.delete(setup.folder());
        return file;
    }

    private ModelBundle train(TrainingSetup setup, Progress progress, TrainingListener listener, CancelToken cancel)
            throws ProblemException {
        Trained trained = fit(setup, progress, listener, cancel);
        Architecture architecture = setup.start().architecture(setup.plan());
        try (Network network = open(architecture, trained.weights(), setup.device())) {
            return new ModelMaker(context, network, progress, cancel).make(setup, trained);
        }
    }

    private Trained fit(TrainingSetup setup, Progress progress, TrainingListener listener, CancelToken cancel)
            throws ProblemException {
        TrainingPlan plan = setup.plan();
        Architecture architecture = setup.start().architecture(plan);
        List<Sample> samples = new ArrayList<>(setup.split().part(Part.TRAIN));
        int training = samples.size();
        samples.addAll(setup.split().part(Part.VALIDATION));
        List<Path> files = samples.stream().map(Sample::file).toList();
        Path cache = setup.folder().resolve("pixels.cache");
        try (PixelCache images =
                PixelCache.build(files, cache, plan.inputSize(), plan.light(), context.workers(), progress, cancel)) {
            int[] labels = samples.stream().mapToInt(s -> s.label(plan.task())).toArray();
            Trainer trainer = new Trainer(
                    context.engine(), setup.device(), (a, w) -> open(a, w, setup.device()), context.workers());
            Map<String, Tensor> weights = setup.start().complete(architecture, plan.seed());
            boolean resume = setup.request().resume();
            try (OtherSkin skin = skin(setup, samples.subList(0, training), images, progress, cancel)) {
                TrainingData data = new TrainingData(
                        images,
                        labels,
                        TrainingData.lesions(samples),
                        IntStream.range(0, training).toArray(),
                        IntStream.range(training, labels.length).toArray(),
                        Optional.ofNullable(skin));
                return trainer.train(
                        plan, architecture, weights, data, setup.folder(), resume, progress, listener, cancel);
            }
        }
    }

    /** Lesions and skins of the training part, where the plan sets lesions on other skin. */
    private @Nullable OtherSkin skin(
            TrainingSetup setup, List<Sample> samples, PixelCache images, Progress progress, CancelToken cancel)
            throws ProblemException {
        Optional<LesionMasks> masks =
                LesionMasks.wanted(setup.plan(), setup.request().masks());
        if (masks.isEmpty() || setup.plan().mode() != TrainingPlan.Mode.FULL) {
            return null;
        }
        OtherSkin.Outlines outlines = masks.get().of(samples, sample -> true, images.size());
        return OtherSkin.of(images, samples.size(), outlines, setup.folder(), context.workers(), progress, cancel);
    }

    private Network open(Architecture architecture, Map<String, Tensor> weights, ComputeDevice device)
            throws ProblemException {
        return Networks.open(architecture, weights, device, context.threads());
    }
}
