package io.github.melascope.nn.infer;

import io.github.melascope.base.ProblemException;
import io.github.melascope.imaging.ShadesOfGray;
import io.github.melascope.nn.arch.Architecture;
import io.github.melascope.nn.engine.ComputeDevice;
import io.github.melascope.nn.engine.NeuralEngine;
import io.github.melascope.tensor.Tensor;
import java.util.Map;

/** Opens networks on the runtime that serves a device best. */
public final class Networks {
    private Networks() {}

    /**
     * Opens a network: ONNX Runtime on the CPU, which needs no PyTorch at all, and DJL on CUDA.
     *
     * @param weights every tensor of {@link Architecture#tensors()}
     * @param threads threads of one call on the CPU, at least 1
     * @throws IllegalArgumentException when a tensor is missing or has another shape
     * @throws ProblemException when the processor is too old or a native library does not load
     */
    public static Network open(
            Architecture architecture, Map<String, Tensor> weights, ComputeDevice device, int threads)
            throws ProblemException {
        if (device.isCuda()) {
            return reference(architecture, weights, device, threads);
        }
        AnsweringRuntime.start();
        return new OnnxNetwork(new WeightTable(architecture, weights), threads);
    }

    /**
     * The network as its model asks it.
     *
     * @param network of plain images, closed with the result
     * @param views as {@link ViewedNetwork#of} allows
     * @param light in which it was trained to see images
     */
    public static Network seeing(Network network, int views, ShadesOfGray light) {
        Network neutral = light.equals(ShadesOfGray.NONE) ? network : new NeutralLightNetwork(network, light);
        return ViewedNetwork.of(neutral, views);
    }

    /** Opens a network on DJL whatever the device: the reference that ONNX Runtime is held to. */
    public static Network reference(
            Architecture architecture, Map<String, Tensor> weights, ComputeDevice device, int threads)
            throws ProblemException {
        return new DjlNetwork(new WeightTable(architecture, weights), NeuralEngine.start(threads), device);
    }
}
