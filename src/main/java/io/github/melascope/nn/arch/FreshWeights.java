package io.github.melascope.nn.arch;

import io.github.melascope.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Start values, seeded: He et al. (ICCV 2015) for weights, identity for batch normalisation, 0 for biases. */
public final class FreshWeights {
    private FreshWeights() {}

    /**
     * Start weights of a whole network.
     *
     * @param backbone known backbone tensors by name; what it lacks starts fresh
     */
    public static Map<String, Tensor> start(Architecture architecture, Map<String, Tensor> backbone, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Map<String, Tensor> weights = new LinkedHashMap<>();
        architecture.tensors().forEach((name, shape) -> {
            Tensor fresh = fresh(name, shape, random);
            Tensor known = backbone.get(name);
            weights.put(name, known == null ? fresh : known);
        });
        return weights;
    }

    private static Tensor fresh(String name, long[] shape, RandomGenerator random) {
        float[] values = new float[(int) Tensor.elements(shape)];
        if (shape.length > 1) {
            double deviation = Math.sqrt(2.0 * shape[0] / values.length); // 2 / fan-in
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (deviation * random.nextGaussian());
            }
        } else if (name.endsWith(".running_var") || name.endsWith(".weight")) {
            java.util.Arrays.fill(values, 1f);
        }
        return new Tensor(shape, values);
    }
}
