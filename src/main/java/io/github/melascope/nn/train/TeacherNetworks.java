package io.github.melascope.nn.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.melascope.nn.arch.Architecture;
import io.github.melascope.nn.arch.MobileNetV2;
import io.github.melascope.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The teachers of a student on its device: networks that learn nothing any more, and are asked in every step. */
final class TeacherNetworks implements AutoCloseable {
    private final Distillation distillation;
    private final int hidden;
    private final int outputs;
    private final List<MobileNetV2> networks = new ArrayList<>();

    /**
     * @param manager owns them
     * @param weights of each, complete; none where there are no teachers
     */
    TeacherNetworks(
            Distillation distillation,
            Architecture architecture,
            NDManager manager,
            List<Map<String, Tensor>> weights) {
        this.distillation = distillation;
        this.hidden = architecture.hidden();
        this.outputs = architecture.task().outputs();
        weights.forEach(each -> networks.add(new MobileNetV2(architecture, manager, each)));
    }

    /**
     * What they say of a batch, by the statistics of their own training and without dropout. Gradients must not be recorded.
     *
     * @param input the student's, which stays what and whose it is
     * @return none where there are no teachers
     */
    SoftTargets answers(Learner learner, NDArray input) {
        if (networks.isEmpty()) {
            return SoftTargets.NONE;
        }
        NDManager step = input.getManager();
        List<float[]> logits = new ArrayList<>();
        for (MobileNetV2 network : networks) {
            // What a network makes lies with its input: so it is freed before the next one, or the student, needs the
            // room.
            try (NDManager pass = step.newSubManager()) {
                input.attach(pass);
                NDArray keepAll = pass.ones(new Shape(input.getShape().get(0), hidden));
                logits.add(
                        learner.logits(network, input, keepAll, Phase.HEAD_ONLY).toFloatArray());
                input.attach(step);
            }
        }
        return SoftTargets.of(logits, outputs, distillation);
    }

    @Override
    public void close() {
        networks.forEach(MobileNetV2::close);
    }
}
