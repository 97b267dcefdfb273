package io.github.melascope.nn.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.melascope.nn.arch.MobileNetV2;
import io.github.melascope.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Exponential moving average of all parameters and statistics (Polyak averaging as in Szegedy et al., CVPR 2016, section
 * 8): what is validated and kept. The share kept grows from 0.1 in the first steps, so that the start is forgotten.
 */
final class WeightAverage implements AutoCloseable {
    private final NDManager manager;
    private final MobileNetV2 network;
    private final double kept;
    private final Map<String, NDArray> averages = new LinkedHashMap<>();

    /**
     * @param live names of the tensors that change
     * @param kept share of the average kept each step, 0 … 1
     */
    WeightAverage(NDManager parent, MobileNetV2 network, List<String> live, double kept) {
        this.manager = parent.newSubManager();
        this.network = network;
        this.kept = kept;
        live.forEach(name -> {
            NDArray copy = network.parameter(name).duplicate();
            copy.attach(manager);
            averages.put(name, copy);
        });
    }

    /** @param t steps of the whole training so far */
    void update(long t) {
        double share = Math.min(kept, (1.0 + t) / (10.0 + t));
        averages.forEach((name, average) -> {
            try (NDArray fresh = network.parameter(name).mul(1 - share)) {
                average.muli(share).addi(fresh);
            }
        });
    }

    Map<String, Tensor> export() {
        Map<String, Tensor> copy = new LinkedHashMap<>();
        averages.forEach((name, average) -> copy.put(name, NativeArrays.tensor(average)));
        return copy;
    }

    void restore(Map<String, Tensor> source) {
        averages.forEach((name, average) -> NativeArrays.set(average, source, "average." + name));
    }

    @Override
    public void close() {
        manager.close();
    }
}
