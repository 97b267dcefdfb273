package io.github.melascope.nn.infer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.melascope.lesion.Task;
import io.github.melascope.nn.arch.Architecture;
import io.github.melascope.nn.arch.Convention;
import io.github.melascope.nn.arch.FormulaWeights;
import org.junit.jupiter.api.Test;

class HeadTest {
    private static final Architecture ARCHITECTURE = FormulaWeights.architecture(Convention.TORCH, Task.DIAGNOSIS, 64);

    @Test
    void givesTheLogitsOfTheWholeNetwork() throws Exception {
        Head head = new Head(ARCHITECTURE, FormulaWeights.of(ARCHITECTURE));
        try (Network network = NetworkParityTest.open(Convention.TORCH, Task.DIAGNOSIS, 64, false)) {
            Activations activations = network.run(FormulaWeights.images(2, 64), false);
            for (int i = 0; i < 2; i++) {
                assertArrayEquals(
                        activations.logits()[i], head.logits(activations.embeddings()[i]), 1e-5f);
            }
        }
    }

    /** The head is linear between ReLU's kinks, so a difference quotient is exact but for rounding. */
    @Test
    void itsGradientIsTheDifferenceQuotient() {
        Head head = new Head(ARCHITECTURE, FormulaWeights.of(ARCHITECTURE));
        float[] embedding =
                FormulaWeights.tensor("an embedding", Architecture.FEATURES).values();
        for (int output = 0; output < 7; output++) {
            float[] gradient = head.gradient(embedding, output);
            for (int i = 0; i < gradient.length; i += 97) {
                float[] moved = embedding.clone();
                moved[i] += 0.01f;
                double step = moved[i] - embedding[i];
                double quotient = (head.logits(moved)[output] - head.logits(embedding)[output]) / step;
                assertEquals(quotient, gradient[i], 1e-4);
            }
        }
    }
}
