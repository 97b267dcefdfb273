package io.github.melascope.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.melascope.base.StrictJson;
import io.github.melascope.metrics.BetaCalibration;
import java.util.OptionalDouble;

/** {@code model.json}: for people to read, keys always in the same order. {@link SpecJsonReader} reads it back. */
final class SpecJson {
    private SpecJson() {}

    static String write(ModelSpec spec) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("formatVersion", spec.formatVersion())
                .put("id", spec.id())
                .put("title", spec.title())
                .put("created", spec.created())
                .put("architecture", spec.architecture())
                .put("convention", spec.convention())
                .put("task", spec.task().code())
                .put("hidden", spec.hidden())
                .put("dropout", spec.dropout())
                .put("inputSize", spec.inputSize());
        ObjectNode normalisation = json.putObject("normalisation");
        spec.normalisation().mean().forEach(normalisation.putArray("mean")::add);
        spec.normalisation().deviation().forEach(normalisation.putArray("deviation")::add);
        if (spec.normalisation().colorConstancy() != 0) {
            normalisation.put("colorConstancy", spec.normalisation().colorConstancy());
        }
        spec.classes().forEach(dx -> json.withArray("classes").add(dx.code()));
        json.put("temperature", spec.calibration().temperature());
        if (spec.formatVersion() > 1) {
            calibration(json, spec.calibration().melanoma());
            json.put("views", spec.views());
        }
        json.set("thresholds", thresholds(spec.thresholds()));
        json.set("provenance", provenance(spec.provenance()));
        json.put("licence", spec.licence());
        spec.notes().forEach(json.putArray("notes")::add);
        if (!spec.remarks().isEmpty()) { // models of before have none, and stay as they are
            spec.remarks().forEach(json.putArray("remarks")::add);
        }
        ObjectNode files = json.putObject("files");
        spec.files().forEach(files::put);
        return StrictJson.pretty(json);
    }

    private static void calibration(ObjectNode json, BetaCalibration map) {
        if (map.kind() != BetaCalibration.Kind.NONE) {
            json.putObject("calibration")
                    .put("kind", map.kind().code())
                    .put("a", map.a())
                    .put("b", map.b())
                    .put("c", map.c());
        }
    }

    private static ObjectNode thresholds(ModelThresholds thresholds) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("melanoma", threshold(thresholds.melanoma()));
        json.set("sensitivity90", threshold(thresholds.sensitivity90()));
        json.set("sensitivity95", threshold(thresholds.sensitivity95()));
        json.set("balanced", threshold(thresholds.balanced()));
        json.set("notALesionDistance", number(thresholds.notALesionDistance()));
        return json;
    }

    private static ObjectNode threshold(Threshold threshold) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("value", threshold.value());
        json.set("wantedSensitivity", number(threshold.wantedSensitivity()));
        json.put("validationSensitivity", threshold.sensitivity());
        json.put("validationSpecificity", threshold.specificity());
        return json;
    }

    private static JsonNode number(OptionalDouble value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return value.isPresent() ? nodes.numberNode(value.getAsDouble()) : nodes.nullNode();
    }

    private static ObjectNode provenance(Provenance provenance) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("command", provenance.command())
                .put("programVersion", provenance.programVersion())
                .put("dataset", provenance.dataset())
                .put("datasetImages", provenance.datasetImages())
                .put("datasetLesions", provenance.datasetLesions())
                .put("seed", provenance.seed())
                .put("startWeights", provenance.startWeights())
                .put("startSha256", provenance.startSha256())
                .put("device", provenance.device())
                .put("trainingSeconds", provenance.trainingSeconds())
                .put("date", provenance.date());
        json.set("plan", provenance.plan());
        return json;
    }
}
