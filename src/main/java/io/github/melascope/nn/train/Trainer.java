package io.github.melascope.nn.train;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.nn.arch.Architecture;
import io.github.melascope.nn.engine.ComputeDevice;
import io.github.melascope.nn.engine.NeuralEngine;
import io.github.melascope.tensor.Tensor;
import java.nio.file.Path;
import java.util.List;
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
     * Trains, or goes on with the folder's checkpoint. Where the plan asks for teachers, they are trained first, and the network
     * that is handed back is their student.
     *
     * @param start start weights, complete
     * @param folder holds the checkpoint, teachers, and the features of a quick training
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
        String fingerprint = TrainingFingerprint.of(plan, start, data);
        Optional<Checkpoint> checkpoint = resume ? Checkpoint.read(folder, fingerprint) : Optional.empty();
        Learners learners = new Learners(this, plan, architecture, start, data, folder, progress, cancel);
        NetworkTraining training = new NetworkTraining(this, architecture, start, learners, listener, cancel);
        try {
            List<Teachers.Teacher> teachers = new Teachers(plan, folder, fingerprint).train(training, resume);
            List<Map<String, Tensor>> taught =
                    teachers.stream().map(Teachers.Teacher::weights).toList();
            return training.run(new NetworkRun(plan, folder, fingerprint, 0), checkpoint, taught)
                    .after(teachers);
        } catch (RuntimeException | OutOfMemoryError e) {
            if (OutOfMemoryProblem.isMeant(e)) {
                throw new OutOfMemoryProblem(plan.batchSize(), e);
            }
            throw e;
        }
    }
}
