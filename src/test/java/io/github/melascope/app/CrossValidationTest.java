package io.github.melascope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.dataset.Grouping;
import io.github.melascope.imaging.synthetic.SampleFolder;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.Task;
import io.github.melascope.metrics.CrossMeasure;
import io.github.melascope.metrics.CrossStudy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two recipes, two folds, drawn lesions: whole, interrupted, and refused. */
class CrossValidationTest {
    @TempDir
    static Path folder;

    private static Path data;
    private static Path base;
    private static Path other;

    @BeforeAll
    static void draw() throws IOException {
        data = folder.resolve("drawn");
        SampleFolder.write(data, Diagnosis.ALL.stream().collect(Collectors.toMap(Function.identity(), dx -> 8)), 96, 1);
        base = plan("base", 64, 2);
        other = plan("other", 32, 1);
    }

    private static Path plan(String name, int size, int epochs) throws IOException {
        return Files.writeString(
                folder.resolve(name + ".json"),
                "{\"inputSize\": " + size + ", \"hidden\": 8, \"batchSize\": 8, \"phases\": [{\"epochs\": " + epochs
                        + ", \"learningRate\": 0.001, \"firstTrained\": 0}]}");
    }

    private static CrossRequest request(
            Path out, List<Path> plans, boolean quick, Task task, Grouping grouping, OptionalInt only) {
        return new CrossRequest(
                data,
                Optional.empty(),
                plans,
                quick,
                task,
                Optional.of("none"),
                grouping,
                2,
                1,
                7,
                out,
                only,
                Optional.of("cpu"),
                "melascope cross-validate drawn");
    }

    private static CrossRequest full(Path out) {
        return request(out, List.of(base, other), false, Task.DIAGNOSIS, Grouping.LESION, OptionalInt.empty());
    }

    private static CrossStudy run(CrossRequest request, CrossListener listener, CancelToken cancel)
            throws ProblemException {
        try (AppContext context = new AppContext(List.of(folder.resolve("models")), 2)) {
            return new CrossValidation(context).run(request, Progress.NONE, listener, cancel);
        }
    }

    /** Keeps all that it hears, and cancels after so many steps. */
    private static final class Hearing implements CrossListener {
        private final List<String> lines = new ArrayList<>();
        private final List<Step> steps = new ArrayList<>();
        private final CancelToken cancel = new CancelToken();
        private final int last;

        Hearing(int last) {
            this.last = last;
        }

        @Override
        public void line(String text) {
            lines.add(text);
        }

        @Override
        public void step(Step step) {
            steps.add(step);
            if (steps.size() == last) {
                cancel.cancel();
            }
        }
    }

    private static Map<String, String> answers(Path out) throws IOException {
        Map<String, String> answers = new TreeMap<>();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
                answers.put(out.relativize(file).toString(), Files.readString(file));
            }
        }
        return answers;
    }

    /** Area under the curve by counting pairs, of a table's text. */
    private static double auc(String csv) {
        List<String[]> rows =
                csv.lines().skip(1).map(line -> line.split(",", -1)).toList();
        List<String> head = List.of(csv.lines().findFirst().orElseThrow().split(",", -1));
        int mel = head.indexOf("mel");
        double wins = 0;
        double pairs = 0;
        for (String[] one : rows) {
            for (String[] two : rows) {
                if (one[2].equals("mel") && !two[2].equals("mel")) {
                    double more = probability(one, mel) - probability(two, mel);
                    wins += more > 0 ? 1 : more == 0 ? 0.5 : 0;
                    pairs++;
                }
            }
        }
        return wins / pairs;
    }

    private static double probability(String[] row, int column) {
        double sum = 0;
        for (int c = 3; c < row.length; c++) {
            sum += Math.exp(Double.parseDouble(row[c]));
        }
        return Math.exp(Double.parseDouble(row[column])) / sum;
    }

    @Test
    void anInterruptedOneGoesOnToTheSameAnswersAndTheReportHoldsThem() throws Exception {
        Path whole = folder.resolve("whole");
        Hearing uninterrupted = new Hearing(-1);
        CrossStudy study = run(full(whole), uninterrupted, new CancelToken());
        int steps = uninterrupted.steps.size();
        assertEquals(4, uninterrupted.lines.size(), uninterrupted.lines.toString());
        CrossListener.Step end = uninterrupted.steps.get(steps - 1);
        assertEquals(1, end.share(), 1e-9);
        assertEquals("other, fold 2", end.name());

        Path stopped = folder.resolve("stopped");
        Hearing interrupted = new Hearing(steps * 3 / 4);
        assertThrows(CancellationException.class, () -> run(full(stopped), interrupted, interrupted.cancel));
        assertFalse(Files.exists(stopped.resolve(CrossFolder.REPORT)));
        Map<String, String> before = answers(stopped);
        assertTrue(!before.isEmpty() && before.size() < 4, before.keySet().toString());
        Hearing goneOn = new Hearing(-1);
        CrossStudy resumed = run(full(stopped), goneOn, new CancelToken());
        assertTrue(goneOn.steps.size() < steps, "what was done is not done again");
        assertEquals(4 - before.size(), goneOn.lines.size());
        Map<String, String> answers = answers(whole);
        assertEquals(4, answers.size());
        assertEquals(answers, answers(stopped));
        assertEquals(
                study.result().recipes().get(0).means(),
                resumed.result().recipes().get(0).means());

        double first = auc(answers.getOrDefault("runs/base/repeat-1-fold-1.csv", ""));
        double second = auc(answers.getOrDefault("runs/base/repeat-1-fold-2.csv", ""));
        double others = (auc(answers.getOrDefault("runs/other/repeat-1-fold-1.csv", ""))
                        + auc(answers.getOrDefault("runs/other/repeat-1-fold-2.csv", "")))
                / 2;
        assertEquals(
                (first + second) / 2,
                study.result().recipes().get(0).mean(CrossMeasure.MELANOMA_AUC).value(),
                1e-9);
        assertEquals(
                others - (first + second) / 2,
                study.result()
                        .recipes()
                        .get(1)
                        .difference(CrossMeasure.MELANOMA_AUC)
                        .orElseThrow()
                        .value(),
                1e-9);
        String report = Files.readString(whole.resolve(CrossFolder.REPORT));
        assertTrue(report.contains(String.format(java.util.Locale.ROOT, "%.3f (", (first + second) / 2)), report);
        assertTrue(report.contains("\"inputSize\":32"), report);
        assertTrue(Files.readString(whole.resolve(CrossFolder.RESULT)).contains("\"melanomaAuc\""));
        try (Stream<Path> files = Files.list(whole.resolve("runs/base"))) {
            assertEquals(5, files.count(), "plan, and for each fold a table and its facts: no checkpoint is left");
        }

        assertEquals(
                study.result().recipes(),
                CrossValidation.report(whole, Optional.empty(), new CancelToken())
                        .result()
                        .recipes(),
                "the files alone give the same");
        changedThingsAreRefused(whole);
        theTestPartIsNowhere(answers);
    }

    private static void changedThingsAreRefused(Path whole) throws Exception {
        Path changed = Files.createDirectories(folder.resolve("changed"));
        Path plan = Files.writeString(
                changed.resolve("other.json"), Files.readString(other).replace("0.001", "0.002"));
        CrossRequest request =
                request(whole, List.of(base, plan), false, Task.DIAGNOSIS, Grouping.LESION, OptionalInt.empty());
        ProblemException refusal =
                assertThrows(ProblemException.class, () -> run(request, new Hearing(-1), new CancelToken()));
        assertEquals(ProblemException.Kind.USAGE, refusal.kind());
        assertTrue(refusal.getMessage().contains("The recipe other"), refusal.getMessage());
        assertTrue(refusal.why().contains("phases"), refusal.why());
        CrossRequest sliced =
                request(whole, List.of(base, other), false, Task.DIAGNOSIS, Grouping.SITE, OptionalInt.empty());
        ProblemException mixed =
                assertThrows(ProblemException.class, () -> run(sliced, new Hearing(-1), new CancelToken()));
        assertTrue(mixed.why().contains("what is held out was lesion there, and is site now"), mixed.why());
        CrossRequest twice =
                request(whole, List.of(other, plan), false, Task.DIAGNOSIS, Grouping.LESION, OptionalInt.empty());
        assertThrows(ProblemException.class, () -> run(twice, new Hearing(-1), new CancelToken()));
    }

    private static void theTestPartIsNowhere(Map<String, String> answers) throws ProblemException {
        List<String> test = io.github.melascope.dataset.InspectedDataset.of(
                        io.github.melascope.dataset.Datasets.open(data), Progress.NONE, new CancelToken())
                .split(7)
                .part(io.github.melascope.dataset.Part.TEST)
                .stream()
                .map(io.github.melascope.dataset.Sample::imageId)
                .toList();
        assertFalse(test.isEmpty());
        answers.values().forEach(csv -> test.forEach(id -> assertFalse(csv.contains(id), id)));
    }

    @Test
    void slicesWithoutMelanomaAreSaidAndThatWithAllOfThemIsNotHeldOut() throws Exception {
        Path out = folder.resolve("slices");
        CrossRequest request = request(out, List.of(base), true, Task.DIAGNOSIS, Grouping.DX_TYPE, OptionalInt.empty());
        CrossStudy study = run(request, new Hearing(-1), new CancelToken());
        assertEquals(
                List.of("consensus", "follow_up"),
                study.result().folds().stream().map(f -> f.name()).toList());
        assertFalse(
                study.result().recipes().get(0).mean(CrossMeasure.MELANOMA_AUC).defined());
        assertTrue(study.result().recipes().get(0).mean(CrossMeasure.LOG_LOSS).defined());
        String report = Files.readString(out.resolve(CrossFolder.REPORT));
        assertTrue(report.contains("not defined: no melanoma"), report);
        assertTrue(report.contains("\"histo\" ("), report);
    }

    @Test
    void oneFoldAtATimeAndTheMelanomaTask() throws Exception {
        Path out = folder.resolve("parts");
        for (int only = 2; only >= 1; only--) {
            CrossRequest request =
                    request(out, List.of(base), true, Task.MELANOMA, Grouping.TONE, OptionalInt.of(only));
            CrossStudy study = run(request, new Hearing(-1), new CancelToken());
            assertEquals(3 - only, study.result().folds().size());
            String note = (only - 1 + 1) + " of 3 folds have not been answered";
            assertTrue(study.notes().toString().contains(note), study.notes().toString());
        }
        String csv = Files.readString(out.resolve("runs/base/repeat-1-fold-1.csv"));
        assertTrue(csv.startsWith("image,lesion,label,mel\n"), csv);
        CrossRequest none = request(out, List.of(base), true, Task.MELANOMA, Grouping.TONE, OptionalInt.of(4));
        ProblemException refusal =
                assertThrows(ProblemException.class, () -> run(none, new Hearing(-1), new CancelToken()));
        assertTrue(refusal.why().contains("1, 2"), refusal.why());
    }
}
