package io.github.melascope.nn.train;

import io.github.melascope.tensor.Tensor;
import java.util.List;
import java.util.Map;

/**
 * What a training gives.
 *
 * @param weights of the best epoch, by torchvision's names
 * @param bestEpoch from 0
 * @param bestScore on the validation part
 * @param history every epoch
 * @param seconds it took, over all resumes, its teachers included
 */
public record Trained(
        Map<String, Tensor> weights,
        int bestEpoch,
        double bestScore,
        List<TrainingListener.EpochReport> history,
        double seconds) {
    /** The same, after its teachers were trained. */
    Trained after(List<Teachers.Teacher> teachers) {
        double all = seconds
                + teachers.stream().mapToDouble(Teachers.Teacher::seconds).sum();
        return new Trained(weights, bestEpoch, bestScore, history, all);
    }
}
