package io.github.melascope.nn.train;

import ai.djl.ndarray.NDArray;
import io.github.melascope.tensor.Tensor;
import java.nio.FloatBuffer;
import java.util.Map;

/** Between native arrays and tensors in Java. */
final class NativeArrays {
    private NativeArrays() {}

    static Tensor tensor(NDArray array) {
        return new Tensor(array.getShape().getShape(), array.toFloatArray());
    }

    /** Overwrites {@code array} with the tensor of that name. */
    static void set(NDArray array, Map<String, Tensor> source, String name) {
        Tensor tensor = source.get(name);
        if (tensor == null || tensor.values().length != array.size()) {
            throw new IllegalArgumentException("the checkpoint has no fitting tensor " + name);
        }
        array.set(FloatBuffer.wrap(tensor.values()));
    }
}
