package io.github.melascope.model;

import java.util.List;

/**
 * How pixels become the network's input: {@code (value / 255 − mean) / deviation}, for red, green and blue.
 *
 * @param mean three numbers
 * @param deviation three numbers above 0
 * @param colorConstancy norm of Shades of Gray, 1 … 16, by which the colour of the light is taken out before; 0 for none
 */
public record Normalisation(List<Double> mean, List<Double> deviation, double colorConstancy) {
    public Normalisation {
        mean = List.copyOf(mean);
        deviation = List.copyOf(deviation);
        if (mean.size() != 3
                || deviation.size() != 3
                || mean.stream().anyMatch(m -> !Double.isFinite(m))
                || deviation.stream().anyMatch(d -> !(d > 0) || !Double.isFinite(d))) {
            throw new IllegalArgumentException("normalisation needs three means and three deviations above 0");
        }
        if (colorConstancy != 0 && !(colorConstancy >= 1 && colorConstancy <= 16)) {
            throw new IllegalArgumentException("the colour constancy is not 0 or 1 … 16 but " + colorConstancy);
        }
    }
}
