package io.github.melascope.tensor;

import java.util.Arrays;

/**
 * A float32 array with a shape, row-major (the last index runs fastest). The arrays are not copied: a tensor is handed
 * over, not shared.
 *
 * @param shape extents; empty for a scalar
 * @param values as many as the product of the extents
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data; identity is all that is ever compared
public record Tensor(long[] shape, float[] values) {
    public Tensor {
        if (elements(shape) != values.length) {
            throw new IllegalArgumentException(
                    values.length + " values do not fill the shape " + Arrays.toString(shape));
        }
    }

    public static Tensor of(float[] values, long... shape) {
        return new Tensor(shape, values);
    }

    public static long elements(long[] shape) {
        long product = 1;
        for (long extent : shape) {
            product = Math.multiplyExact(product, extent);
        }
        return product;
    }
}
