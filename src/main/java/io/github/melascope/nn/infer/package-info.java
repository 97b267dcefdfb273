/**
 * Prediction, explanation and comparison with one network in two runtimes: ONNX Runtime on the CPU, DJL on CUDA and as
 * the reference. No type of either runtime is seen from outside.
 */
package io.github.melascope.nn.infer;
