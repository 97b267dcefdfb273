package io.github.melascope.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.StrictJson;
import io.github.melascope.base.Term;
import java.util.ArrayList;
import java.util.List;

/** An audit's result as JSON ({@code audit.json}); undefined figures are null. */
public final class AuditJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private AuditJson() {}

    public static ObjectNode write(AuditResult result) {
        ObjectNode json = JSON.objectNode();
        json.put("model", result.model());
        json.put("weightsSha256", result.weightsSha256());
        json.put("part", result.part());
        json.put("images", result.images());
        json.put("lesions", result.lesions());
        json.put("melanomas", result.melanomas());
        json.put("command", result.command());
        json.put("date", result.date());
        ObjectNode bootstrap = json.putObject("bootstrap");
        bootstrap.put("draws", result.bootstrap().draws());
        bootstrap.put("seed", result.bootstrap().seed());
        ArrayNode tables = json.putArray("tables");
        result.tables().forEach(table -> tables.add(table(table)));
        return json;
    }

    static ObjectNode table(AuditTable table) {
        ObjectNode json = JSON.objectNode();
        json.put("id", table.id());
        json.put("title", table.title());
        json.put("note", table.note());
        ArrayNode columns = json.putArray("columns");
        table.columns().forEach(columns::add);
        ArrayNode rows = json.putArray("rows");
        for (AuditTable.Row row : table.rows()) {
            ObjectNode one = rows.addObject();
            one.put("name", row.name());
            ArrayNode figures = one.putArray("figures");
            row.figures().forEach(figure -> figures.add(figure(figure)));
        }
        ArrayNode aims = json.putArray("aims");
        for (AuditTable.Aim aim : table.aims()) {
            ObjectNode one = aims.addObject();
            one.put("row", aim.row());
            one.put("column", aim.column());
            one.put("atMost", aim.atMost());
            one.put("limit", aim.limit());
        }
        return json;
    }

    private static ObjectNode figure(Figure figure) {
        ObjectNode json = JSON.objectNode();
        put(json, "value", figure.value());
        put(json, "low", figure.low());
        put(json, "high", figure.high());
        if (figure.undefinedDraws() > 0) {
            json.put("undefinedDraws", figure.undefinedDraws());
        }
        return json;
    }

    private static void put(ObjectNode json, String name, double value) {
        if (Double.isFinite(value)) {
            json.put(name, value);
        } else {
            json.putNull(name);
        }
    }

    /**
     * Reads a result strictly.
     *
     * @param file as the user knows it
     * @throws ProblemException of kind {@code UNUSABLE} when a name is missing or of the wrong type
     */
    public static AuditResult read(byte[] content, String file) throws ProblemException {
        StrictJson fields = new StrictJson(file, Term.of("thing.audit"), Term.of("next.audit.again"));
        JsonNode json = fields.parse(content);
        JsonNode bootstrap = fields.child(json, "bootstrap");
        List<AuditTable> tables = new ArrayList<>();
        for (JsonNode table : fields.child(json, "tables")) {
            tables.add(table(fields, table));
        }
        return new AuditResult(
                fields.text(json, "model"),
                fields.text(json, "weightsSha256"),
                fields.text(json, "part"),
                fields.count(json, "images"),
                fields.count(json, "lesions"),
                fields.count(json, "melanomas"),
                fields.text(json, "command"),
                fields.text(json, "date"),
                new Bootstrap(Math.max(1, fields.count(bootstrap, "draws")), fields.whole(bootstrap, "seed")),
                tables);
    }

    static AuditTable table(StrictJson fields, JsonNode json) throws ProblemException {
        List<String> columns = new ArrayList<>();
        fields.child(json, "columns").forEach(column -> columns.add(column.asText()));
        List<AuditTable.Row> rows = new ArrayList<>();
        for (JsonNode row : fields.child(json, "rows")) {
            List<Figure> figures = new ArrayList<>();
            for (JsonNode figure : fields.child(row, "figures")) {
                figures.add(new Figure(
                        fields.optionalNumber(figure, "value").orElse(Double.NaN),
                        fields.optionalNumber(figure, "low").orElse(Double.NaN),
                        fields.optionalNumber(figure, "high").orElse(Double.NaN),
                        figure.path("undefinedDraws").asInt(0)));
            }
            rows.add(new AuditTable.Row(fields.text(row, "name"), figures));
        }
        List<AuditTable.Aim> aims = new ArrayList<>();
        for (JsonNode aim : fields.child(json, "aims")) {
            aims.add(new AuditTable.Aim(
                    fields.child(aim, "row").asText(),
                    fields.text(aim, "column"),
                    fields.flag(aim, "atMost"),
                    fields.number(aim, "limit")));
        }
        try {
            return new AuditTable(
                    fields.text(json, "id"),
                    fields.text(json, "title"),
                    fields.text(json, "note"),
                    columns,
                    rows,
                    aims);
        } catch (IllegalArgumentException e) {
            throw fields.refused(Term.of("why.contradiction", String.valueOf(e.getMessage())));
        }
    }
}
