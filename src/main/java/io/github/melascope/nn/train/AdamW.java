package io.github.melascope.nn.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.melascope.nn.arch.MobileNetV2;
import io.github.melascope.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Adam (Kingma and Ba, ICLR 2015, algorithm 1 in the efficient form that ends section 2) with decoupled weight decay
 * (Loshchilov and Hutter, ICLR 2019). Owns the moments, because a checkpoint needs them and memory must be given back.
 */
final class AdamW implements AutoCloseable {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final float EPSILON = 1e-8f;
    private static final float NO_CLIPPING = -1;

    private final NDManager manager;
    private final MobileNetV2 network;
    private final double weightDecay;
    private final Map<String, NDList> moments = new LinkedHashMap<>();

    /** @param learning names of the parameters that learn; they are asked for gradients, all others are not */
    AdamW(NDManager parent, MobileNetV2 network, List<String> learning, double weightDecay) {
        this.manager = parent.newSubManager();
        this.network = network;
        this.weightDecay = weightDecay;
        network.parameters().forEach((name, array) -> {
            boolean learns = learning.contains(name);
            array.setRequiresGradient(learns);
            if (learns) {
                Shape shape = array.getShape();
                moments.put(name, new NDList(manager.zeros(shape), manager.zeros(shape)));
            }
        });
    }

    /**
     * Moves every learning parameter along its gradient, and clears the gradient.
     *
     * @param step owns what is made on the way
     * @param t how many steps were made with these moments before, from 0
     */
    void update(NDManager step, double learningRate, long t) {
        double correction1 = 1 - Math.pow(BETA1, t + 1.0);
        double correction2 = 1 - Math.pow(BETA2, t + 1.0);
        float corrected = (float) (learningRate * Math.sqrt(correction2) / correction1);
        moments.forEach((name, pair) -> {
            NDArray weight = network.parameter(name);
            NDArray gradient = weight.getGradient();
            gradient.attach(step);
            double decay = weight.getShape().dimension() > 1 ? weightDecay : 0;
            weight.getNDArrayInternal()
                    .adamUpdate(
                            new NDList(weight, gradient, pair.get(0), pair.get(1)),
                            new NDList(weight),
                            (float) learningRate,
                            corrected,
                            (float) decay,
                            1,
                            NO_CLIPPING,
                            (float) BETA1,
                            (float) BETA2,
                            EPSILON,
                            false,
                            true);
        });
    }

    /** Copies of the moments: {@code moment1.<name>}, {@code moment2.<name>}. */
    void export(Map<String, Tensor> target) {
        moments.forEach((name, pair) -> {
            for (int i = 0; i < 2; i++) {
                NDArray moment = pair.get(i);
                target.put("moment" + (i + 1) + "." + name, NativeArrays.tensor(moment));
            }
        });
    }

    void restore(Map<String, Tensor> source) {
        moments.forEach((name, pair) -> {
            for (int i = 0; i < 2; i++) {
                NativeArrays.set(pair.get(i), source, "moment" + (i + 1) + "." + name);
            }
        });
    }

    @Override
    public void close() {
        network.parameters().values().forEach(array -> array.setRequiresGradient(false));
        manager.close();
    }
}
