package io.github.melascope.nn.infer;

import io.github.melascope.tensor.Safetensors;
import io.github.melascope.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How unlike the training images an image looks to the network: the check whether it shows a lesion at all. Two distances of
 * Mahalanobis (Lee et al., NeurIPS 2018): that of the embedding scaled to length 1 (Müller and Hein, ICML 2025), which has
 * forgotten much that the diagnosis did not need, and that of the channel means of stage 13, which still tells brick from
 * skin. Each one's logarithm is standardised on validation images, and the two are added.
 *
 * <p>Immutable; several threads may ask at once. About a million multiplications an image.
 */
public final class Familiarity {
    private static final String EMBEDDING = "embedding";
    private static final String FINE = "fine";
    private static final String SCALE = "scale";
    private static final String LIMIT = "limit";
    private static final double LEAST = 1e-12;

    private final Gaussian embeddings;
    private final Gaussian fineMeans;
    /** Mean and deviation of the logarithm of either distance. */
    private final float[] scale;

    private final double limit;

    private Familiarity(Gaussian embeddings, Gaussian fineMeans, float[] scale, double limit) {
        this.embeddings = embeddings;
        this.fineMeans = fineMeans;
        this.scale = scale;
        this.limit = limit;
    }

    /**
     * Learns what images look like.
     *
     * @param embeddings of training images, [images][1280]
     * @param fineMeans of the same, [images][96]
     * @param validation embeddings of validation images
     * @param validationMeans of the same
     * @param refused share of validation images that may be refused, 0 … 1
     */
    public static Familiarity fit(
            float[][] embeddings,
            float[][] fineMeans,
            float[][] validation,
            float[][] validationMeans,
            double refused) {
        Gaussian one = Gaussian.fit(units(embeddings));
        Gaussian two = Gaussian.fit(fineMeans);
        int n = validation.length;
        double[] first = new double[n];
        double[] second = new double[n];
        for (int i = 0; i < n; i++) {
            first[i] = logarithm(one, unit(validation[i]));
            second[i] = logarithm(two, validationMeans[i]);
        }
        float[] scale = {(float) mean(first), (float) deviation(first), (float) mean(second), (float) deviation(second)
        };
        Familiarity unlimited = new Familiarity(one, two, scale, Double.POSITIVE_INFINITY);
        return new Familiarity(one, two, scale, unlimited.refusing(validation, validationMeans, refused));
    }

    /**
     * The same with a limit that is raised where it would refuse more of further real images.
     *
     * @param further embeddings of these images
     * @param furtherMeans of the same
     * @param refused share of them that may be refused, 0 … 1
     */
    public Familiarity allowing(float[][] further, float[][] furtherMeans, double refused) {
        double wanted = refusing(further, furtherMeans, refused);
        return new Familiarity(embeddings, fineMeans, scale, Math.max(limit, wanted));
    }

    /** The limit that refuses a share of images. */
    private double refusing(float[][] rows, float[][] means, double refused) {
        int n = rows.length;
        double[] scores = new double[n];
        for (int i = 0; i < n; i++) {
            scores[i] = strangeness(rows[i], means[i]);
        }
        java.util.Arrays.sort(scores);
        return scores[(int) Math.min(n - 1.0, n * (1 - refused))];
    }

    /**
     * Reads what {@link #toSafetensors} wrote.
     *
     * @throws IllegalArgumentException when a tensor is missing or out of shape, or the limit is no number
     */
    public static Familiarity of(Safetensors stored) {
        float[] scale = values(stored, SCALE);
        if (scale.length != 4 || !(scale[1] > 0) || !(scale[3] > 0)) {
            throw new IllegalArgumentException("no scale of two distances");
        }
        return new Familiarity(
                new Gaussian(values(stored, EMBEDDING + ".mean"), values(stored, EMBEDDING + ".factor")),
                new Gaussian(values(stored, FINE + ".mean"), values(stored, FINE + ".factor")),
                scale,
                Double.parseDouble(stored.metadata().getOrDefault(LIMIT, "")));
    }

    private static float[] values(Safetensors stored, String name) {
        Tensor tensor = stored.tensors().get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("there is no tensor " + name);
        }
        return tensor.values();
    }

    /** As a file of a model. */
    public Safetensors toSafetensors() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        put(tensors, EMBEDDING, embeddings);
        put(tensors, FINE, fineMeans);
        tensors.put(SCALE, Tensor.of(scale, scale.length));
        return new Safetensors(tensors, Map.of(LIMIT, String.valueOf(limit)));
    }

    private static void put(Map<String, Tensor> tensors, String name, Gaussian gaussian) {
        tensors.put(name + ".mean", Tensor.of(gaussian.mean(), gaussian.mean().length));
        tensors.put(name + ".factor", Tensor.of(gaussian.factor(), gaussian.factor().length));
    }

    /** The strangeness beyond which an image is not taken for a lesion. */
    public double limit() {
        return limit;
    }

    /**
     * How strange an image is: about 0 for a usual lesion, larger for what looks like none.
     *
     * @param embedding of the image; not all 0
     * @param means of its finer map
     */
    public double strangeness(float[] embedding, float[] means) {
        return strangeEmbedding(embedding) + strangeMeans(means);
    }

    /** The part of the embedding alone, standardised on validation. */
    public double strangeEmbedding(float[] embedding) {
        return (logarithm(embeddings, unit(embedding)) - scale[0]) / scale[1];
    }

    /** The part of the finer map alone, standardised on validation. */
    public double strangeMeans(float[] means) {
        return (logarithm(fineMeans, means) - scale[2]) / scale[3];
    }

    private static double logarithm(Gaussian gaussian, float[] vector) {
        return Math.log(Math.max(gaussian.squaredDistance(vector), LEAST));
    }

    private static float[][] units(float[][] rows) {
        float[][] units = new float[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            units[i] = unit(rows[i]);
        }
        return units;
    }

    private static float[] unit(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        double scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
        float[] unit = new float[vector.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (float) (scale * vector[i]);
        }
        return unit;
    }

    private static double mean(double[] values) {
        return java.util.Arrays.stream(values).average().orElse(0);
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.max(LEAST, Math.sqrt(squares / values.length));
    }
}
