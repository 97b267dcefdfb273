package io.github.melascope.nn.train;

import ai.djl.ndarray.NDManager;
import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.base.Sha256;
import io.github.melascope.nn.arch.Architecture;
import io.github.melascope.nn.arch.MobileNetV2;
import io.github.melascope.nn.engine.ComputeDevice;
import io.github.melascope.nn.engine.NeuralEngine;
import io.github.melascope.nn.infer.Network;
import io.github.melascope.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/**
 * Trains a network. Call it on the one thread that owns the engine; it returns when the plan is done, throws
 * {@link java.util.concurrent.CancellationException} within a step of a cancel, and leaves a checkpoint either way.
 *
 * @param engine started
 * @param device to train on
 * @param opener opens networks to validate with
 * @param workers decode and augment beside the network
 */
public record Trainer(NeuralEngine engine, ComputeDevice device, NetworkOpener opener, ExecutorService workers) {
    /**
     * Trains, or goes on with the folder's checkpoint.
     *
     * @param start start weights, complete
     * @param folder holds the checkpoint, and the features of a quick training
     * @param resume whether a checkpoint in the folder is gone on with; it must be of this very training, but for the batch's
     *     size
     * @throws OutOfMemoryProblem when the device has too little memory for a batch; a resume may have a smaller one
     * @throws ProblemException when the folder cannot be written, the checkpoint is another training's, or the loss
     *     is no longer a number
     */
    public Trained train(
            TrainingPlan plan,
            Architecture architecture,
            Map<String, Tensor> start,
            TrainingData data,
            Path folder,
            boolean resume,
            Progress progress,
            TrainingListener listener,
            CancelToken cancel)
            throws ProblemException {
        String fingerprint = fingerprint(plan, start, data);
        Optional<Checkpoint> checkpoint = resume ? Checkpoint.read(folder, fingerprint) : Optional.empty();
        try (NDManager manager = engine.newManager(device);
                MobileNetV2 network = new MobileNetV2(architecture, manager, start);
                Learner learner = learner(plan, architecture, start, data, manager, folder, progress, cancel)) {
            return new TrainingLoop(
                            plan, network, start, manager, learner, folder, fingerprint, checkpoint, listener, cancel)
                    .run(checkpoint);
        } catch (RuntimeException | OutOfMemoryError e) {
            if (OutOfMemoryProblem.isMeant(e)) {
                throw new OutOfMemoryProblem(plan.batchSize(), e);
            }
            throw e;
        }
    }

    private Learner learner(
            TrainingPlan plan,
            Architecture architecture,
            Map<String, Tensor> start,
            TrainingData data,
            NDManager manager,
            Path folder,
            Progress progress,
            CancelToken cancel)
            throws ProblemException {
        if (plan.mode() == TrainingPlan.Mode.FULL) {
            return new ImageLearner(data, plan, architecture, opener, workers);
        }
        try (Network network = opener.open(architecture, start)) {
            Path file = folder.resolve("features-" + featuresKey(plan, start, data) + ".safetensors");
            return new FeatureLearner(plan, manager, Features.of(data, plan, network, file, workers, progress, cancel));
        }
    }

    /** What decides a training: plan but for the batch, start weights, labels and parts, and the pixels. */
    private static String fingerprint(TrainingPlan plan, Map<String, Tensor> start, TrainingData data) {
        MessageDigest digest = Sha256.digest();
        digest.update(plan.withBatchSize(2).toString().getBytes(StandardCharsets.UTF_8));
        add(digest, start);
        add(digest, data);
        digest.update(Arrays.toString(data.labels()).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** What decides the features: start weights, pixels, parts, views. */
    private static String featuresKey(TrainingPlan plan, Map<String, Tensor> start, TrainingData data) {
        MessageDigest digest = Sha256.digest();
        String views =
                plan.views() == 0 ? "" : plan.views() + plan.augmentation().toString() + plan.seed();
        digest.update(views.getBytes(StandardCharsets.UTF_8));
        add(digest, backbone(start));
        add(digest, data);
        return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    }

    private static Map<String, Tensor> backbone(Map<String, Tensor> weights) {
        Map<String, Tensor> backbone = new LinkedHashMap<>(weights);
        backbone.keySet().removeIf(name -> Architecture.stageOf(name) > Architecture.LAST_STAGE);
        return backbone;
    }

    private static void add(MessageDigest digest, Map<String, Tensor> weights) {
        weights.forEach((name, tensor) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            ByteBuffer bytes = ByteBuffer.allocate(4 * tensor.values().length);
            bytes.asFloatBuffer().put(tensor.values());
            digest.update(bytes);
        });
    }

    private static void add(MessageDigest digest, TrainingData data) {
        digest.update(Arrays.toString(data.training()).getBytes(StandardCharsets.UTF_8));
        digest.update(Arrays.toString(data.validation()).getBytes(StandardCharsets.UTF_8));
        byte[] frame = new byte[3 * data.images().size() * data.images().size()];
        for (int i = 0; i < data.labels().length; i++) {
            data.images().read(i, frame);
            digest.update(frame);
        }
    }
}
