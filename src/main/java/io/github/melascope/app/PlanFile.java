package io.github.melascope.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.melascope.base.IoReason;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Term;
import io.github.melascope.lesion.Task;
import io.github.melascope.nn.train.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Training plans as JSON. A file need only hold what it changes. */
final class PlanFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PlanFile() {}

    static JsonNode write(TrainingPlan plan) {
        return JSON.valueToTree(plan);
    }

    /** What a plan changes of the usual one, as a file for {@link #read} holds it; empty for the usual plan. */
    static ObjectNode changes(TrainingPlan plan, TrainingPlan usual) {
        ObjectNode changes = JSON.createObjectNode();
        JsonNode before = write(usual);
        write(plan).properties().stream()
                .filter(entry -> !entry.getValue().equals(before.get(entry.getKey())))
                .forEach(entry -> changes.set(entry.getKey(), entry.getValue()));
        return changes;
    }

    /** The same plan with no eye on the validation part: it goes to its last epoch and keeps that epoch's average. */
    static TrainingPlan toTheEnd(TrainingPlan plan) {
        ObjectNode whole = (ObjectNode) write(plan);
        whole.put("patience", 0);
        return JSON.convertValue(whole, TrainingPlan.class);
    }

    /**
     * The usual plan with the file's values in their places.
     *
     * @throws ProblemException of kind {@code USAGE} when the file is missing, no JSON, or holds a name or value that no
     *     plan can have
     */
    static TrainingPlan read(Path file, TrainingPlan usual) throws ProblemException {
        try {
            JsonNode changes = JSON.readTree(Files.readString(file));
            ObjectNode whole = (ObjectNode) write(usual);
            merge(file, whole, changes, "");
            return JSON.treeToValue(whole, TrainingPlan.class);
        } catch (JsonProcessingException e) {
            Throwable cause = e.getCause() instanceof IllegalArgumentException reason ? reason : e;
            String[] lines = String.valueOf(cause.getMessage()).split("\n", -1);
            throw refused(file, Term.of("why.settings.content", lines[0]));
        } catch (IOException e) {
            throw refused(file, IoReason.of(e));
        }
    }

    /**
     * A plan that was written whole; what a later program added to plans is as usual.
     *
     * @throws IllegalArgumentException when it is none
     */
    static TrainingPlan of(JsonNode json) {
        try {
            TrainingPlan.Mode mode = TrainingPlan.Mode.valueOf(json.path("mode").asText());
            Task task = Task.valueOf(json.path("task").asText());
            ObjectNode whole = (ObjectNode) write(TrainingPlan.of(mode, task, 0));
            merge(Path.of(""), whole, json, "");
            return JSON.treeToValue(whole, TrainingPlan.class);
        } catch (JsonProcessingException | ProblemException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static void merge(Path file, ObjectNode whole, JsonNode changes, String where) throws ProblemException {
        if (!changes.isObject()) {
            throw refused(file, where.isEmpty() ? Term.of("why.json.no-object") : Term.of("why.plan.no-object", where));
        }
        for (Map.Entry<String, JsonNode> change : changes.properties()) {
            JsonNode known = whole.get(change.getKey());
            if (known == null) {
                List<String> names = new ArrayList<>();
                whole.fieldNames().forEachRemaining(names::add);
                throw refused(file, Term.of("why.plan.entry", where + change.getKey(), names));
            }
            if (known instanceof ObjectNode inner && change.getValue().isObject()) {
                merge(file, inner, change.getValue(), where + change.getKey() + ".");
            } else {
                whole.set(change.getKey(), change.getValue());
            }
        }
    }

    private static ProblemException refused(Path file, Term why) {
        return new ProblemException(ProblemException.Kind.USAGE, "problem.plan", file, why);
    }
}
