package io.github.melascope.nn.arch;

import io.github.melascope.lesion.RgbImage;
import io.github.melascope.lesion.Task;
import io.github.melascope.tensor.Tensor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Weights and images from formulas of integers, the very same as in {@code src/test/python/golden_mobilenetv2.py}: a
 * whole network to compare by, of which only the results need be kept. Value {@code i} of a tensor is a hash of the
 * tensor's name and {@code i}, spread over −1 … 1 and scaled so that no activation dies or explodes.
 */
public final class FormulaWeights {
    /** Width of the head's first layer in the golden networks. */
    public static final int HIDDEN = 32;

    private FormulaWeights() {}

    /** The golden network's description: 7 outputs or 1, no dropout. */
    public static Architecture architecture(Convention convention, Task task, int inputSize) {
        return new Architecture(convention, task, HIDDEN, 0, inputSize);
    }

    /** All tensors of an architecture, in its order. */
    public static Map<String, Tensor> of(Architecture architecture) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        architecture.tensors().forEach((name, shape) -> tensors.put(name, tensor(name, shape)));
        return tensors;
    }

    /**
     * The weights of the training step among the golden values: batch normalisation keeps most values 2.5 deviations away
     * from ReLU6's kinks. A value that rounding carries over a kink changes the gradient of the first layers by up to 1 %,
     * which would hide everything else.
     */
    public static Map<String, Tensor> forTraining(Architecture architecture) {
        Map<String, Tensor> tensors = of(architecture);
        tensors.forEach((name, tensor) -> {
            boolean norm = name.startsWith("features") && tensor.shape().length == 1;
            float[] values = tensor.values();
            for (int i = 0; norm && i < values.length; i++) {
                if (name.endsWith("weight")) {
                    values[i] = 0.4f * values[i];
                } else if (name.endsWith("bias")) {
                    values[i] = 1f + values[i];
                }
            }
        });
        return tensors;
    }

    public static Tensor tensor(String name, long... shape) {
        float[] values = new float[(int) Tensor.elements(shape)];
        int seed = fnv1a(name);
        double scale = scale(name, shape);
        double centre = shape.length == 1 && !name.endsWith("running_mean") && !name.endsWith("bias") ? 1 : 0;
        for (int i = 0; i < values.length; i++) {
            double uniform = (hashed(seed, i) >>> 8) / 8388608.0 - 1;
            values[i] = (float) (centre + scale * uniform);
        }
        return new Tensor(shape, values);
    }

    private static double scale(String name, long[] shape) {
        if (name.endsWith("running_var")) {
            return 0.25;
        }
        if (shape.length == 1) {
            return 0.1;
        }
        // Three quarters of He's variance 2 / fan-in (a uniform value in −1 … 1 has 1/3): signals live on, but rounding
        // errors do not grow from layer to layer as they would with all of it.
        return Math.sqrt(4.5 / ((double) Tensor.elements(shape) / shape[0]));
    }

    /** Image {@code n}: a soft disc off the centre, with noise. */
    public static RgbImage image(int n, int size) {
        int[] pixels = new int[size * size];
        int seed = fnv1a("image " + n);
        int cx = size * (3 + n % 3) / 8;
        int cy = size * (5 - n % 2) / 8;
        for (int i = 0; i < pixels.length; i++) {
            int x = i % size;
            int y = i / size;
            int d = ((x - cx) * (x - cx) + (y - cy) * (y - cy)) * 255 / (size * size);
            for (int c = 0; c < 3; c++) {
                int k = (c + n) % 3;
                int noise = hashed(seed, i * 3 + c) >>> 27;
                int value = Math.clamp(40 + 30 * k + d * (5 - k) / 2 + noise, 0, 255);
                pixels[i] |= value << (16 - 8 * c);
            }
        }
        return new RgbImage(size, size, pixels);
    }

    /** Images 0 … count − 1. */
    public static List<RgbImage> images(int count, int size) {
        List<RgbImage> images = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            images.add(image(n, size));
        }
        return images;
    }

    private static int fnv1a(String text) {
        int h = 0x811C9DC5;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            h = (h ^ (b & 0xFF)) * 0x01000193;
        }
        return h;
    }

    /** murmur3's 32-bit finaliser. */
    private static int hashed(int seed, int index) {
        int x = seed + index * 0x9E3779B9;
        x = (x ^ (x >>> 16)) * 0x85EBCA6B;
        x = (x ^ (x >>> 13)) * 0xC2B2AE35;
        return x ^ (x >>> 16);
    }
}
