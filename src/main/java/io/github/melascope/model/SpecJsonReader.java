package io.github.melascope.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.StrictJson;
import io.github.melascope.base.Term;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.Task;
import io.github.melascope.metrics.BetaCalibration;
import io.github.melascope.metrics.LogitCalibration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads {@code model.json} strictly. */
final class SpecJsonReader {
    private final StrictJson fields;

    SpecJsonReader(String file) {
        fields = new StrictJson(file, Term.of("thing.model-description"), Refusal.NEXT);
    }

    ModelSpec read(byte[] content) throws ProblemException {
        JsonNode json = fields.parse(content);
        int version = fields.count(json, "formatVersion");
        if (version < 1 || version > ModelSpec.NEWEST_FORMAT) {
            throw fields.refused(
                    version > ModelSpec.NEWEST_FORMAT
                            ? Term.of("why.model.newer", version, ModelSpec.NEWEST_FORMAT)
                            : Term.of("why.model.older", version, ModelSpec.NEWEST_FORMAT));
        }
        boolean second = json.has("calibration") || json.has("views");
        boolean third = json.path("normalisation").has("colorConstancy");
        if ((version < 2 && second) || (version < 3 && third)) { // older programs would not see them
            throw fields.refused(Term.of("why.model.format", version));
        }
        try {
            return spec(json);
        } catch (IllegalArgumentException e) {
            throw fields.refused(Refusal.contradiction(e));
        }
    }

    private ModelSpec spec(JsonNode json) throws ProblemException {
        JsonNode normalisation = fields.child(json, "normalisation");
        return new ModelSpec(
                fields.text(json, "id"),
                fields.text(json, "title"),
                fields.text(json, "created"),
                fields.text(json, "architecture"),
                fields.text(json, "convention"),
                task(fields.text(json, "task")),
                fields.count(json, "hidden"),
                fields.number(json, "dropout"),
                fields.count(json, "inputSize"),
                new Normalisation(
                        numbers(normalisation, "mean"),
                        numbers(normalisation, "deviation"),
                        normalisation.has("colorConstancy") ? fields.number(normalisation, "colorConstancy") : 0),
                classes(json),
                new LogitCalibration(fields.number(json, "temperature"), calibration(json)),
                json.has("views") ? fields.count(json, "views") : 1,
                thresholds(fields.child(json, "thresholds")),
                provenance(fields.child(json, "provenance")),
                fields.text(json, "licence"),
                texts(json, "notes"),
                json.has("remarks") ? texts(json, "remarks") : List.of(),
                files(fields.child(json, "files")));
    }

    private BetaCalibration calibration(JsonNode json) throws ProblemException {
        if (!json.has("calibration")) {
            return BetaCalibration.NONE;
        }
        JsonNode map = fields.child(json, "calibration");
        String code = fields.text(map, "kind");
        BetaCalibration.Kind kind = BetaCalibration.Kind.ofCode(code)
                .orElseThrow(() -> fields.refused(Term.of("why.json.calibration", code)));
        return new BetaCalibration(kind, fields.number(map, "a"), fields.number(map, "b"), fields.number(map, "c"));
    }

    private Task task(String code) throws ProblemException {
        return Arrays.stream(Task.values())
                .filter(task -> task.code().equals(code))
                .findFirst()
                .orElseThrow(() -> fields.refused(Term.of("why.json.task", code)));
    }

    private List<Diagnosis> classes(JsonNode json) throws ProblemException {
        List<Diagnosis> classes = new ArrayList<>();
        for (String code : texts(json, "classes")) {
            classes.add(Diagnosis.ofCode(code).orElseThrow(() -> fields.refused(Term.of("why.json.class", code))));
        }
        return classes;
    }

    private List<String> texts(JsonNode json, String name) throws ProblemException {
        List<String> texts = new ArrayList<>();
        for (JsonNode node : fields.child(json, name)) {
            if (!node.isTextual()) {
                throw fields.refused(Term.of("why.json.no-texts", name));
            }
            texts.add(node.asText());
        }
        return texts;
    }

    private List<Double> numbers(JsonNode json, String name) throws ProblemException {
        List<Double> numbers = new ArrayList<>();
        for (JsonNode node : fields.child(json, name)) {
            if (!node.isNumber()) {
                throw fields.refused(Term.of("why.json.no-numbers", name));
            }
            numbers.add(node.asDouble());
        }
        return numbers;
    }

    private ModelThresholds thresholds(JsonNode json) throws ProblemException {
        return new ModelThresholds(
                threshold(fields.child(json, "melanoma")),
                threshold(fields.child(json, "sensitivity90")),
                threshold(fields.child(json, "sensitivity95")),
                threshold(fields.child(json, "balanced")),
                fields.optionalNumber(json, "notALesionDistance"));
    }

    private Threshold threshold(JsonNode json) throws ProblemException {
        return new Threshold(
                fields.number(json, "value"),
                fields.optionalNumber(json, "wantedSensitivity"),
                fields.number(json, "validationSensitivity"),
                fields.number(json, "validationSpecificity"));
    }

    private Provenance provenance(JsonNode json) throws ProblemException {
        return new Provenance(
                fields.text(json, "command"),
                fields.text(json, "programVersion"),
                fields.text(json, "dataset"),
                fields.count(json, "datasetImages"),
                fields.count(json, "datasetLesions"),
                fields.whole(json, "seed"),
                fields.child(json, "plan"),
                fields.text(json, "startWeights"),
                hashOrNone(json, "startSha256"),
                fields.text(json, "device"),
                fields.number(json, "trainingSeconds"),
                fields.text(json, "date"));
    }

    /** Fresh weights come from no file. */
    private String hashOrNone(JsonNode json, String name) throws ProblemException {
        JsonNode node = fields.child(json, name);
        return node.isTextual() && node.asText().isEmpty() ? "" : fields.text(json, name);
    }

    private Map<String, String> files(JsonNode json) throws ProblemException {
        Map<String, String> files = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            if (!BundleFiles.isHashed(entry.getKey())) {
                throw fields.refused(Term.of("why.foreign-file", entry.getKey()));
            }
            files.put(entry.getKey(), fields.text(json, entry.getKey()));
        }
        return files;
    }
}
