package io.github.melascope.nn.infer;

import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Term;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.tensor.Safetensors;
import io.github.melascope.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Embeddings of confirmed cases, to find the ones that look alike and to notice an image that looks like none of them.
 * Immutable; several threads may search at once.
 */
public final class ReferenceSet {
    private static final String EMBEDDINGS = "embeddings";
    private static final String NAMES = "names";
    private static final String DIAGNOSES = "diagnoses";

    private final List<String> names;
    private final List<Diagnosis> diagnoses;
    private final int dimensions;
    /** Unit vectors, [dimensions][cases]: laid out so that the sum over dimensions runs along the cases. */
    private final float[] columns;

    /**
     * @param embeddings shape [cases, dimensions], of any length but zero; they are normalised here
     * @param names of the cases
     * @param diagnoses of the cases
     * @throws IllegalArgumentException when the three differ in number, or an embedding is zero or not finite
     */
    public ReferenceSet(Tensor embeddings, List<String> names, List<Diagnosis> diagnoses) {
        if (embeddings.shape().length != 2
                || embeddings.shape()[0] != names.size()
                || names.size() != diagnoses.size()) {
            throw new IllegalArgumentException(names.size() + " names and " + diagnoses.size()
                    + " diagnoses do not fit embeddings of shape " + Arrays.toString(embeddings.shape()));
        }
        this.names = List.copyOf(names);
        this.diagnoses = List.copyOf(diagnoses);
        this.dimensions = (int) embeddings.shape()[1];
        this.columns = new float[embeddings.values().length];
        for (int n = 0; n < names.size(); n++) {
            float[] unit = unit(embeddings.values(), n * dimensions, dimensions);
            for (int d = 0; d < dimensions; d++) {
                columns[d * names.size() + n] = unit[d];
            }
        }
    }

    /**
     * Reads a set as {@link #write} wrote it.
     *
     * @throws ProblemException of kind {@code UNUSABLE}, naming the file, when it is missing, damaged or holds no set
     */
    public static ReferenceSet read(Path file) throws ProblemException {
        Safetensors stored = Safetensors.read(file);
        Tensor embeddings = stored.tensors().get(EMBEDDINGS);
        if (embeddings == null) {
            throw refused(file, Term.of("why.model.no-tensor", EMBEDDINGS), null);
        }
        try {
            List<Diagnosis> diagnoses = new ArrayList<>();
            for (String code : lines(stored.metadata().get(DIAGNOSES))) {
                diagnoses.add(Diagnosis.ofCode(code)
                        .orElseThrow(() -> new IllegalArgumentException("there is no diagnosis " + code)));
            }
            return new ReferenceSet(embeddings, lines(stored.metadata().get(NAMES)), diagnoses);
        } catch (IllegalArgumentException e) {
            throw refused(file, Term.of("why.contradiction", String.valueOf(e.getMessage())), e);
        }
    }

    private static List<String> lines(@Nullable String text) {
        return text == null || text.isEmpty() ? List.of() : List.of(text.split("\n", -1));
    }

    private static ProblemException refused(Path file, Term why, @Nullable Throwable cause) {
        return new ProblemException(ProblemException.Kind.UNUSABLE, cause, "problem.references", file, why);
    }

    /**
     * Writes the unit vectors as tensor {@value #EMBEDDINGS}, names and diagnoses one a line in the metadata.
     *
     * @throws IllegalArgumentException when a name has a line break
     */
    public void write(Path file) throws IOException {
        if (names.stream().anyMatch(name -> name.indexOf('\n') >= 0)) {
            throw new IllegalArgumentException("a case's name has a line break");
        }
        int count = size();
        float[] rows = new float[columns.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = columns[i % dimensions * count + i / dimensions];
        }
        Map<String, String> texts = Map.of(
                NAMES,
                String.join("\n", names),
                DIAGNOSES,
                diagnoses.stream().map(Diagnosis::code).collect(Collectors.joining("\n")));
        new Safetensors(Map.of(EMBEDDINGS, Tensor.of(rows, count, dimensions)), texts).write(file);
    }

    /** Number of cases. */
    public int size() {
        return names.size();
    }

    /**
     * A confirmed case and how much alike it is.
     *
     * @param name of the case
     * @param diagnosis confirmed
     * @param similarity cosine of the embeddings, −1 … 1
     */
    public record Similar(String name, Diagnosis diagnosis, double similarity) {}

    /** The {@code k} most alike cases, most alike first; all there are when fewer. */
    public List<Similar> nearest(float[] embedding, int k) {
        float[] cosines = cosines(embedding);
        List<Similar> nearest = new ArrayList<>();
        for (int n : largest(cosines, Math.min(k, cosines.length))) {
            nearest.add(new Similar(names.get(n), diagnoses.get(n), cosines[n]));
        }
        return nearest;
    }

    /**
     * How familiar an image looks: the mean cosine to its {@code k} nearest cases, −1 … 1. Below a threshold that belongs
     * to the model the image is probably no dermoscopic image of a lesion (the nearest-neighbour score of Sun et al.,
     * ICML 2022, averaged over the neighbours).
     *
     * @throws IllegalStateException when the set is empty
     */
    public double familiarity(float[] embedding, int k) {
        return nearest(embedding, k).stream()
                .mapToDouble(Similar::similarity)
                .average()
                .orElseThrow(() -> new IllegalStateException("there are no cases to compare with"));
    }

    /**
     * The most alike cases of each diagnosis, so that a frequent one does not hide the others: up to {@code each} of every
     * diagnosis there is, all together the most alike first.
     */
    public List<Similar> nearestOfEach(float[] embedding, int each) {
        float[] cosines = cosines(embedding);
        List<Similar> nearest = new ArrayList<>();
        for (Diagnosis diagnosis : Diagnosis.ALL) {
            float[] ofThis = cosines.clone();
            int count = 0;
            for (int n = 0; n < ofThis.length; n++) {
                boolean same = diagnoses.get(n) == diagnosis;
                count += same ? 1 : 0;
                ofThis[n] = same ? ofThis[n] : Float.NEGATIVE_INFINITY;
            }
            for (int n : largest(ofThis, Math.min(each, count))) {
                nearest.add(new Similar(names.get(n), diagnosis, cosines[n]));
            }
        }
        nearest.sort(java.util.Comparator.comparingDouble(found -> -found.similarity()));
        return nearest;
    }

    private float[] cosines(float[] embedding) {
        if (embedding.length != dimensions) {
            throw new IllegalArgumentException(embedding.length + " values instead of " + dimensions);
        }
        float[] query = unit(embedding, 0, dimensions);
        int count = names.size();
        float[] cosines = new float[count];
        int d = 0;
        for (; d + 3 < dimensions; d += 4) { // four at once: the sums are then fetched and stored a quarter as often
            addFour(cosines, query, d);
        }
        for (; d < dimensions; d++) {
            float q = query[d];
            int start = d * count;
            for (int n = 0; n < count; n++) {
                cosines[n] += q * columns[start + n];
            }
        }
        return cosines;
    }

    private void addFour(float[] cosines, float[] query, int d) {
        int count = cosines.length;
        float a = query[d];
        float b = query[d + 1];
        float c = query[d + 2];
        float e = query[d + 3];
        int start = d * count;
        for (int n = 0; n < count; n++) {
            int at = start + n;
            cosines[n] += a * columns[at]
                    + b * columns[at + count]
                    + c * columns[at + 2 * count]
                    + e * columns[at + 3 * count];
        }
    }

    private static float[] unit(float[] values, int from, int length) {
        double squares = 0;
        for (int i = from; i < from + length; i++) {
            squares += (double) values[i] * values[i];
        }
        if (!(squares > 0) || squares == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("an embedding is zero or not finite");
        }
        double scale = 1 / Math.sqrt(squares);
        float[] unit = new float[length];
        for (int i = 0; i < length; i++) {
            unit[i] = (float) (scale * values[from + i]);
        }
        return unit;
    }

    /** Indices of the largest values, largest first, the lower index first among equals: k is small, so by insertion. */
    private static int[] largest(float[] values, int k) {
        int[] best = new int[k];
        int found = 0;
        for (int n = 0; n < values.length; n++) {
            if (found < k || (k > 0 && values[n] > values[best[k - 1]])) {
                int place = Math.min(found, k - 1);
                while (place > 0 && values[n] > values[best[place - 1]]) {
                    best[place] = best[place - 1];
                    place--;
                }
                best[place] = n;
                found = Math.min(found + 1, k);
            }
        }
        return best;
    }
}
