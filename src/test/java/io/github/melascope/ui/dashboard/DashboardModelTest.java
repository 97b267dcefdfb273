package io.github.melascope.ui.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.melascope.app.ExamAnswers;
import io.github.melascope.app.Examination;
import io.github.melascope.app.ImageMark;
import io.github.melascope.app.MarkList;
import io.github.melascope.cli.Calls;
import io.github.melascope.dataset.Part;
import io.github.melascope.dataset.SplitFile;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.metrics.BinaryCounts;
import io.github.melascope.metrics.BinaryMeasure;
import io.github.melascope.metrics.Calibration;
import io.github.melascope.metrics.Case;
import io.github.melascope.metrics.ClassAccuracy;
import io.github.melascope.metrics.EvaluationTest;
import io.github.melascope.metrics.ExamJson;
import io.github.melascope.metrics.ExamResult;
import io.github.melascope.metrics.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard without a window, on the shipped model and synthetic lesions. */
@SuppressWarnings("NullAway.Init") // set before any test
class DashboardModelTest {
    @TempDir
    static Path folder;

    private static Desk desk;
    private static Path dataset;

    @BeforeAll
    static void make() throws IOException {
        desk = new Desk(folder);
        dataset = desk.dataset("synthetic", 4);
    }

    @AfterAll
    static void end() {
        desk.close();
    }

    private static DashboardModel own() {
        DashboardModel model = desk.direct();
        model.open(Desk.MODEL);
        return model;
    }

    private static ExamResult result(DashboardModel model) {
        return model.intervals().resultProperty().get().orElseThrow();
    }

    @Test
    void figuresOfADatasetAreThoseOfTheEvaluateCommand() throws Exception {
        Calls.Result evaluated = new Calls(folder.resolve("models"), folder)
                .call("evaluate", dataset, "--model", Desk.MODEL, "--part", "all");
        assertEquals(0, evaluated.code(), evaluated.err());
        DashboardModel model = own();
        model.judge(dataset);
        ObjectNode command = (ObjectNode) new ObjectMapper().readTree(evaluated.out());
        ObjectNode shown = (ObjectNode)
                new ObjectMapper().readTree(ExamJson.write(result(model)).toString());
        assertEquals(
                command.remove("openings").asInt() + 1, shown.remove("openings").asInt());
        assertEquals(command, shown);
        int openings = result(model).exam().openings();
        DashboardModel again = own();
        again.judge(dataset);
        assertEquals(openings, result(again).exam().openings(), "answers that were kept are no new opening");
        assertEquals(result(model), result(again));
    }

    @Test
    void figuresOfItsOwnExamAreThoseThatTheModelCarries() throws Exception {
        DashboardModel model = own();
        ExamResult kept = desk.context.models().open(Desk.MODEL).metrics();
        ExamResult shown = result(model);
        assertEquals(kept.exam(), shown.exam());
        assertEquals(kept.counts(), shown.counts());
        for (BinaryMeasure measure : BinaryMeasure.ALL) {
            // The bundle keeps six decimals of each answer.
            assertEquals(kept.get(measure).value(), shown.get(measure).value(), 2e-5, measure.title());
            assertEquals(kept.get(measure).low(), shown.get(measure).low(), 2e-5, measure.title());
        }
        assertTrue(model.intervals().bandsProperty().get().isPresent());
    }

    @Test
    void eachDiagnosisHasItsAccuracies() {
        DashboardModel model = own();
        var confusion = result(model).diagnosis().orElseThrow().confusion();
        for (Diagnosis dx : Diagnosis.ALL) {
            BinaryCounts counts = confusion.against(Diagnosis.ALL.indexOf(dx));
            ClassAccuracy accuracy = Objects.requireNonNull(
                    model.intervals().classesProperty().get().get(dx));
            assertEquals(counts.accuracy(), accuracy.accuracy().value());
            assertEquals(counts.balancedAccuracy(), accuracy.balancedAccuracy().value());
            assertTrue(accuracy.balancedAccuracy().low()
                    < accuracy.balancedAccuracy().value());
        }
    }

    @Test
    void theThresholdMovesEverythingAtOnce() {
        DashboardModel model = own();
        model.select(Selection.Outcomes.cell(true, false));
        int missed = model.galleryProperty().get().orElseThrow().cases().size();
        model.thresholdProperty().set(0.5);
        Points points = Objects.requireNonNull(model.pointsProperty().get());
        Gallery gallery = model.galleryProperty().get().orElseThrow();
        assertEquals(points.counts().falseNegatives(), gallery.cases().size());
        assertTrue(gallery.cases().size() > missed);
        assertEquals(0.5, result(model).exam().threshold());
        assertEquals(points.counts(), result(model).counts());
        assertEquals(
                points.counts().recall(),
                result(model).get(BinaryMeasure.RECALL).value());
        for (int i = 0; i < points.slices().size(); i++) {
            Figure sensitivity = result(model).slices().get(i).sensitivity();
            assertEquals(points.slices().get(i).recall(), sensitivity.value(), "slice " + i);
        }
        Intervals.Values values = model.intervals().predictiveProperty().get().orElseThrow();
        assertEquals(points.counts().precision(), values.ppv().value(), 1e-12);
        assertTrue(values.ppv().low() < values.ppv().value()
                && values.ppv().value() < values.ppv().high());
        model.usualThreshold();
        assertEquals(missed, model.galleryProperty().get().orElseThrow().cases().size());
    }

    @Test
    void everyMarkOpensAsManyImagesAsItCounts() {
        DashboardModel model = own();
        Exhibit exhibit = model.exhibit().orElseThrow();
        BinaryCounts counts =
                Objects.requireNonNull(model.pointsProperty().get()).counts();
        assertEquals(counts.truePositives(), opened(model, Selection.Outcomes.cell(true, true)));
        assertEquals(counts.falseNegatives(), opened(model, Selection.Outcomes.cell(true, false)));
        assertEquals(counts.falsePositives(), opened(model, Selection.Outcomes.cell(false, true)));
        assertEquals(counts.trueNegatives(), opened(model, Selection.Outcomes.cell(false, false)));
        for (Calibration.Bin bin : exhibit.calibration().bins()) {
            assertEquals(bin.count(), opened(model, new Selection.Bin(bin.low(), bin.high(), Optional.empty())));
        }
        for (Exhibit.Part part : exhibit.slices()) {
            assertEquals(part.images(), opened(model, new Selection.InSlice(part.by(), part.value())));
        }
        long[][] diagnoses = exhibit.diagnosisCounts();
        var confusion = result(model).diagnosis().orElseThrow().confusion();
        for (int truth = 0; truth < 7; truth++) {
            for (int answer = 0; answer < 7; answer++) {
                assertEquals(confusion.count(truth, answer), diagnoses[truth][answer]);
                assertEquals(
                        diagnoses[truth][answer],
                        opened(
                                model,
                                new Selection.Diagnoses(
                                        Optional.of(Diagnosis.ALL.get(truth)),
                                        Optional.of(Diagnosis.ALL.get(answer)))));
            }
        }
        assertEquals(
                counts.falseNegatives() + counts.falsePositives(),
                opened(model, new Selection.WrongAt(model.thresholdProperty().get())));
    }

    private static long opened(DashboardModel model, Selection selection) {
        model.select(selection);
        return model.galleryProperty().get().orElseThrow().cases().size();
    }

    @Test
    void theChartsMarksCoverEveryImageOnceAndTheWorstComesFirst() {
        DashboardModel model = own();
        Exhibit exhibit = model.exhibit().orElseThrow();
        Charts charts = new Charts(new io.github.melascope.base.Words(java.util.Locale.ENGLISH), exhibit);
        for (Chart chart : List.of(charts.histogram(), charts.calibration(Optional.empty()))) {
            long covered = chart.marks().stream()
                    .mapToLong(mark -> exhibit.images(mark.selection(), 0.5).size())
                    .sum();
            assertEquals(exhibit.images(), covered, chart.plot().id());
        }
        assertTrue(charts.roc(Optional.empty()).marks().size() < 600);
        List<Case> missed = exhibit.images(Selection.Outcomes.ofTruth(true), 0.5);
        for (int i = 1; i < missed.size(); i++) {
            assertTrue(missed.get(i - 1).melanomaProbability() <= missed.get(i).melanomaProbability());
        }
    }

    @Test
    void tenThousandPredictionsMoveWithinAFrame() {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; cases.size() < 10_000; i++) {
            for (Case one : EvaluationTest.cases(2000, true, i)) {
                cases.add(new Case(
                        "image" + cases.size(),
                        i + one.lesionId(),
                        one.melanoma(),
                        one.diagnosis(),
                        one.melanomaProbability(),
                        one.probabilities(),
                        one.dxType(),
                        one.sex(),
                        one.ageBand(),
                        one.site()));
            }
        }
        ExamAnswers own = own().exhibit().orElseThrow().answers();
        Exhibit many = new Exhibit(
                new ExamAnswers(own.spec(), own.weightsSha256(), "many", 1, cases.subList(0, 10_000), Map.of()));
        Executor never = work -> {};
        DashboardModel model = desk.model(Runnable::run, never, Runnable::run);
        model.shown(many);
        model.select(Selection.Outcomes.ofTruth(false)); // the largest gallery follows, too
        double[] millis = new double[300];
        for (int i = 0; i < millis.length; i++) {
            long begun = System.nanoTime();
            model.thresholdProperty().set(0.01 + 0.98 * ((i * 37) % millis.length) / millis.length);
            millis[i] = (System.nanoTime() - begun) / 1e6;
        }
        double[] warm = Arrays.copyOfRange(millis, 100, millis.length);
        Arrays.sort(warm);
        assertTrue(
                warm[warm.length * 95 / 100] < 16, "95 % of the moves within " + warm[warm.length * 95 / 100] + " ms");
    }

    /** The first few of the synthetic pictures. */
    private static List<Path> pictures(int count) throws IOException {
        try (Stream<Path> files = Files.walk(dataset)) {
            return files.filter(file -> file.toString().endsWith(".jpg"))
                    .limit(count)
                    .toList();
        }
    }

    @Test
    void imagesThatTheModelLearntFromAreRefusedWithTheLesion() throws Exception {
        Path leak = folder.resolve("leak");
        SplitFile.Row learnt =
                SplitFile.rows(folder.resolve("models").resolve(Desk.MODEL).resolve("split.csv")).stream()
                        .filter(row -> row.part() == Part.TRAIN)
                        .findFirst()
                        .orElseThrow();
        Files.createDirectories(leak);
        Files.copy(pictures(1).get(0), leak.resolve(learnt.image() + ".jpg"));
        Files.writeString(
                leak.resolve("labels.csv"),
                "image,lesion_id,dx\n" + learnt.image() + "," + learnt.lesion() + "," + learnt.dx() + "\n");
        DashboardModel model = own();
        model.judge(leak);
        DashboardState.Failed failed = assertInstanceOf(
                DashboardState.Failed.class, model.stateProperty().get());
        assertTrue(
                String.valueOf(failed.problem().getMessage()).contains(learnt.lesion()),
                failed.problem().getMessage());
        assertEquals(Optional.of(leak), failed.dataset());
        model.use(new Source.Folder(leak, Examination.Scope.TEST));
        assertInstanceOf(
                DashboardState.Failed.class, model.stateProperty().get(), "no image of the test part is there");
        model.use(new Source.Kept(Part.TEST));
        assertTrue(model.exhibit().isPresent(), "the way back is open");
    }

    @Test
    void threeImagesOfOneKindAreToldWithoutAnArea() throws Exception {
        Path few = folder.resolve("few");
        Files.createDirectories(few.resolve("nv"));
        for (Path picture : pictures(3)) {
            Files.copy(picture, few.resolve("nv").resolve(String.valueOf(picture.getFileName())));
        }
        DashboardModel model = own();
        model.judge(few);
        Exhibit exhibit = model.exhibit().orElseThrow();
        assertEquals(3, exhibit.images());
        assertTrue(exhibit.roc().points().isEmpty());
        assertTrue(Double.isNaN(result(model).get(BinaryMeasure.ROC_AUC).value()));
        assertEquals(3, opened(model, Selection.Outcomes.everything()));
        Chart roc = new Charts(new io.github.melascope.base.Words(java.util.Locale.GERMAN), exhibit)
                .roc(model.intervals().bandsProperty().get());
        assertTrue(roc.marks().isEmpty());
        assertTrue(roc.plot().note().contains("einer Art"), roc.plot().note());
    }

    @Test
    void imagesWithoutLabelsAndAFolderThatIsGoneAreToldInWords() throws Exception {
        Path unknown = Files.createDirectories(folder.resolve("unlabelled"));
        Files.copy(pictures(1).get(0), unknown.resolve("a.jpg"));
        DashboardModel model = own();
        for (Path odd : List.of(unknown, folder.resolve("gone"))) {
            model.judge(odd);
            DashboardState.Failed failed = assertInstanceOf(
                    DashboardState.Failed.class, model.stateProperty().get());
            assertTrue(String.valueOf(failed.problem().getMessage()).length() > 40);
        }
    }

    @Test
    void theImagesOfItsOwnExamAreFoundWhereTheyLieAndOnlyThere() throws Exception {
        DashboardModel model = own();
        assertTrue(model.imagesProperty().get().isEmpty());
        model.findImages(dataset);
        assertEquals(1, desk.problems.size(), "synthetic images are not those of the exam");
        desk.problems.clear();
        Case one = model.exhibit().orElseThrow().answers().cases().get(0);
        Path real = Files.createDirectories(folder.resolve("found"));
        Files.copy(pictures(1).get(0), real.resolve(one.id() + ".jpg"));
        Files.writeString(
                real.resolve("labels.csv"),
                "image,lesion_id,dx\n" + one.id() + "," + one.lesionId() + ","
                        + Objects.requireNonNull(one.diagnosis()).code() + "\n");
        model.findImages(real);
        assertEquals(1, model.imagesProperty().get().size());
        assertNotNull(model.imagesProperty().get().get(one.id()));
    }

    @Test
    void aStoppedExamSaysSoAndCanBeTakenAgain() throws Exception {
        Path other = desk.dataset("stopped", 1);
        List<Runnable> later = new ArrayList<>();
        DashboardModel model = desk.model(later::add, Runnable::run, Runnable::run);
        model.open(Desk.MODEL);
        later.remove(0).run();
        model.judge(other);
        model.stop();
        later.remove(0).run();
        assertInstanceOf(DashboardState.Stopped.class, model.stateProperty().get());
        model.use(model.sourceProperty().get());
        later.remove(0).run();
        assertTrue(model.exhibit().isPresent());
    }

    @Test
    void onlyTheNewestRequestIsShown() {
        List<Runnable> later = new ArrayList<>();
        DashboardModel model = desk.model(later::add, Runnable::run, Runnable::run);
        model.open(Desk.MODEL);
        model.use(new Source.Kept(Part.VALIDATION));
        later.forEach(Runnable::run);
        assertTrue(model.exhibit().orElseThrow().answers().name().contains("validation"));
    }

    @Test
    void aModelIsComparedWithAnotherOnTheSameImages() throws Exception {
        Path twin = folder.resolve("models").resolve("twin");
        if (!Files.exists(twin)) {
            Desk.copy(folder.resolve("models").resolve(Desk.MODEL), twin);
            Path spec = twin.resolve("model.json");
            Files.writeString(spec, Files.readString(spec).replace("\"dermoscopy-1\"", "\"twin\""));
        }
        DashboardModel model = own();
        model.thresholdProperty().set(0.5);
        model.compareWith(Optional.of("twin"));
        Comparing.State.Compared compared = assertInstanceOf(
                Comparing.State.Compared.class,
                model.comparing().stateProperty().get());
        assertEquals(1280, compared.comparison().images());
        Figure auc = Objects.requireNonNull(compared.comparison().difference().get(BinaryMeasure.ROC_AUC));
        assertEquals(0, auc.value());
        Figure recall =
                Objects.requireNonNull(compared.comparison().difference().get(BinaryMeasure.RECALL));
        assertTrue(recall.high() < 0, "a higher threshold finds fewer: " + recall.text());
        List<String> only = compared.comparison().disagreements().onlySecond();
        assertEquals(only.size(), opened(model, new Selection.OnlyOneRight("twin", Desk.MODEL, new HashSet<>(only))));
        model.compareWith(Optional.empty());
        assertInstanceOf(
                Comparing.State.None.class, model.comparing().stateProperty().get());
    }

    @Test
    void marksAreKeptInAFileAndExported() throws Exception {
        DashboardModel model = own();
        model.refresh();
        assertTrue(model.models().contains(Desk.MODEL));
        Case one = model.exhibit().orElseThrow().answers().cases().get(0);
        model.mark(one, Optional.of(ImageMark.Kind.MISLABELLED), " nevus? ");
        assertEquals("nevus?", model.markOf(one).orElseThrow().note());
        DashboardModel later = own();
        later.refresh();
        assertEquals(ImageMark.Kind.MISLABELLED, later.markOf(one).orElseThrow().kind());
        later.mark(one, Optional.of(ImageMark.Kind.POOR), "");
        assertEquals(1, MarkList.read(desk.marks()).size());
        Path exported = folder.resolve("exported.csv");
        later.marks().export(exported, () -> {});
        assertEquals(MarkList.read(desk.marks()), MarkList.read(exported));
        later.mark(one, Optional.empty(), "");
        assertEquals(List.of(), MarkList.read(desk.marks()));
        assertEquals(List.of(), desk.problems);
    }
}
