package io.github.melascope.nn.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.ProblemException;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.tensor.Safetensors;
import io.github.melascope.tensor.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceSetTest {
    private static final int DIMENSIONS = 50;

    @Test
    void findsByAngleAndNotByLength() {
        ReferenceSet set = new ReferenceSet(
                Tensor.of(new float[] {10, 0, 0.1f, 0.1f, 0, 3}, 3, 2),
                List.of("east", "north-east", "north"),
                List.of(Diagnosis.NV, Diagnosis.MEL, Diagnosis.BCC));
        List<ReferenceSet.Similar> nearest = set.nearest(new float[] {2, 1.9f}, 2);
        assertEquals(
                List.of("north-east", "east"),
                nearest.stream().map(ReferenceSet.Similar::name).toList());
        assertEquals(Diagnosis.MEL, nearest.getFirst().diagnosis());
        double length = Math.sqrt(4 + 3.61);
        assertEquals(3.9 / (Math.sqrt(2) * length), nearest.getFirst().similarity(), 1e-6);
        assertEquals((3.9 / Math.sqrt(2) + 2) / 2 / length, set.familiarity(new float[] {2, 1.9f}, 2), 1e-6);
        assertEquals(3, set.nearest(new float[] {1, 0}, 99).size());
    }

    @Test
    void agreesWithSortingAllCases() {
        float[][] rows = rows(200, new Random(3));
        ReferenceSet set = set(rows);
        float[] query = rows(1, new Random(4))[0];
        List<Integer> byCosine = IntStream.range(0, rows.length)
                .boxed()
                .sorted(Comparator.comparingDouble(n -> -cosine(rows[n], query)))
                .toList();
        List<ReferenceSet.Similar> nearest = set.nearest(query, 20);
        for (int i = 0; i < 20; i++) {
            assertEquals("case " + byCosine.get(i), nearest.get(i).name());
            assertEquals(cosine(rows[byCosine.get(i)], query), nearest.get(i).similarity(), 1e-5);
        }
    }

    @Test
    void aCaseIsMostLikeItself() {
        float[][] rows = rows(30, new Random(5));
        ReferenceSet set = set(rows);
        for (int n = 0; n < rows.length; n++) {
            ReferenceSet.Similar nearest = set.nearest(rows[n], 1).getFirst();
            assertEquals("case " + n, nearest.name());
            assertEquals(1, nearest.similarity(), 1e-5);
        }
    }

    @Test
    void survivesAFile(@TempDir Path folder) throws Exception {
        float[][] rows = rows(9, new Random(6));
        Path file = folder.resolve("reference.safetensors");
        set(rows).write(file);
        ReferenceSet read = ReferenceSet.read(file);
        assertEquals(9, read.size());
        for (float[] row : rows) {
            assertEquals(
                    set(rows).nearest(row, 3).getFirst().name(),
                    read.nearest(row, 3).getFirst().name());
            assertEquals(set(rows).familiarity(row, 5), read.familiarity(row, 5), 1e-6);
        }
    }

    @Test
    void refusesAFileThatIsNoReferenceSet(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("reference.safetensors");
        Tensor two = Tensor.of(new float[] {1, 0, 0, 1}, 2, 2);
        new Safetensors(Map.of("other", two), Map.of()).write(file);
        refused(file, "tensor embeddings is missing");
        new Safetensors(Map.of("embeddings", two), Map.of("names", "a\nb", "diagnoses", "mel\nwart")).write(file);
        refused(file, "no diagnosis wart");
        new Safetensors(Map.of("embeddings", two), Map.of("names", "a", "diagnoses", "mel")).write(file);
        refused(file, "do not fit");
        Tensor zero = Tensor.of(new float[4], 2, 2);
        new Safetensors(Map.of("embeddings", zero), Map.of("names", "a\nb", "diagnoses", "mel\nnv")).write(file);
        refused(file, "zero or not finite");
    }

    private static void refused(Path file, String why) {
        ProblemException refusal = assertThrows(ProblemException.class, () -> ReferenceSet.read(file));
        assertTrue(refusal.what().contains(file.toString()));
        assertTrue(refusal.why().contains(why), refusal.why());
        assertEquals(ProblemException.Kind.UNUSABLE, refusal.kind());
    }

    @Test
    void anEmptySetKnowsNothing() {
        ReferenceSet empty = new ReferenceSet(Tensor.of(new float[0], 0, DIMENSIONS), List.of(), List.of());
        assertEquals(List.of(), empty.nearest(rows(1, new Random(7))[0], 3));
        assertThrows(IllegalStateException.class, () -> empty.familiarity(rows(1, new Random(7))[0], 3));
    }

    private static ReferenceSet set(float[][] rows) {
        float[] all = new float[rows.length * DIMENSIONS];
        List<String> names = new ArrayList<>();
        List<Diagnosis> diagnoses = new ArrayList<>();
        for (int n = 0; n < rows.length; n++) {
            System.arraycopy(rows[n], 0, all, n * DIMENSIONS, DIMENSIONS);
            names.add("case " + n);
            diagnoses.add(Diagnosis.ALL.get(n % 7));
        }
        return new ReferenceSet(Tensor.of(all, rows.length, DIMENSIONS), names, diagnoses);
    }

    private static float[][] rows(int count, Random random) {
        float[][] rows = new float[count][DIMENSIONS];
        for (float[] row : rows) {
            for (int d = 0; d < DIMENSIONS; d++) {
                row[d] = random.nextFloat() + (float) random.nextGaussian();
            }
        }
        return rows;
    }

    private static double cosine(float[] a, float[] b) {
        double dot = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            dot += (double) a[i] * b[i];
            aa += (double) a[i] * a[i];
            bb += (double) b[i] * b[i];
        }
        return dot / Math.sqrt(aa * bb);
    }
}
