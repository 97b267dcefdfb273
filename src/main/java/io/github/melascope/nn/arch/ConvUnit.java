package io.github.melascope.nn.arch;

/**
 * One convolution without bias and its batch normalisation, the brick MobileNetV2 is built of.
 *
 * @param conv name of the convolution, whose one parameter is {@code conv + ".weight"}, shape [out, in / groups, kernel,
 *     kernel]
 * @param norm name of the batch normalisation: {@code .weight}, {@code .bias}, {@code .running_mean},
 *     {@code .running_var}, each of shape [out]
 * @param in input channels
 * @param out output channels
 * @param kernel 1 or 3
 * @param stride 1 or 2
 * @param groups 1, or {@code in} for a depthwise convolution
 * @param relu6 whether {@code min(max(x, 0), 6)} follows
 */
public record ConvUnit(String conv, String norm, int in, int out, int kernel, int stride, int groups, boolean relu6) {}
