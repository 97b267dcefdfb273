package io.github.melascope.nn.train;

import ai.djl.ndarray.NDManager;
import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.nn.arch.Architecture;
import io.github.melascope.nn.infer.Network;
import io.github.melascope.tensor.Tensor;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes what each network of a training learns from. All learn from the same images; the features of a quick training are
 * computed once, as the training's own plan says, and its teachers share them whatever their seeds are.
 */
final class Learners {
    private final Trainer trainer;
    private final TrainingPlan plan;
    private final Architecture architecture;
    private final Map<String, Tensor> start;
    private final TrainingData data;
    private final Path folder;
    private final Progress progress;
    private final CancelToken cancel;
    private @Nullable Features features;

    /** @param folder keeps the features of a quick training */
    Learners(
            Trainer trainer,
            TrainingPlan plan,
            Architecture architecture,
            Map<String, Tensor> start,
            TrainingData data,
            Path folder,
            Progress progress,
            CancelToken cancel) {
        this.trainer = trainer;
        this.plan = plan;
        this.architecture = architecture;
        this.start = start;
        this.data = data;
        this.folder = folder;
        this.progress = progress;
        this.cancel = cancel;
    }

    /**
     * One network's.
     *
     * @param own the network's plan, which may have another seed
     * @param manager of the network
     */
    Learner of(TrainingPlan own, NDManager manager) throws ProblemException {
        return plan.mode() == TrainingPlan.Mode.FULL
                ? new ImageLearner(data, own, architecture, trainer.opener(), trainer.workers())
                : new FeatureLearner(own, manager, features());
    }

    private Features features() throws ProblemException {
        Features known = features;
        if (known == null) {
            String key = TrainingFingerprint.ofFeatures(plan, start, data);
            Path file = folder.resolve("features-" + key + ".safetensors");
            try (Network network = trainer.opener().open(architecture, start)) {
                known = Features.of(data, plan, network, file, trainer.workers(), progress, cancel);
            }
            features = known;
        }
        return known;
    }
}
