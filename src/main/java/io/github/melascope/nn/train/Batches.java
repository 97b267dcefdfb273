package io.github.melascope.nn.train;

import io.github.melascope.dataset.ClassWeights;
import io.github.melascope.dataset.Sampling;
import io.github.melascope.lesion.Task;
import java.util.Arrays;

/** Which training examples come when, and how much each class counts in the loss. */
final class Batches {
    private final TrainingPlan plan;
    private final int[] labels;
    private final int[] lesions;

    /**
     * @param labels class of each training example
     * @param lesions lesion of each
     */
    Batches(TrainingPlan plan, int[] labels, int[] lesions) {
        this.plan = plan;
        this.labels = labels;
        this.lesions = lesions;
    }

    /** Indices of the examples of an epoch, batch by batch. */
    int[][] of(int epoch) {
        int[] order = plan.oneOfEachLesion()
                ? Sampling.order(labels, lesions, plan.balancing(), plan.seed(), epoch)
                : Sampling.order(labels, plan.balancing(), plan.seed(), epoch);
        int[][] batches = new int[plan.steps(order.length)][];
        for (int b = 0; b < batches.length; b++) {
            int from = b * plan.batchSize();
            batches[b] = Arrays.copyOfRange(order, from, Math.min(order.length, from + plan.batchSize()));
        }
        return batches;
    }

    /** Batches of an epoch, which is equally long each time. */
    int steps() {
        return of(0).length;
    }

    /** Classes of a batch. */
    int[] labels(int[] batch) {
        return Arrays.stream(batch).map(i -> labels[i]).toArray();
    }

    /** The plan's τ times the logarithm of each class's share of the images; a class without any counts as one image. */
    float[] priors(Task task) {
        float[] priors = new float[Math.max(2, task.outputs())];
        int[] counts = new int[priors.length];
        for (int label : labels) {
            counts[label]++;
        }
        for (int c = 0; c < priors.length; c++) {
            double share = Math.max(1, counts[c]) / (double) labels.length;
            priors[c] = (float) (plan.loss().logitAdjustment() * Math.log(share));
        }
        return priors;
    }

    /** The plan's power of the balanced weights, scaled to a mean of 1 over the images: the learning rate keeps its meaning. */
    float[] classWeights(Task task) {
        int classes = Math.max(2, task.outputs());
        float[] balanced = ClassWeights.balanced(labels, classes);
        float[] weights = new float[classes];
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            weights[c] = (float) Math.pow(balanced[c], plan.loss().weightPower());
        }
        for (int label : labels) {
            sum += weights[label];
        }
        for (int c = 0; c < classes; c++) {
            weights[c] *= (float) (labels.length / sum);
        }
        return weights;
    }
}
