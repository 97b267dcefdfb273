package io.github.melascope.nn.infer;

import io.github.melascope.lesion.RgbImage;
import io.github.melascope.nn.arch.Architecture;
import java.util.List;

/**
 * A network with its weights, ready to predict. Several threads may call it at once. Images have the input size of the
 * architecture; a batch may have any size, 0 too, and is worked off in pieces so that memory stays bounded.
 */
public interface Network extends AutoCloseable {
    Architecture architecture();

    /** What it runs on, in words: {@code "ONNX Runtime on the CPU, 2 threads"}. */
    String runtime();

    /**
     * Predicts.
     *
     * @param images each of the input size
     * @param maps whether the last feature maps are wanted too
     * @throws IllegalArgumentException when an image has another size
     * @throws IllegalStateException when the network is closed
     */
    Activations run(List<RgbImage> images, boolean maps);

    /**
     * The finer map of stage 13 and the gradient of a logit with respect to it, image by image.
     *
     * @param images each of the input size
     * @param outputs for each image the index of the logit
     * @throws IllegalArgumentException when an image has another size
     * @throws IllegalStateException when the network is closed
     */
    List<FeatureGradient> fineGradients(List<RgbImage> images, int[] outputs);

    /** Waits for running calls, then frees the native memory; calls that come later fail. May be called twice. */
    @Override
    void close();
}
