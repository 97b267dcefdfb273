package io.github.melascope.nn.infer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.melascope.base.ProblemException;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.lesion.Task;
import io.github.melascope.nn.arch.Architecture;
import io.github.melascope.nn.arch.Convention;
import io.github.melascope.nn.arch.FormulaWeights;
import io.github.melascope.nn.arch.Golden;
import io.github.melascope.nn.engine.ComputeDevice;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Both runtimes against torchvision's network, in both conventions. */
class NetworkParityTest {
    private static final double CLOSE = 1e-4;

    static Stream<Arguments> runtimesAndConventions() {
        return Stream.of(Convention.values())
                .flatMap(convention -> Stream.of(Arguments.of(convention, false), Arguments.of(convention, true)));
    }

    static Network open(Convention convention, Task task, int size, boolean djl) throws ProblemException {
        Architecture architecture = FormulaWeights.architecture(convention, task, size);
        return djl
                ? Networks.reference(architecture, FormulaWeights.of(architecture), ComputeDevice.CPU, 1)
                : Networks.open(architecture, FormulaWeights.of(architecture), ComputeDevice.CPU, 1);
    }

    @ParameterizedTest
    @MethodSource("runtimesAndConventions")
    void answersAsTorchvision(Convention convention, boolean djl) throws Exception {
        try (Network network = open(convention, Task.DIAGNOSIS, 224, djl)) {
            Activations ours = network.run(FormulaWeights.images(2, 224), true);
            double[] logits = Golden.numbers(convention, "/evaluated/logits");
            double[] embeddings = Golden.numbers(convention, "/evaluated/embedding");
            for (int i = 0; i < 2; i++) {
                assertClose(java.util.Arrays.copyOfRange(logits, 7 * i, 7 * i + 7), ours.logits()[i]);
                assertClose(java.util.Arrays.copyOfRange(embeddings, 8 * i, 8 * i + 8), ours.embeddings()[i]);
            }
            assertClose(Golden.numbers(convention, "/evaluated/last"), ours.maps()[0]);
        }
    }

    @ParameterizedTest
    @MethodSource("runtimesAndConventions")
    void theMelanomaModelHasOneLogit(Convention convention, boolean djl) throws Exception {
        try (Network network = open(convention, Task.MELANOMA, 224, djl)) {
            Activations ours = network.run(FormulaWeights.images(2, 224), false);
            double[] logits = Golden.numbers(convention, "/evaluated/melanomaLogits");
            assertEquals(0, ours.maps().length);
            for (int i = 0; i < 2; i++) {
                assertEquals(1, ours.logits()[i].length);
                assertEquals(logits[i], ours.logits()[i][0], CLOSE);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("runtimesAndConventions")
    void differentiatesAsTorch(Convention convention, boolean djl) throws Exception {
        for (JsonNode golden : Golden.of(convention, "/explained")) {
            Task task = golden.get("outputs").intValue() == 1 ? Task.MELANOMA : Task.DIAGNOSIS;
            int target = golden.get("target").intValue();
            List<RgbImage> images =
                    List.of(FormulaWeights.image(golden.get("image").intValue(), 224));
            try (Network network = open(convention, task, 224, djl)) {
                FeatureGradient ours =
                        network.fineGradients(images, new int[] {target}).getFirst();
                double norm = golden.at("/fine/gradientNorm").doubleValue();
                assertEquals(norm, norm(ours.gradient()), 1e-4 * norm);
                assertClose(corner(Golden.numbers(golden.at("/fine/gradient")), ours), new float[24]);
            }
        }
        try (Network network = open(convention, Task.DIAGNOSIS, 224, djl)) {
            FeatureGradient first = network.fineGradients(FormulaWeights.images(1, 224), new int[] {0})
                    .getFirst();
            assertClose(Golden.numbers(convention, "/evaluated/fine"), first.map());
        }
    }

    /** Golden values are [4 channels, 2 rows, 3 columns] of the gradient; gives their differences in units of the norm. */
    private static double[] corner(double[] golden, FeatureGradient ours) {
        double[] differences = new double[golden.length];
        double norm = norm(ours.gradient());
        for (int i = 0; i < golden.length; i++) {
            int row = i / 3 % 2;
            int at = (i / 6 * ours.side() + row) * ours.side() + i % 3;
            differences[i] = (golden[i] - ours.gradient()[at]) / norm;
        }
        return differences;
    }

    private static double norm(float[] values) {
        double squares = 0;
        for (float value : values) {
            squares += (double) value * value;
        }
        return Math.sqrt(squares);
    }

    @ParameterizedTest
    @EnumSource(Convention.class)
    void bothRuntimesAgreeOnEveryValue(Convention convention) throws Exception {
        List<RgbImage> images = FormulaWeights.images(3, 96);
        int[] outputs = {6, 0, 3};
        try (Network onnx = open(convention, Task.DIAGNOSIS, 96, false);
                Network djl = open(convention, Task.DIAGNOSIS, 96, true)) {
            Activations a = onnx.run(images, true);
            Activations b = djl.run(images, true);
            List<FeatureGradient> ga = onnx.fineGradients(images, outputs);
            List<FeatureGradient> gb = djl.fineGradients(images, outputs);
            for (int i = 0; i < 3; i++) {
                assertArrayEquals(b.logits()[i], a.logits()[i], 1e-4f);
                assertArrayEquals(b.embeddings()[i], a.embeddings()[i], 1e-4f);
                assertArrayEquals(b.maps()[i], a.maps()[i], 1e-3f);
                assertArrayEquals(gb.get(i).map(), ga.get(i).map(), 1e-3f);
                assertArrayEquals(gb.get(i).gradient(), ga.get(i).gradient(), 1e-4f);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Convention.class)
    void aBatchIsItsImages(Convention convention) throws Exception {
        List<RgbImage> images = FormulaWeights.images(11, 64);
        try (Network network = open(convention, Task.DIAGNOSIS, 64, false)) {
            Activations together = network.run(images, false);
            for (int i = 0; i < images.size(); i++) {
                Activations alone = network.run(List.of(images.get(i)), false);
                assertArrayEquals(alone.logits()[0], together.logits()[i], 1e-5f);
            }
            assertEquals(0, network.run(List.of(), true).count());
        }
    }

    @ParameterizedTest
    @EnumSource(Convention.class)
    void misuseIsNamed(Convention convention) throws Exception {
        Network network = open(convention, Task.DIAGNOSIS, 64, false);
        List<RgbImage> wrongSize = FormulaWeights.images(1, 32);
        Exception refused = assertThrows(IllegalArgumentException.class, () -> network.run(wrongSize, false));
        assertTrue(refused.toString().contains("32 × 32"));
        assertThrows(
                IndexOutOfBoundsException.class,
                () -> network.fineGradients(FormulaWeights.images(1, 64), new int[] {7}));
        network.close();
        network.close();
        assertThrows(IllegalStateException.class, () -> network.run(FormulaWeights.images(1, 64), false));
    }

    private static void assertClose(double[] reference, float[] values) {
        double largest = Golden.largestDifference(reference, values);
        assertTrue(largest <= CLOSE, "differs by " + largest);
    }
}
