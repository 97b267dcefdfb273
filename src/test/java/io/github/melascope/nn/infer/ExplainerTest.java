package io.github.melascope.nn.infer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.melascope.base.ProblemException;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.HeatMap;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.lesion.Task;
import io.github.melascope.nn.arch.Convention;
import io.github.melascope.nn.arch.FormulaWeights;
import io.github.melascope.nn.arch.Golden;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Heat maps against autograd in double precision by torch (src/test/python/golden_mobilenetv2.py). */
class ExplainerTest {
    private static final double CLOSE = 1e-5;

    @ParameterizedTest
    @MethodSource("io.github.melascope.nn.infer.NetworkParityTest#runtimesAndConventions")
    void mapsEqualTheReference(Convention convention, boolean djl) throws Exception {
        for (JsonNode golden : Golden.of(convention, "/explained")) {
            Task task = golden.get("outputs").intValue() == 1 ? Task.MELANOMA : Task.DIAGNOSIS;
            Diagnosis target = task.classes().get(golden.get("target").intValue());
            List<RgbImage> images =
                    List.of(FormulaWeights.image(golden.get("image").intValue(), 224));
            try (Network network = NetworkParityTest.open(convention, task, 224, djl)) {
                Explainer explainer = new Explainer(network, FormulaWeights.of(network.architecture()));
                Activations activations = network.run(images, true);
                for (HeatMap.Method method : HeatMap.Method.values()) {
                    HeatMap last = explainer.atLastMap(activations, 0, target, method);
                    HeatMap fine = explainer.atFineMap(images, target, method).getFirst();
                    assertClose(golden.at("/last/" + method.code()), last);
                    assertClose(golden.at("/fine/" + method.code()), fine);
                    assertEquals(7, last.width());
                    assertEquals(14, fine.height());
                    assertEquals(target, fine.target());
                    assertFalse(last.flat());
                }
            }
        }
    }

    @Test
    void everyClassOfEveryImageOfABatchIsExplained() throws Exception {
        List<RgbImage> images = FormulaWeights.images(3, 64);
        try (Network network = NetworkParityTest.open(Convention.TORCH, Task.DIAGNOSIS, 64, false)) {
            Explainer explainer = new Explainer(network, FormulaWeights.of(network.architecture()));
            Activations together = network.run(images, true);
            for (Diagnosis target : Diagnosis.ALL) {
                List<HeatMap> fine = explainer.atFineMap(images, target, HeatMap.Method.HIRES_CAM);
                for (int i = 0; i < 3; i++) {
                    Activations alone = network.run(List.of(images.get(i)), true);
                    assertArrayEquals(
                            explainer
                                    .atLastMap(alone, 0, target, HeatMap.Method.GRAD_CAM)
                                    .values(),
                            explainer
                                    .atLastMap(together, i, target, HeatMap.Method.GRAD_CAM)
                                    .values(),
                            1e-4f);
                    assertArrayEquals(
                            explainer
                                    .atFineMap(List.of(images.get(i)), target, HeatMap.Method.HIRES_CAM)
                                    .getFirst()
                                    .values(),
                            fine.get(i).values(),
                            1e-4f);
                }
            }
        }
    }

    @Test
    void aMelanomaModelExplainsMelanomaOnly() throws Exception {
        try (Network network = NetworkParityTest.open(Convention.TORCH, Task.MELANOMA, 64, false)) {
            Explainer explainer = new Explainer(network, FormulaWeights.of(network.architecture()));
            Activations activations = network.run(FormulaWeights.images(1, 64), true);
            ProblemException refused = assertThrows(
                    ProblemException.class,
                    () -> explainer.atLastMap(activations, 0, Diagnosis.NV, HeatMap.Method.GRAD_CAM));
            assertEquals(ProblemException.Kind.USAGE, refused.kind());
            assertTrue(refused.what().contains("nv"));
        }
    }

    @ParameterizedTest
    @EnumSource(HeatMap.Method.class)
    void nothingPositiveIsFlatAndNeverNotANumber(HeatMap.Method method) {
        float[] map = {1, 2, 3, 4, 0, 0, 0, 0};
        float[] against = {-1, -1, -1, -1, 0, 0, 0, 0};
        assertArrayEquals(new float[4], ClassActivation.of(method).map(new FeatureGradient(2, 2, map, against)));
        assertArrayEquals(
                new float[4], ClassActivation.of(method).map(new FeatureGradient(2, 2, new float[8], against)));
    }

    /** Two channels of 2 × 2 by hand: gradients differ over space, so the three methods do too. */
    @Test
    void theMethodsDifferWhereTheGradientVaries() {
        FeatureGradient feature = new FeatureGradient(
                2, 2, new float[] {1, 0, 0, 1, 2, 2, 0, 0}, new float[] {1, 0, 0, 0, -1, 0.5f, 0, 0});
        // Grad-CAM: means 1/4 and −1/8, so sums 0, −1/4, 0, 1/4.
        assertArrayEquals(
                new float[] {0, 0, 0, 1},
                ClassActivation.of(HeatMap.Method.GRAD_CAM).map(feature),
                1e-6f);
        // HiResCAM: 1 − 2, 1, 0, 0.
        assertArrayEquals(
                new float[] {0, 1, 0, 0},
                ClassActivation.of(HeatMap.Method.HIRES_CAM).map(feature),
                1e-6f);
        // Grad-CAM++: 1/(2 + 2·1) = 1/4 and 0.5/(2 + 4·0.5) = 1/8, so sums 1/2, 1/4, 0, 1/4.
        assertArrayEquals(
                new float[] {1, 0.5f, 0, 0.5f},
                ClassActivation.of(HeatMap.Method.GRAD_CAM_PLUS_PLUS).map(feature),
                1e-6f);
    }

    private static void assertClose(JsonNode golden, HeatMap map) {
        double largest = Golden.largestDifference(Golden.numbers(golden), map.values());
        assertTrue(largest <= CLOSE, map.method() + " at " + map.width() + " differs by " + largest);
        assertEquals(golden.size(), map.values().length);
    }
}
