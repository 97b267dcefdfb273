package io.github.melascope.ui.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.app.AppContext;
import io.github.melascope.app.Recipe;
import io.github.melascope.app.TrainingRun;
import io.github.melascope.app.TrainingRuns;
import io.github.melascope.base.ProblemException;
import io.github.melascope.dataset.Mending;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wizard's models, without a toolkit: a thread of the test's stands for the window's. */
class TrainingModelTest {
    @TempDir
    Path folder;

    private final ExecutorService window = Executors.newSingleThreadExecutor();
    private final List<ProblemException> problems = Collections.synchronizedList(new ArrayList<>());
    private AppContext context;
    private TrainingModel model;

    @BeforeEach
    void open() throws Exception {
        context = TestWizard.context(folder);
        model = on(() -> new TrainingModel(context, new TrainingRuns(context, context.runs()), window, problems::add));
    }

    @AfterEach
    void close() throws Exception {
        on(() -> {
            model.close();
            return 0;
        });
        context.close();
        window.shutdown();
    }

    private <T> T on(Callable<T> work) throws Exception {
        return window.submit(work).get();
    }

    private void until(Callable<Boolean> wanted) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (!on(wanted)) {
            assertTrue(
                    System.nanoTime() < end,
                    "waited in vain at " + model.stepProperty().get());
            Thread.sleep(20);
        }
    }

    private void look(Path path) throws Exception {
        assertTrue(on(() -> model.open(List.of(path))));
        until(() -> !(model.data().stateProperty().get() instanceof DataState.Looking));
    }

    private ProblemException refusedData(Path path) throws Exception {
        look(path);
        DataState.Failed failed = assertInstanceOf(
                DataState.Failed.class, model.data().stateProperty().get());
        assertFalse(on(() -> model.can(WizardStep.EXAM)));
        return failed.problem();
    }

    private ProblemException refusedExam(Path path) throws Exception {
        look(path);
        until(() -> model.exam().stateProperty().get() instanceof ExamState.Refused);
        assertFalse(on(() -> model.can(WizardStep.RECIPE)));
        return ((ExamState.Refused) model.exam().stateProperty().get()).problem();
    }

    private Path classFolders(Map<String, Integer> counts) throws IOException {
        Path drawn = folder.resolve("drawn " + counts.hashCode());
        io.github.melascope.imaging.synthetic.SampleFolder.write(drawn, Map.of(Diagnosis.NV, 30), 96, 1);
        Path root = folder.resolve("classes " + counts.hashCode());
        int image = 0;
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            Path part = Files.createDirectories(root.resolve(entry.getKey()));
            for (int i = 0; i < entry.getValue(); i++, image++) {
                String id = String.format("SYN_%07d.jpg", image);
                String from = image % 2 == 0 ? "HAM10000_images_part_1" : "HAM10000_images_part_2";
                Files.copy(drawn.resolve(from).resolve(id), part.resolve(id));
            }
        }
        return root;
    }

    @Test
    void foldersThatHoldNoDatasetSayWhatTheyLack() throws Exception {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        assertTrue(refusedData(empty).why().contains("neither images nor tables"));
        assertTrue(refusedData(folder.resolve("absent/gone.csv")).getMessage().contains("absent"));
        Path unlabelled = classFolders(Map.of("unknown", 4));
        assertTrue(refusedData(unlabelled).why().contains("what the images are"));
        Path table = TestWizard.dataset(folder.resolve("all unknown"), 2);
        Path csv = table.resolve("HAM10000_metadata.csv");
        Files.writeString(csv, Files.readString(csv).replaceAll("(?m)^(SYNL_\\d+,SYN_\\d+),[a-z]+,", "$1,unknown,"));
        assertTrue(
                refusedData(table).why().contains("no row has a label"),
                refusedData(table).why());
    }

    @Test
    void oneClassAndThreeImagesAreRefusedWithAWayOn() throws Exception {
        ProblemException one = refusedExam(classFolders(Map.of("nv", 12)));
        assertTrue(one.why().contains("no melanoma"), one.why());
        assertTrue(one.next().contains("at least three lesions"), one.next());
        ProblemException three = refusedExam(classFolders(Map.of("mel", 1, "nv", 2)));
        assertTrue(three.why().contains("part of a split"), three.why());
        look(TestWizard.dataset(folder.resolve("good"), 4));
        until(() -> model.can(WizardStep.RECIPE));
    }

    @Test
    void wherePartOfTheDiagnosesIsUnknownOnlyMelanomaIsAsked() throws Exception {
        look(classFolders(Map.of("benign", 10, "malignant", 9)));
        until(() -> model.can(WizardStep.RECIPE));
        assertEquals(Task.MELANOMA, model.exam().taskProperty().get());
        assertFalse(model.exam().diagnosesProperty().get());
        assertEquals(Task.MELANOMA, model.recipe().recipeProperty().get().task());
    }

    @Test
    void mendingLeavesImagesOutAndNeverTouchesTheFolder() throws Exception {
        Path data = TestWizard.dataset(folder.resolve("copies"), 4);
        Path part = data.resolve("HAM10000_images_part_1");
        Files.copy(
                part.resolve("SYN_0000000.jpg"),
                part.resolve("SYN_0000002.jpg"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Map<Path, Long> before = times(data);
        look(data);
        DataState.Ready whole = (DataState.Ready) model.data().stateProperty().get();
        int images = whole.dataset().report().images();
        on(() -> {
            model.data().mend(Mending.COPIES);
            return 0;
        });
        until(() -> model.data().stateProperty().get() instanceof DataState.Ready);
        DataState.Ready mended = (DataState.Ready) model.data().stateProperty().get();
        assertEquals(List.of(), mended.dataset().report().identical());
        assertEquals(images - 1, mended.dataset().report().images());
        assertEquals(
                Map.of("SYN_0000002", "copies"), model.data().excludedProperty().get());
        assertEquals(before, times(data));
        on(() -> {
            model.data().excludeNothing();
            return 0;
        });
        until(() -> model.data().stateProperty().get() instanceof DataState.Ready ready
                && ready.dataset().report().images() == images);
    }

    private static Map<Path, Long> times(Path root) throws IOException {
        Map<Path, Long> times = new java.util.TreeMap<>();
        try (var files = Files.walk(root)) {
            for (Path file : files.toList()) {
                times.put(file, Files.getLastModifiedTime(file).toMillis());
            }
        }
        return times;
    }

    @Test
    void startWeightsThatKnowTheExamAreRefused() throws Exception {
        Path data = TestWizard.dataset(folder.resolve("known"), 4);
        String learnt = Files.readAllLines(Path.of("models/dermoscopy-1/split.csv")).stream()
                .filter(line -> line.endsWith(",train"))
                .findFirst()
                .orElseThrow()
                .split(",", -1)[1];
        look(data);
        until(() -> model.can(WizardStep.RECIPE));
        String tested = ((ExamState.Drawn) model.exam().stateProperty().get())
                .split()
                .part(io.github.melascope.dataset.Part.TEST)
                .get(0)
                .lesionId();
        Path csv = data.resolve("HAM10000_metadata.csv");
        Files.writeString(csv, Files.readString(csv).replace(tested + ",", learnt + ","));
        for (long seed = 1; seed < 40; seed++) {
            long drawn = seed;
            on(() -> {
                model.exam().seedProperty().set(drawn);
                return 0;
            });
            look(data);
            until(() -> model.can(WizardStep.RECIPE));
            boolean inExam = ((ExamState.Drawn) model.exam().stateProperty().get())
                    .split().part(io.github.melascope.dataset.Part.TEST).stream()
                            .anyMatch(sample -> sample.lesionId().equals(learnt));
            if (inExam) {
                break;
            }
        }
        on(() -> {
            model.go(WizardStep.RECIPE);
            return 0;
        });
        until(() -> model.recipe().problemProperty().get().isPresent());
        assertTrue(model.recipe().problemProperty().get().orElseThrow().why().contains(learnt));
        assertFalse(on(model::canStart));
        on(() -> {
            model.recipe().change(r -> r.withInit(Recipe.NO_WEIGHTS));
            return 0;
        });
        until(model::canStart);
    }

    @Test
    void aRecipeThatCannotBeTrainedIsNotStarted() throws Exception {
        look(TestWizard.dataset(folder.resolve("few"), 4));
        until(() -> model.can(WizardStep.RECIPE));
        on(() -> {
            model.recipe().change(r -> r.withBatchSize(1));
            return 0;
        });
        assertFalse(on(model::canStart));
        on(() -> {
            model.recipe().choose(false);
            return 0;
        });
        assertEquals(
                Recipe.usual(false, Task.DIAGNOSIS, ExamModel.USUAL_SEED),
                model.recipe().recipeProperty().get());
    }

    @Test
    void aRunIsStartedFollowedAndItsResultOpened() throws Exception {
        look(TestWizard.dataset(folder.resolve("run"), 5));
        until(() -> model.can(WizardStep.RECIPE));
        on(() -> {
            model.recipe().change(r -> r.withLength(2, 1e-3).withInit(Recipe.NO_WEIGHTS));
            model.start();
            return 0;
        });
        until(() -> model.stepProperty().get() == WizardStep.RUN);
        until(() -> model.result().stateProperty().get() instanceof ResultState.Ready);
        ResultState.Ready ready =
                (ResultState.Ready) model.result().stateProperty().get();
        assertEquals(TrainingRun.State.DONE, ready.run().state());
        assertTrue(ready.card().contains("Not a diagnosis"));
        List<String> saved = new ArrayList<>();
        on(() -> {
            model.result()
                    .save("Bad Name", "", "", bundle -> saved.add(bundle.spec().id()), problems::add);
            return 0;
        });
        until(() -> problems.size() == 1);
        on(() -> {
            model.result()
                    .save("good-name", "", "", bundle -> saved.add(bundle.spec().id()), problems::add);
            return 0;
        });
        until(() -> saved.equals(List.of("good-name")));
    }
}
