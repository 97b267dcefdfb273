package io.github.melascope.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.StrictJson;
import io.github.melascope.base.Term;
import io.github.melascope.lesion.PatientFacts.Fact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code patient.json}: a fitted fusion for people and programs. */
public final class FusionJson {
    private FusionJson() {}

    /** The same bytes for the same fusion. */
    public static String write(FittedFusion fitted) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        PatientFusion fusion = fitted.fusion();
        json.put("command", fitted.command());
        json.put("date", fitted.date());
        fusion.facts().forEach(fact -> json.withArray("facts").add(fact.code()));
        json.put("leastAge", fusion.leastAge());
        json.put("greatestAge", fusion.greatestAge());
        json.put("intercept", fusion.intercept());
        json.put("slope", fusion.slope());
        ObjectNode weights = json.putObject("weights");
        fusion.weights().forEach(weights::put);
        ObjectNode means = json.putObject("means");
        fusion.means().forEach(means::put);
        json.set("exam", AuditJson.table(fitted.exam()));
        return StrictJson.pretty(json);
    }

    /**
     * Reads strictly.
     *
     * @param file as the user knows it
     * @throws ProblemException of kind {@code UNUSABLE} when a name is missing or of the wrong type
     */
    public static FittedFusion read(byte[] content, String file) throws ProblemException {
        StrictJson fields = new StrictJson(file, Term.of("thing.fusion"), Term.of("next.fusion.again"));
        JsonNode json = fields.parse(content);
        List<Fact> facts = new ArrayList<>();
        for (JsonNode code : fields.child(json, "facts")) {
            facts.add(Arrays.stream(Fact.values())
                    .filter(fact -> fact.code().equals(code.asText()))
                    .findFirst()
                    .orElseThrow(() -> fields.refused(Term.of("why.fusion.fact", code.asText()))));
        }
        try {
            PatientFusion fusion = new PatientFusion(
                    facts,
                    fields.number(json, "leastAge"),
                    fields.number(json, "greatestAge"),
                    fields.number(json, "intercept"),
                    fields.number(json, "slope"),
                    terms(fields, json, "weights"),
                    terms(fields, json, "means"));
            AuditTable exam = AuditJson.table(fields, fields.child(json, "exam"));
            return new FittedFusion(fields.text(json, "command"), fields.text(json, "date"), fusion, exam);
        } catch (IllegalArgumentException e) {
            throw fields.refused(Term.of("why.contradiction", String.valueOf(e.getMessage())));
        }
    }

    private static Map<String, Double> terms(StrictJson fields, JsonNode json, String name) throws ProblemException {
        JsonNode named = fields.child(json, name);
        Map<String, Double> terms = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : named.properties()) {
            terms.put(entry.getKey(), fields.number(named, entry.getKey()));
        }
        return terms;
    }
}
