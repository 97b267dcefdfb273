package io.github.melascope.nn.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.melascope.base.ProblemException;
import io.github.melascope.nn.arch.MobileNetV2;
import io.github.melascope.tensor.Tensor;
import java.util.Map;

/** What the training loop learns from: images through the whole network, or cached features through its head. */
interface Learner extends AutoCloseable {
    /** Class of each training example. */
    int[] labels();

    /** Lesion of each training example, the same number for the same lesion; each its own where that is not kept. */
    int[] lesions();

    /** Class of each validation example. */
    int[] validationLabels();

    /**
     * Makes ready for an epoch.
     *
     * @param batches indices into {@link #labels()}, batch by batch
     * @param first the batch that comes first; those before it were done before a resume
     */
    void beginEpoch(int epoch, int[][] batches, int first);

    /**
     * The next batch, [batch, …], as the networks of this training take it.
     *
     * @param network of any weights
     * @param step owns it
     * @param mixup how its examples are blended
     */
    NDArray nextInput(MobileNetV2 network, NDManager step, Mixup mixup);

    /**
     * Logits of a batch, [batch, outputs], in the manager of the input.
     *
     * @param input as {@link #nextInput} gives it; not changed
     * @param mask the head's dropout mask, [batch, hidden]
     * @param firstTrained the first stage that learns; those before it use and keep their statistics
     */
    NDArray logits(MobileNetV2 network, NDArray input, NDArray mask, int firstTrained);

    /** Logits of all validation examples under these weights, row by row. */
    float[] validationLogits(Map<String, Tensor> weights) throws ProblemException;

    @Override
    void close();
}
