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
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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

    /** Sets that are hard for a search that leaves out: many alike, many the same, few, and of odd sizes. */
    private static Stream<Arguments> sets() {
        return Stream.of(
                Arguments.of(1300, 1280, 0.3),
                Arguments.of(1003, 37, 0.02),
                Arguments.of(700, 8, 0),
                Arguments.of(1000, 1, 1),
                Arguments.of(5, 3, 1),
                Arguments.of(1, 9, 1));
    }

    @ParameterizedTest
    @MethodSource("sets")
    void theSearchIsExact(int count, int dimensions, double spread) {
        Random random = new Random(count);
        float[][] rows = alike(count, dimensions, spread, random);
        ReferenceSet set = set(rows);
        for (int query = 0; query < 6; query++) {
            float[] asked = query % 3 == 0 ? rows[query % count] : alike(1, dimensions, 1, random)[0];
            List<Integer> sorted = sorted(rows, asked);
            for (int k : new int[] {0, 1, 5, 40, count, count + 7}) {
                List<String> expected =
                        sorted.stream().limit(k).map(n -> "case " + n).toList();
                assertEquals(expected, names(set.nearest(asked, k)), k + " nearest");
            }
            for (int each : new int[] {0, 1, 2, 9, count}) {
                int[] taken = new int[7];
                List<String> expected = sorted.stream()
                        .filter(n -> taken[n % 7]++ < each)
                        .map(n -> "case " + n)
                        .toList();
                List<ReferenceSet.Similar> found = set.nearestOfEach(asked, each);
                assertEquals(expected, names(found), each + " nearest of each");
                for (ReferenceSet.Similar one : found) {
                    int n = Integer.parseInt(one.name().substring("case ".length()));
                    assertEquals(Diagnosis.ALL.get(n % 7), one.diagnosis());
                    assertEquals(cosine(rows[n], asked), one.similarity(), 1e-6);
                }
            }
        }
    }

    @Test
    void whatIsLeftOutCouldNotBeFoundAndMostIsLeftOut() {
        Random random = new Random(8);
        int count = 3000;
        float[][] rows = alike(count, 1280, 0.5, random);
        float[] flat = new float[count * 1280];
        for (int n = 0; n < count; n++) {
            double length = Math.sqrt(dot(rows[n], rows[n]));
            for (int d = 0; d < 1280; d++) {
                flat[n * 1280 + d] = (float) (rows[n][d] / length);
            }
        }
        CoarseCosines coarse = new CoarseCosines(flat, count, 1280);
        float[] query = Arrays.copyOf(flat, 1280);
        float[] cosines = coarse.of(query);
        int[] all = IntStream.range(0, count).toArray();
        int[] shortlist = coarse.shortlist(cosines, all, 5);
        assertTrue(shortlist.length >= 5 && shortlist.length < count / 10, shortlist.length + " of " + count);
        assertEquals(0, coarse.shortlist(cosines, all, 0).length);
        assertEquals(3, coarse.shortlist(cosines, new int[] {7, 8, 9}, 5).length);
        List<Integer> sorted = sorted(rows, rows[0]);
        assertTrue(IntStream.of(shortlist).boxed().toList().containsAll(sorted.subList(0, 5)));
    }

    private static List<String> names(List<ReferenceSet.Similar> found) {
        return found.stream().map(ReferenceSet.Similar::name).toList();
    }

    /** By the cosine of the unit vectors as the set keeps them, of equals the earlier first. */
    private static List<Integer> sorted(float[][] rows, float[] query) {
        float[] unit = unit(query);
        double[] cosines =
                Arrays.stream(rows).mapToDouble(row -> dot(unit(row), unit)).toArray();
        return IntStream.range(0, rows.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(n -> -cosines[n]).thenComparingInt(n -> n))
                .toList();
    }

    private static float[] unit(float[] row) {
        double scale = 1 / Math.sqrt(dot(row, row));
        float[] unit = new float[row.length];
        for (int d = 0; d < row.length; d++) {
            unit[d] = (float) (scale * row[d]);
        }
        return unit;
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += (double) a[d] * b[d];
        }
        return sum;
    }

    /** Rows around one direction, mostly not negative, as embeddings are; with no spread they are all the same. */
    private static float[][] alike(int count, int dimensions, double spread, Random random) {
        Random direction = new Random(1);
        double[] middle = direction.doubles(dimensions, 0.1, 1).toArray();
        float[][] rows = new float[count][dimensions];
        for (float[] row : rows) {
            for (int d = 0; d < dimensions; d++) {
                row[d] = (float) (middle[d] + spread * random.nextGaussian());
            }
        }
        return rows;
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
        int dimensions = rows[0].length;
        float[] all = new float[rows.length * dimensions];
        List<String> names = new ArrayList<>();
        List<Diagnosis> diagnoses = new ArrayList<>();
        for (int n = 0; n < rows.length; n++) {
            System.arraycopy(rows[n], 0, all, n * dimensions, dimensions);
            names.add("case " + n);
            diagnoses.add(Diagnosis.ALL.get(n % 7));
        }
        return new ReferenceSet(Tensor.of(all, rows.length, dimensions), names, diagnoses);
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
