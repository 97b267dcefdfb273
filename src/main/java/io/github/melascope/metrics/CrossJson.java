package io.github.melascope.metrics;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** A cross-validation as JSON ({@code cross-validation.json}); undefined figures are null. */
public final class CrossJson {
    private CrossJson() {}

    public static ObjectNode write(CrossStudy study) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("dataset", study.dataset());
        json.put("task", study.task());
        json.put("start", study.start());
        json.put("grouping", study.grouping());
        json.put("seed", study.seed());
        json.put("command", study.command());
        json.put("date", study.date());
        CrossResult result = study.result();
        json.put("images", result.images());
        json.put("lesions", result.lesions());
        json.put("melanomas", result.melanomas());
        ObjectNode bootstrap = json.putObject("bootstrap");
        bootstrap.put("draws", result.bootstrap().draws());
        bootstrap.put("seed", result.bootstrap().seed());
        ArrayNode notes = json.putArray("notes");
        study.notes().forEach(notes::add);
        ArrayNode folds = json.putArray("folds");
        for (CrossResult.Fold fold : result.folds()) {
            ObjectNode one = folds.addObject();
            one.put("repeat", fold.repeat());
            one.put("name", fold.name());
            one.put("images", fold.images());
            one.put("lesions", fold.lesions());
            one.put("melanomas", fold.melanomas());
        }
        ArrayNode recipes = json.putArray("recipes");
        result.recipes().forEach(recipe -> recipes.add(recipe(study, recipe)));
        ArrayNode drops = json.putArray("drops");
        study.drops().forEach(drop -> drops.add(drop(drop)));
        return json;
    }

    private static ObjectNode drop(SliceDrop drop) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("recipe", drop.recipe());
        json.put("slice", drop.slice());
        json.put("images", drop.result().images());
        json.put("melanomas", drop.result().melanomas());
        figures(json.putObject("seen"), drop.seen().means());
        figures(json.putObject("heldOut"), drop.heldOut().means());
        figures(json.putObject("change"), drop.heldOut().differences());
        return json;
    }

    private static ObjectNode recipe(CrossStudy study, CrossResult.Recipe recipe) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", recipe.name());
        json.put("changes", study.changes().getOrDefault(recipe.name(), ""));
        json.put("answeredFolds", recipe.answered());
        put(json, "trainingSeconds", recipe.seconds());
        figures(json.putObject("means"), recipe.means());
        if (!recipe.differences().isEmpty()) {
            json.put("comparedFolds", recipe.compared());
            figures(json.putObject("differences"), recipe.differences());
            ObjectNode verdicts = json.putObject("verdicts");
            recipe.differences()
                    .forEach((measure, figure) ->
                            verdicts.put(measure.code(), measure.verdict(figure).words()));
        }
        ArrayNode byFold = json.putArray("byFold");
        recipe.byFold().forEach(fold -> fold.ifPresentOrElse(f -> figures(byFold.addObject(), f), byFold::addNull));
        return json;
    }

    private static void figures(ObjectNode json, Map<CrossMeasure, Figure> figures) {
        figures.forEach((measure, figure) -> {
            ObjectNode one = json.putObject(measure.code());
            put(one, "value", figure.value());
            put(one, "low", figure.low());
            put(one, "high", figure.high());
            if (figure.undefinedDraws() > 0) {
                one.put("undefinedDraws", figure.undefinedDraws());
            }
        });
    }

    private static void put(ObjectNode json, String name, double value) {
        if (Double.isFinite(value)) {
            json.put(name, value);
        } else {
            json.putNull(name);
        }
    }
}
