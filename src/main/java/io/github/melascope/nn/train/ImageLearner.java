package io.github.melascope.nn.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.melascope.base.ProblemException;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.nn.arch.Architecture;
import io.github.melascope.nn.arch.MobileNetV2;
import io.github.melascope.nn.infer.Network;
import io.github.melascope.tensor.Tensor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;

/** Full training: augmented images through the whole network. */
final class ImageLearner implements Learner {
    private static final int VALIDATION_BATCH = 64;

    private final TrainingData data;
    private final Architecture architecture;
    private final NetworkOpener opener;
    private final BatchFeeder feeder;
    private final int[] labels;
    private final Deque<Integer> sizes = new ArrayDeque<>();

    ImageLearner(
            TrainingData data,
            TrainingPlan plan,
            Architecture architecture,
            NetworkOpener opener,
            ExecutorService workers) {
        this.data = data;
        this.architecture = architecture;
        this.opener = opener;
        this.labels = data.labelsOf(data.training());
        this.feeder = new BatchFeeder(
                data.images(),
                data.training(),
                new Augmenter(plan.augmentation(), plan.seed(), data.skin()),
                architecture,
                plan.batchSize(),
                workers);
    }

    @Override
    public int[] labels() {
        return labels;
    }

    @Override
    public int[] lesions() {
        return data.lesionsOf(data.training());
    }

    @Override
    public int[] validationLabels() {
        return data.labelsOf(data.validation());
    }

    @Override
    public void beginEpoch(int epoch, int[][] batches, int first) {
        sizes.clear();
        for (int b = first; b < batches.length; b++) {
            sizes.addLast(batches[b].length);
        }
        feeder.begin(epoch, batches, first);
    }

    @Override
    public NDArray nextInput(MobileNetV2 network, NDManager step, Mixup mixup) {
        return mixup.blend(network.input(step, feeder.next(), sizes.removeFirst()), step);
    }

    @Override
    public NDArray logits(MobileNetV2 network, NDArray input, NDArray mask, int firstTrained) {
        NDArray map = network.stages(input, 0, Architecture.LAST_STAGE, firstTrained);
        return network.head(MobileNetV2.pooled(map), mask);
    }

    @Override
    public float[] validationLogits(Map<String, Tensor> weights) throws ProblemException {
        int outputs = architecture.task().outputs();
        int[] part = data.validation();
        float[] all = new float[part.length * outputs];
        try (Network network = opener.open(architecture, weights)) {
            for (int from = 0; from < part.length; from += VALIDATION_BATCH) {
                List<RgbImage> batch = new ArrayList<>();
                for (int i = from; i < Math.min(part.length, from + VALIDATION_BATCH); i++) {
                    batch.add(data.images().image(part[i]));
                }
                float[][] logits = network.run(batch, false).logits();
                for (int i = 0; i < logits.length; i++) {
                    System.arraycopy(logits[i], 0, all, (from + i) * outputs, outputs);
                }
            }
        }
        return all;
    }

    @Override
    public void close() {
        feeder.finish();
    }
}
