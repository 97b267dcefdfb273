package io.github.melascope.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.StrictJson;
import io.github.melascope.base.Term;
import io.github.melascope.lesion.Diagnosis;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads an exam's result strictly: a name that is missing or of the wrong type is refused. */
final class ExamJsonReader {
    private final StrictJson fields;

    ExamJsonReader(String file) {
        fields = new StrictJson(file, Term.of("thing.exam-result"), Term.of("next.exam.restore"));
    }

    ExamResult read(JsonNode json) throws ProblemException {
        JsonNode bootstrap = fields.child(json, "bootstrap");
        JsonNode balanced = fields.child(json, "balancedTable");
        Exam exam = new Exam(
                fields.text(json, "exam"),
                fields.count(json, "openings"),
                fields.number(json, "threshold"),
                fields.number(balanced, "threshold"),
                new Bootstrap(Math.max(1, fields.count(bootstrap, "draws")), fields.whole(bootstrap, "seed")));
        List<Slice> slices = new ArrayList<>();
        for (JsonNode slice : fields.child(json, "slices")) {
            slices.add(slice(slice));
        }
        return new ExamResult(
                exam,
                fields.count(json, "images"),
                fields.count(json, "lesions"),
                fields.count(json, "melanomas"),
                counts(fields.child(json, "counts")),
                figures(BinaryMeasure.class, BinaryMeasure::code, fields.child(json, "melanoma")),
                figures(BalancedMeasure.class, BalancedMeasure::code, balanced),
                json.has("diagnosis") ? Optional.of(diagnosis(fields.child(json, "diagnosis"))) : Optional.empty(),
                slices);
    }

    private BinaryCounts counts(JsonNode json) throws ProblemException {
        return new BinaryCounts(
                fields.count(json, "truePositives"),
                fields.count(json, "falsePositives"),
                fields.count(json, "trueNegatives"),
                fields.count(json, "falseNegatives"));
    }

    private DiagnosisResult diagnosis(JsonNode json) throws ProblemException {
        List<Diagnosis> classes = new ArrayList<>();
        for (JsonNode code : fields.child(json, "classes")) {
            classes.add(Diagnosis.ofCode(code.asText())
                    .orElseThrow(() -> fields.refused(Term.of("why.json.class", code.asText()))));
        }
        List<List<Long>> rows = new ArrayList<>();
        for (JsonNode row : fields.child(json, "confusion")) {
            List<Long> cells = new ArrayList<>();
            row.forEach(cell -> cells.add(cell.asLong()));
            rows.add(cells);
        }
        if (rows.size() != classes.size() || rows.stream().anyMatch(row -> row.size() != classes.size())) {
            throw fields.refused(Term.of("why.exam.matrix"));
        }
        Map<Diagnosis, Map<ClassMeasure, Figure>> byClass = new EnumMap<>(Diagnosis.class);
        for (Diagnosis dx : classes) {
            byClass.put(
                    dx,
                    figures(
                            ClassMeasure.class,
                            ClassMeasure::code,
                            fields.child(fields.child(json, "byClass"), dx.code())));
        }
        return new DiagnosisResult(
                fields.count(json, "images"),
                figures(MultiMeasure.class, MultiMeasure::code, json),
                classes,
                byClass,
                new ConfusionMatrix(rows));
    }

    private Slice slice(JsonNode json) throws ProblemException {
        return new Slice(
                fields.text(json, "by"),
                fields.text(json, "value"),
                fields.count(json, "images"),
                fields.count(json, "lesions"),
                fields.count(json, "melanomas"),
                fields.flag(json, "few"),
                figure(fields.child(json, "rocAuc")),
                figure(fields.child(json, "sensitivity")),
                figure(fields.child(json, "specificity")));
    }

    private <E extends Enum<E>> Map<E, Figure> figures(Class<E> type, Function<E, String> code, JsonNode json)
            throws ProblemException {
        Map<E, Figure> figures = new EnumMap<>(type);
        for (E measure : type.getEnumConstants()) {
            figures.put(measure, figure(fields.child(json, code.apply(measure))));
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
        return fields.optionalNumber(json, name).orElse(Double.NaN);
    }
}
