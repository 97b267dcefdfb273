package io.github.melascope.nn.arch;

import java.util.List;

/**
 * One entry of torchvision's {@code features}: the stem, an inverted residual, or the last 1 × 1 convolution.
 *
 * @param index its place, 0 … 18
 * @param units what it computes, in order
 * @param residual whether its input is added to its output
 */
public record Stage(int index, List<ConvUnit> units, boolean residual) {
    public Stage {
        units = List.copyOf(units);
    }
}
