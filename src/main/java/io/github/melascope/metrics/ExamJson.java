package io.github.melascope.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.melascope.lesion.Diagnosis;
import java.util.Map;

/**
 * An exam's result as JSON: {@code exam}, {@code images}, {@code lesions}, {@code melanoma}, {@code diagnosis}, each
 * figure {@code value}, {@code low}, {@code high}; an undefined number is null. {@link ExamJsonReader} reads it back.
 */
public final class ExamJson {
    private ExamJson() {}

    /** A tree whose keys always come in the same order. */
    public static ObjectNode write(ExamResult result) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        Exam exam = result.exam();
        json.put("exam", exam.name());
        json.put("images", result.images());
        json.put("lesions", result.lesions());
        json.put("melanomas", result.melanomas());
        json.put("openings", exam.openings());
        json.put("threshold", exam.threshold());
        json.set("counts", counts(result.counts()));
        ObjectNode melanoma = json.putObject("melanoma");
        result.melanoma().forEach((measure, figure) -> melanoma.set(measure.code(), figure(figure)));
        result.diagnosis().ifPresent(d -> json.set("diagnosis", diagnosis(d)));
        ObjectNode balanced = json.putObject("balancedTable");
        balanced.put("note", "both classes weighted to equal prevalence");
        balanced.put("threshold", exam.balancedThreshold());
        result.balanced().forEach((measure, figure) -> balanced.set(measure.code(), figure(figure)));
        ArrayNode slices = json.putArray("slices");
        result.slices().forEach(slice -> slices.add(slice(slice)));
        json.putObject("bootstrap")
                .put("of", "lesions")
                .put("draws", exam.bootstrap().draws())
                .put("seed", exam.bootstrap().seed())
                .put("interval", "95 % percentile");
        return json;
    }

    private static ObjectNode counts(BinaryCounts counts) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("truePositives", counts.truePositives())
                .put("falsePositives", counts.falsePositives())
                .put("trueNegatives", counts.trueNegatives())
                .put("falseNegatives", counts.falseNegatives());
    }

    private static ObjectNode diagnosis(DiagnosisResult result) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("images", result.images());
        result.overall().forEach((measure, figure) -> json.set(measure.code(), figure(figure)));
        ArrayNode classes = json.putArray("classes");
        result.classes().forEach(dx -> classes.add(dx.code()));
        ArrayNode confusion = json.putArray("confusion");
        result.confusion().counts().forEach(row -> {
            ArrayNode cells = confusion.addArray();
            row.forEach(cells::add);
        });
        ObjectNode byClass = json.putObject("byClass");
        for (Map.Entry<Diagnosis, Map<ClassMeasure, Figure>> entry :
                result.byClass().entrySet()) {
            ObjectNode one = byClass.putObject(entry.getKey().code());
            entry.getValue().forEach((measure, figure) -> one.set(measure.code(), figure(figure)));
        }
        return json;
    }

    private static ObjectNode slice(Slice slice) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("by", slice.by())
                .put("value", slice.value())
                .put("images", slice.images())
                .put("lesions", slice.lesions())
                .put("melanomas", slice.melanomas())
                .put("few", slice.few());
        json.set("rocAuc", figure(slice.rocAuc()));
        json.set("sensitivity", figure(slice.sensitivity()));
        json.set("specificity", figure(slice.specificity()));
        return json;
    }

    private static ObjectNode figure(Figure figure) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        number(json, "value", figure.value());
        number(json, "low", figure.low());
        number(json, "high", figure.high());
        if (figure.undefinedDraws() > 0) {
            json.put("undefinedDraws", figure.undefinedDraws());
        }
        return json;
    }

    private static void number(ObjectNode json, String name, double value) {
        if (Double.isNaN(value)) {
            json.putNull(name);
        } else {
            json.put(name, value);
        }
    }

    /** Reads what {@link #write} wrote. */
    public static ExamResult read(JsonNode json, String file) throws io.github.melascope.base.ProblemException {
        return new ExamJsonReader(file).read(json);
    }
}
