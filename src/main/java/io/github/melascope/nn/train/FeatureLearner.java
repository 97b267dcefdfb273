package io.github.melascope.nn.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.melascope.dataset.Smote;
import io.github.melascope.nn.arch.Architecture;
import io.github.melascope.nn.arch.MobileNetV2;
import io.github.melascope.tensor.Tensor;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** Quick training: cached features through the head alone. */
final class FeatureLearner implements Learner {
    private static final int NEIGHBOURS = 5;

    private final NDManager parent;
    private final float[][] rows;
    private final int[] labels;
    private final Features.Table validation;
    private int[][] batches = {};
    private int next;

    FeatureLearner(TrainingPlan plan, NDManager parent, Features features) {
        this.parent = parent;
        this.validation = features.validation();
        Features.Table training = features.training();
        if (plan.smote()) {
            Smote.Points balanced = Smote.oversample(training.rows(), training.labels(), NEIGHBOURS, plan.seed());
            this.rows = balanced.x();
            this.labels = balanced.y();
        } else {
            this.rows = training.rows();
            this.labels = training.labels();
        }
    }

    @Override
    public int[] labels() {
        return labels;
    }

    @Override
    public int[] lesions() {
        return IntStream.range(0, labels.length).toArray(); // a view of an image is an example like any other
    }

    @Override
    public int[] validationLabels() {
        return validation.labels();
    }

    @Override
    public void beginEpoch(int epoch, int[][] epochBatches, int first) {
        batches = epochBatches;
        next = first;
    }

    @Override
    public NDArray nextInput(MobileNetV2 network, NDManager step, Mixup mixup) {
        int[] batch = batches[next++];
        float[][] chosen = new float[batch.length][];
        for (int i = 0; i < batch.length; i++) {
            chosen[i] = rows[batch[i]];
        }
        NDArray features = step.create(flat(chosen), new Shape(batch.length, Architecture.FEATURES));
        return mixup.blend(features, step);
    }

    @Override
    public NDArray logits(MobileNetV2 network, NDArray input, NDArray mask, int firstTrained) {
        return network.head(input, mask);
    }

    @Override
    public float[] validationLogits(Map<String, Tensor> weights) {
        try (NDManager manager = parent.newSubManager()) {
            NDArray x =
                    manager.create(flat(validation.rows()), new Shape(validation.rows().length, Architecture.FEATURES));
            NDArray hidden = dense(manager, x, weights, Architecture.HEAD_HIDDEN);
            NDArray rectified = hidden.getNDArrayInternal().relu();
            return dense(manager, rectified, weights, Architecture.HEAD_OUTPUT).toFloatArray();
        }
    }

    private static NDArray dense(NDManager manager, NDArray x, Map<String, Tensor> weights, String name) {
        Tensor weight = Objects.requireNonNull(weights.get(name + ".weight"), name);
        Tensor bias = Objects.requireNonNull(weights.get(name + ".bias"), name);
        return x.getNDArrayInternal()
                .linear(
                        x,
                        manager.create(weight.values(), new Shape(weight.shape())),
                        manager.create(bias.values(), new Shape(bias.shape())))
                .head();
    }

    private static float[] flat(float[][] rows) {
        float[] values = new float[rows.length * Architecture.FEATURES];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, values, i * Architecture.FEATURES, Architecture.FEATURES);
        }
        return values;
    }

    @Override
    public void close() {
        // nothing native is held between calls
    }
}
