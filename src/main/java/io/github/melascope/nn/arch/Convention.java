package io.github.melascope.nn.arch;

import java.util.Locale;

/**
 * The two conventions in which MobileNetV2's weights exist. The names of the parameters are the same; padding, batch
 * normalisation's epsilon and the input's normalisation are not, and mixing them up quietly ruins the answer.
 */
@SuppressWarnings("ImmutableEnumChecker") // the arrays never leave the class
public enum Convention {
    /** torchvision: symmetric padding, eps 1e-5, input minus ImageNet's mean over its deviation. */
    TORCH(1e-5f, new float[] {0.485f, 0.456f, 0.406f}, new float[] {0.229f, 0.224f, 0.225f}),
    /** Keras: padding as TensorFlow's SAME, eps 1e-3, input −1 … 1. */
    TENSORFLOW(1e-3f, new float[] {0.5f, 0.5f, 0.5f}, new float[] {0.5f, 0.5f, 0.5f});

    private final float epsilon;
    private final float[] mean;
    private final float[] deviation;

    Convention(float epsilon, float[] mean, float[] deviation) {
        this.epsilon = epsilon;
        this.mean = mean;
        this.deviation = deviation;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Batch normalisation's epsilon. */
    public float epsilon() {
        return epsilon;
    }

    /** Mean of channel {@code c} (0 red, 1 green, 2 blue) of input in 0 … 1. */
    public float mean(int c) {
        return mean[c];
    }

    /** Deviation of channel {@code c} of input in 0 … 1: the network sees {@code (value / 255 − mean) / deviation}. */
    public float deviation(int c) {
        return deviation[c];
    }

    /**
     * Pixels to pad around a square input so that a convolution gives {@code ceil(size / stride)} outputs.
     *
     * @return {begin, end}: begin at top and left, end at bottom and right
     */
    public int[] padding(int size, int kernel, int stride) {
        if (this == TORCH) {
            int half = (kernel - 1) / 2;
            return new int[] {half, half};
        }
        int outputs = (size + stride - 1) / stride;
        int total = Math.max(0, (outputs - 1) * stride + kernel - size);
        return new int[] {total / 2, total - total / 2};
    }
}
