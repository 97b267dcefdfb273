package io.github.melascope.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.melascope.base.AtomicFiles;
import io.github.melascope.base.IoReason;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.StrictJson;
import io.github.melascope.base.Term;
import io.github.melascope.lesion.Task;
import io.github.melascope.metrics.FoldAnswers;
import io.github.melascope.metrics.FoldTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The folder of a cross-validation: what is compared ({@code setup.json}), for each recipe its plan ({@code
 * runs/NAME/plan.json}) and its answers on each fold ({@code repeat-1-fold-2.csv}) with what they were made of beside them.
 */
record CrossFolder(Path root) {
    static final String REPORT = "cross-validation.md";
    static final String RESULT = "cross-validation.json";
    private static final String SETUP = "setup.json";
    private static final String PLAN = "plan.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One training's place.
     *
     * @param recipe name
     * @param repeat from 1
     * @param fold from 1
     */
    record Run(String recipe, int repeat, int fold) {}

    /** A run's answers, and how long its training took. */
    record Answered(FoldAnswers answers, double seconds) {}

    /** Where the checkpoint lies until the run is done. */
    Path training(Run run) {
        return file(run, ".training");
    }

    private Path file(Run run, String ending) {
        return plans(run.recipe()).resolve("repeat-" + run.repeat() + "-fold-" + run.fold() + ending);
    }

    private Path plans(String recipe) {
        return root.resolve("runs").resolve(recipe);
    }

    boolean isDone(Run run) {
        return Files.exists(file(run, ".csv"));
    }

    /** Pixels of one kind; of this process alone, as another may work on another fold. */
    Path pixels(String kind) {
        return root.resolve(".pixels-" + kind + "-" + ProcessHandle.current().pid() + ".cache");
    }

    /**
     * Refuses a plan that is not the one that its runs began with.
     *
     * @throws ProblemException of kind {@code USAGE}, naming what has changed
     */
    void check(CrossPlan plan) throws ProblemException {
        Path file = plans(plan.name()).resolve(PLAN);
        if (!Files.exists(file) || !isBegun(plan.name())) {
            return;
        }
        JsonNode before = parse(file, text(file));
        JsonNode now = parse(file, StrictJson.pretty(plan.json())); // numbers as they are read, not as they were made
        Set<String> names = new TreeSet<>();
        before.fieldNames().forEachRemaining(names::add);
        now.fieldNames().forEachRemaining(names::add);
        names.removeIf(name -> before.has(name) && before.get(name).equals(now.get(name)));
        if (!names.isEmpty()) {
            throw new ProblemException(
                    ProblemException.Kind.USAGE, "problem.cross.changed", plan.name(), root, List.copyOf(names));
        }
    }

    private boolean isBegun(String recipe) throws ProblemException {
        try (Stream<Path> files = Files.list(plans(recipe))) {
            return files.anyMatch(file -> !file.endsWith(PLAN));
        } catch (IOException e) {
            throw unread(plans(recipe), e);
        }
    }

    void keep(CrossPlan plan) throws ProblemException {
        write(plans(plan.name()).resolve(PLAN), StrictJson.pretty(plan.json()));
    }

    /** What the folder holds, if it holds anything. */
    Optional<CrossDescription> description() throws ProblemException {
        Path file = root.resolve(SETUP);
        return Files.exists(file)
                ? Optional.of(CrossDescription.read(fields(file).parse(bytes(file)), fields(file)))
                : Optional.empty();
    }

    void describe(CrossDescription description) throws ProblemException {
        write(root.resolve(SETUP), StrictJson.pretty(description.json()));
    }

    /**
     * Keeps a run's answers, the table last: where it is, all is.
     *
     * @param fingerprint of plan, data and start weights
     */
    void keep(Run run, String fingerprint, double seconds, String device, Task task, List<FoldTable.Row> rows)
            throws ProblemException {
        ObjectNode json = JSON.createObjectNode();
        json.put("fingerprint", fingerprint);
        json.put("seconds", seconds);
        json.put("device", device);
        write(file(run, ".json"), StrictJson.pretty(json));
        write(file(run, ".csv"), FoldTable.write(task, rows));
        forget(run);
    }

    /** Deletes the checkpoint, which has done its work. */
    void forget(Run run) {
        if (Files.exists(training(run))) {
            Folders.delete(training(run));
        }
    }

    /** @throws ProblemException when the run's answers are of another plan or of other data */
    void check(Run run, String fingerprint) throws ProblemException {
        Path file = file(run, ".json");
        if (!fields(file).text(facts(file), "fingerprint").equals(fingerprint)) {
            throw new ProblemException(ProblemException.Kind.USAGE, "problem.cross.run", file(run, ".csv"));
        }
    }

    Answered read(Run run, Task task) throws ProblemException {
        Path facts = file(run, ".json");
        Path table = file(run, ".csv");
        try {
            return new Answered(FoldTable.read(task, text(table)), fields(facts).number(facts(facts), "seconds"));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    ProblemException.Kind.UNUSABLE,
                    e,
                    "problem.cross.damaged",
                    table,
                    Term.of("why.settings.content", String.valueOf(e.getMessage())));
        }
    }

    /** What a recipe's training said of a fold; empty when it is not done yet. */
    Optional<Answered> answered(String recipe, CrossDescription.Fold fold, Task task) throws ProblemException {
        Run run = new Run(recipe, fold.repeat(), fold.number());
        return isDone(run) ? Optional.of(read(run, task)) : Optional.empty();
    }

    private static JsonNode facts(Path file) throws ProblemException {
        return fields(file).parse(bytes(file));
    }

    private static JsonNode parse(Path file, String text) throws ProblemException {
        return fields(file).parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static StrictJson fields(Path file) {
        return new StrictJson(file.toString(), Term.of("thing.cross"), Term.of("next.cross.again"));
    }

    private static byte[] bytes(Path file) throws ProblemException {
        return text(file).getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Path file) throws ProblemException {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw unread(file, e);
        }
    }

    private static ProblemException unread(Path file, IOException e) {
        return new ProblemException(ProblemException.Kind.UNUSABLE, e, "problem.cross.damaged", file, IoReason.of(e));
    }

    private static void write(Path file, String text) throws ProblemException {
        try {
            AtomicFiles.write(file, text);
        } catch (IOException e) {
            throw new ProblemException(
                    ProblemException.Kind.UNUSABLE, e, "problem.cross.unwritten", file, IoReason.of(e));
        }
    }

    void keepReport(String text, JsonNode json) throws ProblemException {
        write(root.resolve(RESULT), StrictJson.pretty(json));
        write(root.resolve(REPORT), text);
    }
}
