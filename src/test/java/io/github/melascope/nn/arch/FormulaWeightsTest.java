package io.github.melascope.nn.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.melascope.lesion.RgbImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FormulaWeightsTest {
    @ParameterizedTest
    @EnumSource(Convention.class)
    void javaAndPythonComputeTheSameWeights(Convention convention) {
        double[] golden = Golden.numbers(convention, "/formula");
        float[] ours = FormulaWeights.tensor("features.0.0.weight", 32, 3, 3, 3).values();
        assertEquals(0, Golden.largestDifference(golden, ours), 1e-8);
    }

    @ParameterizedTest
    @EnumSource(Convention.class)
    void javaAndPythonComputeTheSameImage(Convention convention) {
        double[] golden = Golden.numbers(convention, "/evaluated/input");
        RgbImage image = FormulaWeights.image(1, 224);
        for (int i = 0; i < golden.length; i++) {
            int c = i / 4;
            int value = (image.pixel(50 + i % 4, 100) >> (16 - 8 * c)) & 0xFF;
            assertEquals(golden[i], (value / 255.0 - convention.mean(c)) / convention.deviation(c), 1e-6);
        }
    }

    @Test
    void imagesDiffer() {
        assertEquals(
                2,
                FormulaWeights.images(2, 32).stream()
                        .map(i -> i.pixel(3, 3))
                        .distinct()
                        .count());
    }
}
