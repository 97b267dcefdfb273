package io.github.melascope.nn.train;

import ai.djl.ndarray.NDManager;
import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.nn.arch.Architecture;
import io.github.melascope.nn.arch.MobileNetV2;
import io.github.melascope.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Trains the networks of a training, each from the same start weights.
 *
 * @param trainer knows engine and device
 * @param start start weights, complete
 * @param learners of the networks
 * @param listener hears of every network
 */
record NetworkTraining(
        Trainer trainer,
        Architecture architecture,
        Map<String, Tensor> start,
        Learners learners,
        TrainingListener listener,
        CancelToken cancel) {
    /**
     * Trains one network to its plan's end; what is native is freed when this returns.
     *
     * @param checkpoint to go on with
     * @param teachers weights of the networks that it learns from; none for a network that learns from labels alone
     */
    Trained run(NetworkRun run, Optional<Checkpoint> checkpoint, List<Map<String, Tensor>> teachers)
            throws ProblemException {
        try (NDManager manager = trainer.engine().newManager(trainer.device());
                MobileNetV2 network = new MobileNetV2(architecture, manager, start);
                TeacherNetworks answering =
                        new TeacherNetworks(run.plan().distillation(), architecture, manager, teachers);
                Learner learner = learners.of(run.plan(), manager)) {
            return new TrainingLoop(run, network, answering, start, manager, learner, checkpoint, listener, cancel)
                    .run(checkpoint);
        }
    }
}
