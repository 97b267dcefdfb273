package io.github.melascope.nn.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.melascope.base.ProblemException;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.lesion.Task;
import io.github.melascope.nn.engine.ComputeDevice;
import io.github.melascope.nn.engine.NeuralEngine;
import io.github.melascope.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The DJL network against torchvision's, in evaluation and in training, for both conventions. */
class MobileNetV2Test {
    private static final List<String> TRAINED = List.of(
            "features.0.0.weight",
            "features.0.1.bias",
            "features.1.conv.0.0.weight",
            "features.7.conv.1.1.weight",
            "features.14.conv.1.0.weight",
            "features.17.conv.3.weight",
            "features.18.0.weight",
            "classifier.0.weight",
            "classifier.0.bias",
            "classifier.3.weight",
            "classifier.3.bias");
    private static NeuralEngine engine;

    @BeforeAll
    static void start() throws ProblemException {
        engine = NeuralEngine.start(2);
    }

    @ParameterizedTest
    @EnumSource(Convention.class)
    void evaluationEqualsTorchvision(Convention convention) {
        Architecture architecture = FormulaWeights.architecture(convention, Task.DIAGNOSIS, 224);
        try (NDManager manager = engine.newManager(ComputeDevice.CPU);
                MobileNetV2 network = new MobileNetV2(architecture, manager, FormulaWeights.of(architecture))) {
            NDArray input = network.input(manager, normalised(convention, FormulaWeights.images(2, 224)), 2);
            NDArray map = network.features(input);
            NDArray embedding = MobileNetV2.pooled(map);
            NDArray logits = network.head(embedding);
            assertEquals(new Shape(2, 1280, 7, 7), map.getShape());
            assertClose(Golden.numbers(convention, "/evaluated/logits"), logits, 1e-4);
            assertClose(Golden.numbers(convention, "/evaluated/embedding"), embedding.get(":, :8"), 1e-4);
        }
    }

    @ParameterizedTest
    @EnumSource(Convention.class)
    void trainingGradientsAreAsCloseAsTorchsFloatIsToItsDouble(Convention convention) {
        Architecture architecture = FormulaWeights.architecture(convention, Task.DIAGNOSIS, 96);
        Map<String, Tensor> weights = FormulaWeights.forTraining(architecture);
        try (NDManager manager = engine.newManager(ComputeDevice.CPU);
                MobileNetV2 network = new MobileNetV2(architecture, manager, weights)) {
            for (String name : TRAINED) {
                network.parameter(name).setRequiresGradient(true);
            }
            NeuralEngine.recordGradients(true);
            NDArray channelsLast = network.input(manager, normalised(convention, FormulaWeights.images(4, 96)), 4);
            NDArray input = channelsLast.flatten().reshape(channelsLast.getShape());
            NDArray logits = network.head(
                    MobileNetV2.pooled(network.stages(input, 0, Architecture.LAST_STAGE, 0)),
                    manager.ones(new Shape(4, 32)));
            NeuralEngine.backward(logits, manager.create(crossEntropyGradient(logits), logits.getShape()));
            NeuralEngine.recordGradients(false);

            assertClose(Golden.numbers(convention, "/trained/float64/logits"), logits, 1e-4);
            for (String name : TRAINED) {
                assertGradient(convention, name, network.parameter(name).getGradient());
            }
            for (String name : List.of("features.0.1.running_mean", "features.18.1.running_var")) {
                assertClose(
                        Golden.numbers(convention, "/trained/float64/statistics/" + name),
                        network.parameter(name),
                        1e-4);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Convention.class)
    void channelsLastTrainingComputesTheSame(Convention convention) {
        Architecture architecture = FormulaWeights.architecture(convention, Task.DIAGNOSIS, 96);
        try (NDManager manager = engine.newManager(ComputeDevice.CPU);
                MobileNetV2 network =
                        new MobileNetV2(architecture, manager, FormulaWeights.forTraining(architecture))) {
            NDArray input = network.input(manager, normalised(convention, FormulaWeights.images(4, 96)), 4);
            NDArray logits = network.head(MobileNetV2.pooled(network.stages(input, 0, Architecture.LAST_STAGE, 0)));
            assertClose(Golden.numbers(convention, "/trained/float64/logits"), logits, 1e-4);
        }
    }

    /** Torch's own float error, at least 1e-4 of the gradient's size, is all that is allowed, four times over. */
    private static void assertGradient(Convention convention, String name, NDArray gradient) {
        double[] exact = Golden.numbers(convention, "/trained/float64/gradients/" + name + "/first");
        double[] torch = Golden.numbers(convention, "/trained/float32/gradients/" + name + "/first");
        double norm = Golden.of(convention, "/trained/float64/gradients/" + name + "/norm")
                .doubleValue();
        double floatNorm = Golden.of(convention, "/trained/float32/gradients/" + name + "/norm")
                .doubleValue();
        double own = 0;
        for (int i = 0; i < exact.length; i++) {
            own = Math.max(own, Math.abs(exact[i] - torch[i]));
        }
        float[] values = gradient.toFloatArray();
        double largest = Golden.largestDifference(exact, values);
        assertTrue(largest <= 4 * Math.max(own, 1e-4 * norm), name + ": " + largest + " against torch's " + own);
        double sum = 0;
        for (float v : values) {
            sum += (double) v * v;
        }
        assertEquals(norm, Math.sqrt(sum), 4 * Math.max(Math.abs(norm - floatNorm), 1e-4 * norm), name);
    }

    private static float[] crossEntropyGradient(NDArray logits) {
        int[] labels = {4, 5, 0, 2};
        float[] p = logits.softmax(1).toFloatArray();
        for (int i = 0; i < labels.length; i++) {
            p[i * 7 + labels[i]] -= 1;
        }
        for (int i = 0; i < p.length; i++) {
            p[i] /= labels.length;
        }
        return p;
    }

    private static ByteBuffer normalised(Convention convention, List<RgbImage> images) {
        int pixels = images.get(0).pixels().length;
        ByteBuffer buffer =
                ByteBuffer.allocateDirect(images.size() * pixels * 12).order(ByteOrder.nativeOrder());
        for (RgbImage image : images) {
            for (int rgb : image.pixels()) {
                for (int c = 0; c < 3; c++) {
                    float value = ((rgb >> (16 - 8 * c)) & 255) / 255f;
                    buffer.putFloat((value - convention.mean(c)) / convention.deviation(c));
                }
            }
        }
        return buffer.flip();
    }

    private static void assertClose(double[] expected, NDArray actual, double tolerance) {
        double largest = Golden.largestDifference(expected, actual.toFloatArray());
        assertTrue(largest <= tolerance, "differs by " + largest);
    }
}
