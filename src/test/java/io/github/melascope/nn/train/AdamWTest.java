package io.github.melascope.nn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.melascope.base.ProblemException;
import io.github.melascope.lesion.Task;
import io.github.melascope.nn.arch.Architecture;
import io.github.melascope.nn.arch.Convention;
import io.github.melascope.nn.arch.FreshWeights;
import io.github.melascope.nn.arch.MobileNetV2;
import io.github.melascope.nn.engine.ComputeDevice;
import io.github.melascope.nn.engine.NeuralEngine;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdamWTest {
    private static final String WEIGHT = Architecture.HEAD_OUTPUT + ".weight";
    private static final String BIAS = Architecture.HEAD_OUTPUT + ".bias";

    /** Three steps against the algorithm written out in double; the loss is the sum of w · x, so the gradient is x. */
    @Test
    void equalsTheAlgorithmWrittenOut() throws ProblemException {
        Architecture architecture = new Architecture(Convention.TORCH, Task.MELANOMA, 4, 0, 32);
        try (NDManager manager = NeuralEngine.start(1).newManager(ComputeDevice.CPU);
                MobileNetV2 network =
                        new MobileNetV2(architecture, manager, FreshWeights.start(architecture, Map.of(), 1));
                AdamW adam = new AdamW(manager, network, List.of(WEIGHT, BIAS), 0.1)) {
            double[] w = doubles(network.parameter(WEIGHT));
            double[] b = doubles(network.parameter(BIAS));
            double[][] x = {{0.5, -1, 2, 0}, {1, 1, -0.25, 3}, {-2, 0.1, 0.3, 1}};
            double[] m = new double[5];
            double[] v = new double[5];
            for (int t = 0; t < 3; t++) {
                step(manager, network, adam, x[t], 0.01, t);
                for (int i = 0; i < 5; i++) {
                    double g = i < 4 ? x[t][i] : 1;
                    m[i] = 0.9 * m[i] + 0.1 * g;
                    v[i] = 0.999 * v[i] + 0.001 * g * g;
                    double rate = 0.01 * Math.sqrt(1 - Math.pow(0.999, t + 1.0)) / (1 - Math.pow(0.9, t + 1.0));
                    double move = rate * m[i] / (Math.sqrt(v[i]) + 1e-8);
                    if (i < 4) {
                        w[i] = w[i] - 0.01 * 0.1 * w[i] - move;
                    } else {
                        b[0] -= move; // biases do not decay
                    }
                }
            }
            assertArrayEquals(w, doubles(network.parameter(WEIGHT)), 1e-6);
            assertArrayEquals(b, doubles(network.parameter(BIAS)), 1e-6);
        }
    }

    @Test
    void freezesWhatDoesNotLearnAndLetsGoWhenClosed() throws ProblemException {
        Architecture architecture = new Architecture(Convention.TORCH, Task.MELANOMA, 4, 0, 32);
        try (NDManager manager = NeuralEngine.start(1).newManager(ComputeDevice.CPU);
                MobileNetV2 network =
                        new MobileNetV2(architecture, manager, FreshWeights.start(architecture, Map.of(), 1))) {
            AdamW adam = new AdamW(manager, network, List.of(BIAS), 0);
            assertEquals(1, learning(network));
            adam.close();
            assertEquals(0, learning(network));
        }
    }

    private static long learning(MobileNetV2 network) {
        return network.parameters().values().stream()
                .filter(NDArray::hasGradient)
                .count();
    }

    private static void step(NDManager manager, MobileNetV2 network, AdamW adam, double[] x, double rate, long t) {
        float[] input = new float[4];
        for (int i = 0; i < 4; i++) {
            input[i] = (float) x[i];
        }
        try (NDManager step = manager.newSubManager()) {
            NeuralEngine.recordGradients(true);
            NDArray hidden = step.create(input, new Shape(1, 4));
            NDArray output = hidden.getNDArrayInternal()
                    .linear(hidden, network.parameter(WEIGHT), network.parameter(BIAS))
                    .head();
            NeuralEngine.backward(output, step.ones(output.getShape()));
            NeuralEngine.recordGradients(false);
            adam.update(step, rate, t);
        }
    }

    private static double[] doubles(NDArray array) {
        float[] values = array.toFloatArray();
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }
}
