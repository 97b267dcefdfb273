package io.github.melascope.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * How a model came to be: enough to make it again. No text is blank: where there is nothing to tell, "none".
 *
 * @param command the command line that trained it; folders of the machine are better left relative
 * @param programVersion of this program
 * @param dataset name of the dataset
 * @param datasetImages images in it
 * @param datasetLesions lesions they show
 * @param seed of split and training
 * @param plan the whole training plan, an object
 * @param startWeights name of the weights it started from
 * @param startSha256 of their file; empty when there was none
 * @param device what it was trained on
 * @param trainingSeconds wall-clock time
 * @param date of the training's end, {@code 2026-11-23}
 */
public record Provenance(
        String command,
        String programVersion,
        String dataset,
        int datasetImages,
        int datasetLesions,
        long seed,
        JsonNode plan,
        String startWeights,
        String startSha256,
        String device,
        double trainingSeconds,
        String date) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    public Provenance {
        if (!plan.isObject()) {
            throw new IllegalArgumentException("a plan is an object");
        }
        plan = asReadFromText(plan);
    }

    /** A copy with the number types that a parser gives, so that a plan equals itself after a round trip. */
    private static JsonNode asReadFromText(JsonNode json) {
        try {
            return MAPPER.readTree(MAPPER.writeValueAsBytes(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a plan that cannot be written", e);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The same made by another command line. */
    Provenance withCommand(String line) {
        return new Provenance(
                line,
                programVersion,
                dataset,
                datasetImages,
                datasetLesions,
                seed,
                plan,
                startWeights,
                startSha256,
                device,
                trainingSeconds,
                date);
    }

    @Override
    public JsonNode plan() {
        return plan.deepCopy();
    }
}
