package io.github.melascope.app;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.dataset.Dataset;
import io.github.melascope.dataset.Datasets;
import io.github.melascope.dataset.Exclusions;
import io.github.melascope.dataset.InspectedDataset;
import io.github.melascope.dataset.Part;
import io.github.melascope.dataset.Split;
import io.github.melascope.lesion.Task;
import io.github.melascope.nn.engine.ComputeDevice;
import io.github.melascope.nn.train.TrainingPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that a training needs, checked before it begins.
 *
 * @param root folder of the model to be
 * @param dataset what can be read of it, less what the user left out
 */
record TrainingSetup(
        TrainingRequest request,
        Path root,
        TrainingPlan plan,
        StartWeights start,
        ComputeDevice device,
        Dataset dataset,
        Split split) {
    /**
     * @param inspected spares a second look into every image where it is still what the folder holds
     * @throws ProblemException when dataset, plan, device or start weights cannot be used, or the model exists
     */
    static TrainingSetup of(
            AppContext context,
            TrainingRequest request,
            @Nullable InspectedDataset inspected,
            Progress progress,
            CancelToken cancel)
            throws ProblemException {
        Path root = request.modelsDir().orElse(context.modelsFolder());
        refuseExisting(root, request);
        TrainingPlan usual = TrainingPlan.of(request.mode(), request.task(), request.seed());
        TrainingPlan plan =
                request.plan().isPresent() ? PlanFile.read(request.plan().get(), usual) : usual;
        StartWeights start = StartWeights.of(request.init(), request.id(), context.models());
        Dataset dataset = usable(request, request.task());
        InspectedDataset looked = inspected != null && inspected.dataset().equals(dataset)
                ? inspected
                : InspectedDataset.of(dataset, progress, cancel);
        Split split = looked.split(request.seed());
        TrainableSplit.check(split);
        start.refuseLeak(split);
        checkOutlines(request, plan, split);
        FusionMaker.check(plan.patient(), dataset, split.part(Part.VALIDATION));
        ComputeDevice device = Devices.choose(context, request.device());
        return new TrainingSetup(request, root, plan, start, device, looked.readable(), split);
    }

    /**
     * All that it takes to make a model of weights that are trained.
     *
     * @throws ProblemException when dataset or device cannot be used, or the model exists
     */
    static TrainingSetup finishing(
            AppContext context, TrainingRequest request, Draft weights, Progress progress, CancelToken cancel)
            throws ProblemException {
        Path root = request.modelsDir().orElse(context.modelsFolder());
        refuseExisting(root, request);
        StartWeights start = new StartWeights(
                weights.tensors(), weights.convention(), weights.startName(), weights.startSha256(), List.of());
        InspectedDataset looked =
                InspectedDataset.of(usable(request, weights.plan().task()), progress, cancel);
        Split split = looked.split(request.seed());
        TrainableSplit.check(split);
        ComputeDevice device = Devices.choose(context, request.device());
        return new TrainingSetup(request, root, weights.plan(), start, device, looked.readable(), split);
    }

    /** Where weights without an exam are written. */
    Path draftFile() {
        return root.resolve(request.id() + Draft.ENDING);
    }

    /** Where checkpoint and caches lie until the model is made. */
    Path folder() {
        return root.resolve("." + request.id() + ".training");
    }

    private static Dataset usable(TrainingRequest request, Task task) throws ProblemException {
        Dataset whole = Datasets.open(request.dataset());
        Dataset dataset = request.exclude().isPresent()
                ? Exclusions.apply(whole, request.exclude().get())
                : whole;
        requireDiagnoses(dataset, task, request.dataset());
        return dataset;
    }

    /** Says that seven diagnoses cannot be learnt where some images are only known as benign or malignant. */
    static void requireDiagnoses(Dataset dataset, Task task, Path folder) throws ProblemException {
        if (task == Task.DIAGNOSIS && !dataset.hasDiagnoses()) {
            throw new ProblemException(ProblemException.Kind.UNUSABLE, "problem.training.benign", folder);
        }
    }

    private static void checkOutlines(TrainingRequest request, TrainingPlan plan, Split split) throws ProblemException {
        Optional<LesionMasks> outlines = LesionMasks.wanted(plan, request.masks());
        if (outlines.isPresent()) {
            outlines.get().check(split.part(Part.TRAIN));
        }
    }

    /** Said before hours of training, not after. */
    private static void refuseExisting(Path root, TrainingRequest request) throws ProblemException {
        if (!request.replace() && Files.exists(root.resolve(request.id()))) {
            throw new ProblemException(ProblemException.Kind.USAGE, "problem.training.exists", request.id(), root);
        }
    }
}
