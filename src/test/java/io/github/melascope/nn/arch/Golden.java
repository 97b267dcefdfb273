package io.github.melascope.nn.arch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * What PyTorch and torchvision answer for {@link FormulaWeights}: written by
 * {@code src/test/python/golden_mobilenetv2.py}, which says what each entry is.
 */
public final class Golden {
    private static final String FILE = "golden-mobilenetv2.json";

    private Golden() {}

    /** One value or table of a convention: {@code of(TORCH, "/evaluated/logits")}. */
    public static JsonNode of(Convention convention, String pointer) {
        JsonNode node = read().at("/" + convention.code() + pointer);
        if (node.isMissingNode()) {
            throw new IllegalArgumentException("no golden value at " + pointer);
        }
        return node;
    }

    public static double[] numbers(Convention convention, String pointer) {
        return numbers(of(convention, pointer));
    }

    public static double[] numbers(JsonNode array) {
        double[] values = new double[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i).doubleValue();
        }
        return values;
    }

    /** The largest absolute difference of as many values as the reference has. */
    public static double largestDifference(double[] reference, float[] values) {
        if (reference.length > values.length || reference.length == 0) {
            throw new IllegalArgumentException(reference.length + " reference values for " + values.length);
        }
        double largest = 0;
        for (int i = 0; i < reference.length; i++) {
            // Math.max lets a NaN through to the comparison, where it fails.
            largest = Math.max(largest, Math.abs(reference[i] - values[i]));
        }
        return largest;
    }

    private static JsonNode read() {
        try (InputStream in = Objects.requireNonNull(Golden.class.getResourceAsStream(FILE), FILE)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
