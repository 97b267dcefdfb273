package io.github.melascope.dataset;

/**
 * How much of a dataset each part gets. They sum to 1; the training part is never empty.
 *
 * @param train share of the images, above 0
 * @param validation share, 0 … 1
 * @param test share, 0 … 1
 */
public record Fractions(double train, double validation, double test) {
    public static final Fractions USUAL = new Fractions(0.70, 0.15, 0.15);

    public Fractions {
        boolean inside = train > 0 && validation >= 0 && test >= 0;
        if (!inside || Math.abs(train + validation + test - 1) > 1e-9) {
            throw new IllegalArgumentException(
                    "fractions " + train + ", " + validation + ", " + test + " are negative or do not sum to 1");
        }
    }

    public double of(Part part) {
        return switch (part) {
            case TRAIN -> train;
            case VALIDATION -> validation;
            case TEST -> test;
        };
    }
}
