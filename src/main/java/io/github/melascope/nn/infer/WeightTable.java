package io.github.melascope.nn.infer;

import io.github.melascope.nn.arch.Architecture;
import io.github.melascope.tensor.Tensor;
import java.util.Arrays;
import java.util.Map;

/**
 * Weights that are known to fit their architecture. A bundle's file is checked, and refused in the user's words, when it is
 * loaded; here a misfit is a defect of the caller.
 */
record WeightTable(Architecture architecture, Map<String, Tensor> tensors) {
    /** @throws IllegalArgumentException when a tensor is missing or has another shape, naming it */
    WeightTable {
        for (Map.Entry<String, long[]> wanted : architecture.tensors().entrySet()) {
            Tensor tensor = tensors.get(wanted.getKey());
            if (tensor == null) {
                throw new IllegalArgumentException("the weights lack " + wanted.getKey());
            }
            if (!Arrays.equals(tensor.shape(), wanted.getValue())) {
                throw new IllegalArgumentException(wanted.getKey() + " has the shape " + Arrays.toString(tensor.shape())
                        + " instead of " + Arrays.toString(wanted.getValue()));
            }
        }
        tensors = Map.copyOf(tensors);
    }

    /** The values of a tensor of the architecture. */
    float[] values(String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException(Architecture.NAME + " has no tensor " + name);
        }
        return tensor.values();
    }
}
