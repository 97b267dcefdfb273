package io.github.melascope.metrics;

/**
 * What a model is examined on, and at which thresholds.
 *
 * @param name nobody believes a number without it: {@code "HAM10000, lesion-grouped test part, seed 7"}
 * @param openings how often this part has been opened for this model, this time included
 * @param threshold melanoma probability from which on the answer is a closer look; chosen on validation
 * @param balancedThreshold the threshold of the balanced table; chosen on validation for the highest balanced accuracy
 * @param bootstrap draws and seed of the intervals
 */
public record Exam(String name, int openings, double threshold, double balancedThreshold, Bootstrap bootstrap) {
    private static final long BOOTSTRAP_SEED = 1;

    public Exam {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an exam needs a name");
        }
    }

    /** An exam with 2,000 draws of the usual seed. */
    public Exam(String name, int openings, double threshold, double balancedThreshold) {
        this(name, openings, threshold, balancedThreshold, new Bootstrap(Bootstrap.DRAWS, BOOTSTRAP_SEED));
    }
}
