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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Embeddings of confirmed cases, to find the ones that look alike and to notice an image that looks like none of them. The
 * search is exact: {@link CoarseCosines} only leaves out what cannot be found.
 * Immutable; several threads may search at once.
 */
public final class ReferenceSet {
    private static final String EMBEDDINGS = "embeddings";
    private static final String NAMES = "names";
    private static final String DIAGNOSES = "diagnoses";

    private final List<String> names;
    private final List<Diagnosis> diagnoses;
    private final int dimensions;
    /** Unit vectors, [cases][dimensions]. */
    private final float[] rows;

    private final CoarseCosines coarse;
    /** The cases of each diagnosis that has some. */
    private final List<int[]> ofEach;

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
        this.rows = new float[embeddings.values().length];
        for (int n = 0; n < names.size(); n++) {
            System.arraycopy(
                    unit(embeddings.values(), n * dimensions, dimensions), 0, rows, n * dimensions, dimensions);
        }
        this.coarse = new CoarseCosines(rows, names.size(), dimensions);
        this.ofEach = Diagnosis.ALL.stream()
                .map(dx -> IntStream.range(0, diagnoses.size())
                        .filter(n -> diagnoses.get(n) == dx)
                        .toArray())
                .filter(cases -> cases.length > 0)
                .toList();
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
        Map<String, String> texts = Map.of(
                NAMES,
                String.join("\n", names),
                DIAGNOSES,
                diagnoses.stream().map(Diagnosis::code).collect(Collectors.joining("\n")));
        new Safetensors(Map.of(EMBEDDINGS, Tensor.of(rows, size(), dimensions)), texts).write(file);
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

    /** The {@code k} most alike cases, most alike first, of equals the earlier; all there are when fewer. */
    public List<Similar> nearest(float[] embedding, int k) {
        float[] query = query(embedding);
        int[] all = IntStream.range(0, size()).toArray();
        return similar(nearest(query, coarse.of(query), all, k));
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
        float[] query = query(embedding);
        float[] cosines = coarse.of(query);
        List<Found> found = new ArrayList<>();
        for (int[] cases : ofEach) {
            found.addAll(nearest(query, cosines, cases, each));
        }
        return similar(found.stream().sorted(Found.NEAREST_FIRST).toList());
    }

    /** A case and its cosine, to the precision of the vectors. */
    private record Found(int index, double cosine) {
        static final Comparator<Found> NEAREST_FIRST =
                Comparator.comparingDouble((Found one) -> -one.cosine).thenComparingInt(Found::index);
    }

    private List<Found> nearest(float[] query, float[] cosines, int[] cases, int k) {
        return IntStream.of(coarse.shortlist(cosines, cases, k))
                .mapToObj(n -> new Found(n, cosine(query, n)))
                .sorted(Found.NEAREST_FIRST)
                .limit(k)
                .toList();
    }

    private List<Similar> similar(List<Found> found) {
        return found.stream()
                .map(one -> new Similar(names.get(one.index), diagnoses.get(one.index), one.cosine))
                .toList();
    }

    private double cosine(float[] query, int n) {
        double sum = 0;
        for (int d = 0, at = n * dimensions; d < dimensions; d++, at++) {
            sum += (double) query[d] * rows[at];
        }
        return sum;
    }

    private float[] query(float[] embedding) {
        if (embedding.length != dimensions) {
            throw new IllegalArgumentException(embedding.length + " values instead of " + dimensions);
        }
        return unit(embedding, 0, dimensions);
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
}
