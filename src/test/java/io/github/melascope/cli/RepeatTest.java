package io.github.melascope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.app.AppContext;
import io.github.melascope.app.Recipe;
import io.github.melascope.app.TrainingRun;
import io.github.melascope.app.TrainingRuns;
import io.github.melascope.base.CancelToken;
import io.github.melascope.base.Progress;
import io.github.melascope.dataset.Datasets;
import io.github.melascope.dataset.InspectedDataset;
import io.github.melascope.imaging.synthetic.SampleFolder;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.Task;
import io.github.melascope.model.ModelBundle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line that the window shows for a run makes the very same model. */
class RepeatTest {
    @TempDir
    Path folder;

    @Test
    void theShownCommandLineMakesTheSameWeights() throws Exception {
        Path images = folder.resolve("the images'");
        SampleFolder.write(
                images, Diagnosis.ALL.stream().collect(Collectors.toMap(Function.identity(), dx -> 5)), 96, 1);
        Set<String> left = Set.of("SYN_0000003");
        TrainingRun run;
        ModelBundle made;
        try (AppContext context = new AppContext(List.of(folder.resolve("models")), 2)) {
            InspectedDataset dataset = InspectedDataset.of(Datasets.open(images), Progress.NONE, new CancelToken());
            TrainingRuns runs = new TrainingRuns(context, context.runs());
            Recipe recipe =
                    Recipe.usual(true, Task.MELANOMA, 11).withLength(3, 2e-3).withStrength(Recipe.Strength.NONE);
            String id = runs.start(
                            dataset.without(left, Progress.NONE, new CancelToken()),
                            Map.of("SYN_0000003", "hand"),
                            recipe.withInit(Recipe.NO_WEIGHTS))
                    .id();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
            while (runs.get(id).state() != TrainingRun.State.DONE) {
                assertTrue(System.nanoTime() < end, runs.get(id).toString());
                Thread.sleep(20);
            }
            run = runs.get(id);
            made = runs.model(id);
        }
        List<Object> arguments = new ArrayList<>(split(run.command()));
        assertEquals("melascope", arguments.remove(0));
        Path models = folder.resolve("by hand");
        Calls.Result result = new Calls(models, folder.resolve("logs")).call(arguments.toArray());
        assertEquals(0, result.code(), result.err());
        try (AppContext context = new AppContext(List.of(models), 2)) {
            ModelBundle repeated = context.models().open(run.name());
            assertEquals(made.weightsSha256(), repeated.weightsSha256());
            assertEquals(made.metrics(), repeated.metrics());
            assertEquals(made.splitCsv(), repeated.splitCsv());
        }
    }

    /** As a shell takes a line apart. */
    private static List<String> split(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = Pattern.compile("(?:'[^']*'|\\\\.|[^\\s'\\\\])+").matcher(line);
        while (word.find()) {
            words.add(word.group().replace("'\\''", "\u0000").replace("'", "").replace("\u0000", "'"));
        }
        return words;
    }
}
