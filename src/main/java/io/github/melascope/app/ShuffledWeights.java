package io.github.melascope.app;

import io.github.melascope.nn.arch.Architecture;
import io.github.melascope.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * Weights that have forgotten what they learnt (Adebayo et al., NeurIPS 2018): the values of a tensor in another order, so that
 * their distribution stays.
 */
enum ShuffledWeights {
    /** The dense layers after the last map. */
    HEAD(Architecture.LAST_STAGE + 1),
    /** All after the finer map. */
    DEEP(Architecture.FINE_STAGE + 1);

    private final int firstStage;

    ShuffledWeights(int firstStage) {
        this.firstStage = firstStage;
    }

    Map<String, Tensor> of(Map<String, Tensor> weights, long seed) {
        Map<String, Tensor> shuffled = new LinkedHashMap<>();
        weights.forEach((name, tensor) -> {
            boolean kernel = tensor.shape().length > 1; // statistics of a normalisation belong to their channel
            boolean chosen = kernel && Architecture.stageOf(name) >= firstStage;
            shuffled.put(name, chosen ? shuffle(tensor, seed + name.hashCode()) : tensor);
        });
        return shuffled;
    }

    private static Tensor shuffle(Tensor tensor, long seed) {
        float[] values = tensor.values().clone();
        Random random = new Random(seed);
        for (int i = values.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            float value = values[i];
            values[i] = values[j];
            values[j] = value;
        }
        return new Tensor(tensor.shape(), values);
    }
}
