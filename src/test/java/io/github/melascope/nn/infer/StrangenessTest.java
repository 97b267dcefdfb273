package io.github.melascope.nn.infer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.lesion.Task;
import io.github.melascope.nn.arch.Convention;
import io.github.melascope.nn.arch.FormulaWeights;
import io.github.melascope.tensor.Safetensors;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StrangenessTest {
    private static final int EMBEDDING = 12;
    private static final int FINE = 5;

    /** Around (3, 3, …), with the second feature following the first. */
    private static float[][] rows(int count, int width, long seed) {
        Random random = new Random(seed);
        float[][] rows = new float[count][width];
        for (float[] row : rows) {
            for (int i = 0; i < width; i++) {
                row[i] = (float) (3 + random.nextGaussian());
            }
            row[1] = row[0] + (float) (0.1 * random.nextGaussian());
        }
        return rows;
    }

    @Test
    void theDistanceIsMahalanobis() {
        // Variances 4 and 1 about (1, 2), no covariance; the ridge adds a thousandth of their mean 2.5.
        Gaussian gaussian = Gaussian.fit(new float[][] {{3, 3}, {-1, 3}, {3, 1}, {-1, 1}});
        assertArrayEquals(new float[] {1, 2}, gaussian.mean());
        assertEquals(9 / 4.0025 + 4 / 1.0025, gaussian.squaredDistance(new float[] {4, 4}), 1e-5);
        Gaussian tilted = Gaussian.fit(rows(4000, 2, 1));
        double along = tilted.squaredDistance(new float[] {5, 5});
        double across = tilted.squaredDistance(new float[] {5, 3});
        assertTrue(across > 20 * along, across + " across, " + along + " along the way the features go together");
    }

    @Test
    void whatWasNeverSeenIsStrangeAndAFileTellsTheSame(@TempDir Path folder) throws Exception {
        float[][] embeddings = rows(600, EMBEDDING, 2);
        float[][] means = rows(600, FINE, 3);
        float[][] laterEmbeddings = rows(400, EMBEDDING, 4);
        float[][] laterMeans = rows(400, FINE, 5);
        Familiarity familiarity = Familiarity.fit(embeddings, means, laterEmbeddings, laterMeans, 0.05);
        int refused = 0;
        for (int i = 0; i < 400; i++) {
            refused += familiarity.strangeness(laterEmbeddings[i], laterMeans[i]) > familiarity.limit() ? 1 : 0;
        }
        assertTrue(refused >= 15 && refused <= 20, refused + " of 400 refused");
        float[][] moved = new float[400][];
        for (int i = 0; i < 400; i++) {
            moved[i] = laterMeans[i].clone();
            moved[i][0] += 0.2f;
        }
        Familiarity wider = familiarity.allowing(laterEmbeddings, moved, 0.01);
        assertTrue(wider.limit() > familiarity.limit(), "moved images look stranger");
        int left = 0;
        for (int i = 0; i < 400; i++) {
            left += wider.strangeness(laterEmbeddings[i], moved[i]) > wider.limit() ? 1 : 0;
        }
        assertTrue(left >= 3 && left <= 4, left + " of 400 moved images refused");
        assertEquals(
                wider.limit(), wider.allowing(laterEmbeddings, laterMeans, 0.05).limit(), "never lowered");
        float[] strange = laterMeans[0].clone();
        strange[1] = -strange[0]; // against the way they go together
        assertTrue(familiarity.strangeness(laterEmbeddings[0], strange) > familiarity.limit());
        Path file = folder.resolve("familiarity.safetensors");
        familiarity.toSafetensors().write(file);
        Safetensors stored = Safetensors.read(file);
        Familiarity read = Familiarity.of(stored);
        assertEquals(familiarity.limit(), read.limit());
        assertEquals(
                familiarity.strangeness(laterEmbeddings[7], laterMeans[7]),
                read.strangeness(laterEmbeddings[7], laterMeans[7]));
        assertThrows(
                IllegalArgumentException.class, () -> Familiarity.of(new Safetensors(Map.of(), stored.metadata())));
        assertThrows(IllegalArgumentException.class, () -> Familiarity.of(new Safetensors(stored.tensors(), Map.of())));
    }

    /** A lesion's place in the frame, or its brightness alone, changes the length of an embedding most. */
    @Test
    void theLengthOfAnEmbeddingDoesNotCount() {
        float[][] embeddings = rows(300, EMBEDDING, 6);
        float[][] means = rows(300, FINE, 7);
        Familiarity familiarity = Familiarity.fit(embeddings, means, embeddings, means, 0.01);
        float[] twice = embeddings[3].clone();
        for (int i = 0; i < twice.length; i++) {
            twice[i] *= 2;
        }
        assertEquals(familiarity.strangeEmbedding(embeddings[3]), familiarity.strangeEmbedding(twice), 1e-4);
    }

    @Test
    void bothRuntimesGiveTheSameMeansOfTheFinerMap() throws Exception {
        float[][] onnx;
        float[][] djl;
        try (Network network = NetworkParityTest.open(Convention.TENSORFLOW, Task.DIAGNOSIS, 64, false)) {
            onnx = network.run(FormulaWeights.images(3, 64), false).fineMeans();
            FeatureGradient feature = network.fineGradients(FormulaWeights.images(1, 64), new int[1])
                    .getFirst();
            double sum = 0;
            int area = feature.side() * feature.side();
            for (int i = 0; i < area; i++) {
                sum += feature.map()[i] / area;
            }
            assertEquals(sum, onnx[0][0], 1e-4, "the mean of the first channel");
        }
        try (Network network = NetworkParityTest.open(Convention.TENSORFLOW, Task.DIAGNOSIS, 64, true)) {
            djl = network.run(FormulaWeights.images(3, 64), false).fineMeans();
        }
        for (int i = 0; i < 3; i++) {
            assertEquals(96, onnx[i].length);
            assertArrayEquals(onnx[i], djl[i], 1e-4f);
        }
    }
}
