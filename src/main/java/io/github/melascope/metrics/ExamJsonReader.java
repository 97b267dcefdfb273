package io.github.melascope.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.melascope.base.ProblemException;
import io.github.melascope.lesion.Diagnosis;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads an exam's result strictly: a name that is missing or of the wrong type is refused. */
final class ExamJsonReader {
    private final String file;

    ExamJsonReader(String file) {
        this.file = file;
    }

    ExamResult read(JsonNode json) throws ProblemException {
        JsonNode bootstrap = child(json, "bootstrap");
        JsonNode balanced = child(json, "balancedTable");
        Exam exam = new Exam(
                text(json, "exam"),
                integer(json, "openings"),
                number(json, "threshold"),
                number(balanced, "threshold"),
                new Bootstrap(
                        Math.max(1, integer(bootstrap, "draws")),
                        child(bootstrap, "seed").asLong()));
        List<Slice> slices = new ArrayList<>();
        for (JsonNode slice : child(json, "slices")) {
            slices.add(slice(slice));
        }
        return new ExamResult(
                exam,
                integer(json, "images"),
                integer(json, "lesions"),
                integer(json, "melanomas"),
                counts(child(json, "counts")),
                figures(BinaryMeasure.class, BinaryMeasure::code, child(json, "melanoma")),
                figures(BalancedMeasure.class, BalancedMeasure::code, balanced),
                json.has("diagnosis") ? Optional.of(diagnosis(child(json, "diagnosis"))) : Optional.empty(),
                slices);
    }

    private BinaryCounts counts(JsonNode json) throws ProblemException {
        return new BinaryCounts(
                integer(json, "truePositives"),
                integer(json, "falsePositives"),
                integer(json, "trueNegatives"),
                integer(json, "falseNegatives"));
    }

    private DiagnosisResult diagnosis(JsonNode json) throws ProblemException {
        List<Diagnosis> classes = new ArrayList<>();
        for (JsonNode code : child(json, "classes")) {
            classes.add(Diagnosis.ofCode(code.asText()).orElseThrow(() -> refused("unknown class " + code)));
        }
        List<List<Long>> rows = new ArrayList<>();
        for (JsonNode row : child(json, "confusion")) {
            List<Long> cells = new ArrayList<>();
            row.forEach(cell -> cells.add(cell.asLong()));
            rows.add(cells);
        }
        if (rows.size() != classes.size() || rows.stream().anyMatch(row -> row.size() != classes.size())) {
            throw refused("the confusion matrix does not fit the classes");
        }
        Map<Diagnosis, Map<ClassMeasure, Figure>> byClass = new EnumMap<>(Diagnosis.class);
        for (Diagnosis dx : classes) {
            byClass.put(dx, figures(ClassMeasure.class, ClassMeasure::code, child(child(json, "byClass"), dx.code())));
        }
        return new DiagnosisResult(
                integer(json, "images"),
                figures(MultiMeasure.class, MultiMeasure::code, json),
                classes,
                byClass,
                new ConfusionMatrix(rows));
    }

    private Slice slice(JsonNode json) throws ProblemException {
        return new Slice(
                text(json, "by"),
                text(json, "value"),
                integer(json, "images"),
                integer(json, "lesions"),
                integer(json, "melanomas"),
                child(json, "few").asBoolean(),
                figure(child(json, "rocAuc")),
                figure(child(json, "sensitivity")),
                figure(child(json, "specificity")));
    }

    private <E extends Enum<E>> Map<E, Figure> figures(Class<E> type, Function<E, String> code, JsonNode json)
            throws ProblemException {
        Map<E, Figure> figures = new EnumMap<>(type);
        for (E measure : type.getEnumConstants()) {
            figures.put(measure, figure(child(json, code.apply(measure))));
        }
        return figures;
    }

    private Figure figure(JsonNode json) throws ProblemException {
        return new Figure(
                numberOrNan(json, "value"),
                numberOrNan(json, "low"),
                numberOrNan(json, "high"),
                json.path("undefinedDraws").asInt(0));
    }

    private double numberOrNan(JsonNode json, String name) throws ProblemException {
        return child(json, name).isNull() ? Double.NaN : number(json, name);
    }

    private double number(JsonNode json, String name) throws ProblemException {
        JsonNode node = child(json, name);
        if (!node.isNumber()) {
            throw refused("\"" + name + "\" is not a number");
        }
        return node.asDouble();
    }

    private int integer(JsonNode json, String name) throws ProblemException {
        JsonNode node = child(json, name);
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.asInt() < 0) {
            throw refused("\"" + name + "\" is not a count");
        }
        return node.asInt();
    }

    private String text(JsonNode json, String name) throws ProblemException {
        JsonNode node = child(json, name);
        if (!node.isTextual() || node.asText().isBlank()) {
            throw refused("\"" + name + "\" is not a text");
        }
        return node.asText();
    }

    private JsonNode child(JsonNode json, String name) throws ProblemException {
        JsonNode node = json.get(name);
        if (node == null) {
            throw refused("\"" + name + "\" is missing");
        }
        return node;
    }

    private ProblemException refused(String why) {
        return new ProblemException(
                ProblemException.Kind.UNUSABLE,
                file + " cannot be used as an exam's result",
                why,
                "restore the file, or evaluate the model again");
    }
}
