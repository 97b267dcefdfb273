package io.github.melascope.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.StrictJson;
import io.github.melascope.base.Term;
import io.github.melascope.dataset.Grouping;
import io.github.melascope.lesion.Task;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a folder compares: all that a report needs besides the answers.
 *
 * @param facts dataset and hash of its images, task, start weights and their hash, groups, folds, seed
 * @param folds of all repeats
 * @param recipes what each changes of the usual plan, the base first
 * @param notes for the report's reader
 * @param command that began it last
 */
record CrossDescription(
        Map<String, String> facts, List<Fold> folds, Map<String, String> recipes, List<String> notes, String command) {
    private static final ObjectMapper JSON = new ObjectMapper();
    static final String DATASET = "dataset";
    static final String DATA = "images";
    static final String TASK = "task";
    static final String START = "start";
    static final String START_HASH = "weights";
    static final String GROUPS = "groups";
    static final String FOLDS = "folds";
    static final String SEED = "seed";
    /** What all runs of a folder must have in common. */
    private static final List<String> IDENTITY = List.of(SEED, TASK, GROUPS, FOLDS, START_HASH, DATA);

    private static final List<String> FACTS = List.of(DATASET, DATA, TASK, START, START_HASH, GROUPS, FOLDS, SEED);

    CrossDescription {
        facts = new LinkedHashMap<>(facts);
        folds = List.copyOf(folds);
        recipes = new LinkedHashMap<>(recipes);
        notes = List.copyOf(notes);
    }

    /** A fold: its repeat and number, from 1, and its name. */
    record Fold(int repeat, int number, String name) {}

    String fact(String name) {
        return facts.getOrDefault(name, "");
    }

    /** What all runs of the folder have in common, as one text. */
    String identity() {
        return IDENTITY.stream().map(this::fact).collect(Collectors.joining("\n"));
    }

    Task task() {
        return fact(TASK).equals(Task.MELANOMA.code()) ? Task.MELANOMA : Task.DIAGNOSIS;
    }

    Grouping grouping() {
        return Grouping.ofCode(fact(GROUPS)).orElse(Grouping.LESION);
    }

    /**
     * This call's description with what the folder holds besides: recipes and repeats of earlier calls.
     *
     * @throws ProblemException of kind {@code USAGE} when the folder compares something else, saying what
     */
    CrossDescription with(Optional<CrossDescription> before, Object folder) throws ProblemException {
        if (before.isEmpty()) {
            return this;
        }
        CrossDescription old = before.get();
        for (String name : IDENTITY) {
            if (!fact(name).equals(old.fact(name))) {
                Term why = name.equals(DATA) || name.equals(START_HASH)
                        ? Term.of("why.cross." + name)
                        : Term.of("why.cross.other", Term.of("thing.cross." + name), old.fact(name), fact(name));
                throw new ProblemException(ProblemException.Kind.USAGE, "problem.cross.other", folder, why);
            }
        }
        Map<String, String> all = new LinkedHashMap<>(recipes);
        old.recipes.forEach(all::putIfAbsent);
        return new CrossDescription(facts, old.folds.size() > folds.size() ? old.folds : folds, all, notes, command);
    }

    ObjectNode json() {
        ObjectNode json = JSON.createObjectNode();
        ObjectNode kept = json.putObject("facts");
        FACTS.forEach(name -> kept.put(name, fact(name)));
        ArrayNode array = json.putArray("folds");
        folds.forEach(fold -> array.addObject()
                .put("repeat", fold.repeat)
                .put("number", fold.number)
                .put("name", fold.name));
        ArrayNode all = json.putArray("recipes");
        recipes.forEach((name, changes) -> all.addObject().put("name", name).put("changes", changes));
        ArrayNode said = json.putArray("notes");
        notes.forEach(said::add);
        json.put("command", command);
        return json;
    }

    static CrossDescription read(JsonNode json, StrictJson fields) throws ProblemException {
        Map<String, String> facts = new LinkedHashMap<>();
        for (String name : FACTS) {
            facts.put(name, fields.child(fields.child(json, "facts"), name).asText());
        }
        List<Fold> folds = new ArrayList<>();
        for (JsonNode fold : fields.child(json, "folds")) {
            folds.add(new Fold(fields.count(fold, "repeat"), fields.count(fold, "number"), fields.text(fold, "name")));
        }
        Map<String, String> recipes = new LinkedHashMap<>();
        for (JsonNode recipe : fields.child(json, "recipes")) {
            recipes.put(fields.text(recipe, "name"), fields.text(recipe, "changes"));
        }
        List<String> notes = new ArrayList<>();
        fields.child(json, "notes").forEach(note -> notes.add(note.asText()));
        return new CrossDescription(facts, folds, recipes, notes, fields.text(json, "command"));
    }
}
