package io.github.melascope.app;

import io.github.melascope.base.AtomicFiles;
import io.github.melascope.base.IoReason;
import io.github.melascope.base.ProblemException;
import io.github.melascope.dataset.Exclusions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes a run of what the user asked for, and of a run the very request that the command line would make. */
final class RunMaker {
    private static final DateTimeFormatter ID = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    private final RunStore store;

    RunMaker(RunStore store) {
        this.store = store;
    }

    TrainingRun make(Path dataset, Map<String, String> excluded, Recipe recipe) throws ProblemException {
        LocalDateTime now = LocalDateTime.now(ZoneId.systemDefault());
        String id = now.format(ID);
        for (int i = 2; Files.exists(store.folder(id)); i++) {
            id = now.format(ID) + "-" + i;
        }
        String name = (recipe.quick() ? "quick-" : "full-") + id;
        try {
            if (!excluded.isEmpty()) {
                Exclusions.write(store.excludeFile(id), excluded);
            }
            writePlan(id, recipe);
            TrainingRun run = new TrainingRun(
                    id,
                    name,
                    now.truncatedTo(ChronoUnit.MINUTES).toString(),
                    dataset.toString(),
                    excluded.size(),
                    recipe,
                    CommandText.of(arguments(id, name, dataset, recipe)),
                    false,
                    TrainingRun.State.QUEUED,
                    null,
                    List.of(),
                    List.of(),
                    List.of(),
                    0,
                    null,
                    "");
            store.write(run);
            return run;
        } catch (IOException e) {
            throw unwritten(store.folder(id), e);
        }
    }

    /** What a full or read-only disk is told by. */
    static ProblemException unwritten(Path folder, IOException e) {
        return new ProblemException(ProblemException.Kind.UNUSABLE, e, "problem.training.run", folder, IoReason.of(e));
    }

    /** A plan's file is only needed where the plan is not the usual one. */
    void writePlan(String id, Recipe recipe) throws IOException {
        var changes = PlanFile.changes(recipe.plan(), recipe.usualPlan());
        if (changes.isEmpty()) {
            Files.deleteIfExists(store.planFile(id)); // one from before would hold its larger batch
        } else {
            AtomicFiles.write(store.planFile(id), changes.toPrettyString() + "\n");
        }
    }

    /** The command line for a recipe that has changed on the way, or for another name. */
    String command(TrainingRun run, String name, Recipe recipe) {
        return CommandText.of(arguments(run.id(), name, Path.of(run.dataset()), recipe));
    }

    private List<String> arguments(String id, String name, Path dataset, Recipe recipe) {
        List<String> all = new ArrayList<>(List.of("train", dataset.toString(), "--id", name));
        all.addAll(List.of(
                "--mode",
                recipe.quick() ? "quick" : "full",
                "--task",
                recipe.task().code()));
        all.addAll(List.of("--seed", Long.toString(recipe.seed())));
        option(all, "--init", Optional.of(recipe.init()));
        option(all, "--device", Optional.of(recipe.device()));
        option(all, "--plan", existing(store.planFile(id)).map(Path::toString));
        option(all, "--exclude", existing(store.excludeFile(id)).map(Path::toString));
        return all;
    }

    private static void option(List<String> arguments, String name, Optional<String> value) {
        value.filter(text -> !text.isEmpty()).ifPresent(text -> arguments.addAll(List.of(name, text)));
    }

    private static Optional<Path> existing(Path file) {
        return Optional.of(file).filter(Files::exists);
    }

    /** Its model is made in the run's own folder, and a checkpoint that is there is gone on with. */
    TrainingRequest request(TrainingRun run) {
        Recipe recipe = run.recipe();
        return new TrainingRequest(
                Path.of(run.dataset()),
                existing(store.excludeFile(run.id())),
                Optional.empty(),
                run.name(),
                recipe.mode(),
                recipe.task(),
                existing(store.planFile(run.id())),
                Optional.of(recipe.init()).filter(text -> !text.isEmpty()),
                Optional.of(recipe.device()).filter(text -> !text.isEmpty()),
                recipe.seed(),
                true,
                Optional.of(store.models(run.id())),
                true,
                1,
                run.command());
    }
}
