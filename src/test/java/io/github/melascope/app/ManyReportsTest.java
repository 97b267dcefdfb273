package io.github.melascope.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.base.Term;
import io.github.melascope.base.Words;
import io.github.melascope.cases.BodySite;
import io.github.melascope.cases.CaseImage;
import io.github.melascope.cases.CaseLibrary;
import io.github.melascope.cases.Lesion;
import io.github.melascope.cases.Patient;
import io.github.melascope.cases.Visit;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.HeatMap;
import io.github.melascope.lesion.Outcome;
import io.github.melascope.lesion.Prediction;
import io.github.melascope.lesion.Task;
import io.github.melascope.report.LesionFront;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PDFs of many images and of a lesion, from real files, a model and a library. */
@SuppressWarnings("NullAway.Init") // made before all tests
class ManyReportsTest {
    private static final LocalDate DATE = LocalDate.of(2026, 11, 23);
    private static final Words GERMAN = new Words(Locale.GERMAN);
    private static final Words ENGLISH = new Words(Locale.ENGLISH);

    @TempDir
    static Path folder;

    private static AppContext context;
    private static ReviewDesk desk;
    private static Path first;
    private static Path second;
    private static Path broken;

    @BeforeAll
    static void prepare() throws ProblemException, IOException {
        Path models = folder.resolve("models");
        TinyModel.save(models, AppContext.USUAL_MODEL, Task.DIAGNOSIS, 0.1, OptionalDouble.empty());
        context = new AppContext(List.of(models), 2);
        desk = new ReviewDesk(context);
        desk.open("");
        first = SecretImages.spot(folder.resolve("Müller left arm.jpg"), 1);
        second = SecretImages.spot(folder.resolve("山田.jpg"), 2);
        broken = Files.writeString(folder.resolve("broken.jpg"), "no picture");
    }

    @AfterAll
    static void close() {
        desk.close();
        context.close();
    }

    private static SeriesReport.Content series(boolean names, Path... files) {
        List<SeriesReport.Item> items = new ArrayList<>();
        for (Path file : files) {
            items.add(new SeriesReport.Item(file, file.getFileName().toString(), 0.3, Optional.empty()));
        }
        items.add(new SeriesReport.Item(
                folder.resolve("old.jpg"),
                "old.jpg",
                Double.NaN,
                Optional.of(new ProblemException(
                        ProblemException.Kind.INPUT, "problem.file.unread", "old.jpg", Term.of("why.io.forbidden")))));
        return new SeriesReport.Content(items, names, Diagnosis.MEL, HeatMap.Method.GRAD_CAM, false, DATE);
    }

    @Test
    void oneBrokenFileIsNamedAndTheOthersHaveTheirPages() throws Exception {
        Path pdf = folder.resolve("series.pdf");
        List<Long> steps = new ArrayList<>();
        SeriesReport.Written written = new SeriesReport(desk, GERMAN)
                .write(
                        pdf,
                        series(true, first, broken, second),
                        (s, done, total) -> steps.add(done),
                        new CancelToken());
        assertEquals(new SeriesReport.Written(2, 2), written);
        assertEquals(List.of(1L, 2L, 3L, 4L), steps);
        List<String> pages = pages(pdf);
        assertEquals(3, pages.size());
        String summary = pages.get(0);
        for (String part : List.of("Müller left arm.jpg", "山田.jpg", "broken.jpg", "old.jpg", "2 Bilder")) {
            assertTrue(summary.contains(part), () -> part + " is missing in\n" + summary);
        }
        assertTrue(pages.get(1).contains("Müller left arm.jpg") && pages.get(1).contains("Seite 2 von 3"));
        assertTrue(pages.get(2).contains("山田.jpg"), pages.get(2));
        assertTrue(pages.get(2).contains("30,0 %"), "decided at the threshold in use: " + pages.get(2));
        assertTrue(pages.get(2).contains(GERMAN.of("report.threshold.moved", "10,0 %")), pages.get(2));
        assertEquals(List.of(), SecretImages.told(pdf));
        Path again = folder.resolve("again.pdf");
        new SeriesReport(desk, GERMAN)
                .write(again, series(true, first, broken, second), Progress.NONE, new CancelToken());
        assertArrayEquals(Files.readAllBytes(pdf), Files.readAllBytes(again));
    }

    @Test
    void withoutFileNamesNoneIsSaidNotEvenInReasons() throws Exception {
        Path pdf = folder.resolve("nameless.pdf");
        new SeriesReport(desk, ENGLISH).write(pdf, series(false, first, broken), Progress.NONE, new CancelToken());
        String all = String.join("\n", pages(pdf));
        assertTrue(all.contains("Image 1") && all.contains("Image 2") && all.contains("Image 3"), all);
        for (String name : List.of("Müller", "broken", "old.jpg", folder.toString())) {
            assertFalse(all.contains(name), () -> name + " in " + all);
        }
    }

    @Test
    void aCancelledSeriesLeavesNothing() {
        Path pdf = folder.resolve("cancelled.pdf");
        CancelToken cancel = new CancelToken();
        assertThrows(
                CancellationException.class,
                () -> new SeriesReport(desk, ENGLISH)
                        .write(pdf, series(true, first, second), (s, done, total) -> cancel.cancel(), cancel));
        assertFalse(Files.exists(pdf));
    }

    @Test
    void theReportOfALesionHoldsBothReadingsAndSaysWhereTheModelIsGone() throws Exception {
        LesionReport report = new LesionReport(context, GERMAN);
        Path pdf = folder.resolve("lesion.pdf");
        LesionReport.Content content = library(folder.resolve("library"));
        report.write(pdf, content, Progress.NONE, new CancelToken());
        List<String> pages = pages(pdf);
        assertEquals(3, pages.size());
        String cover = pages.get(0);
        for (String part : List.of(
                "Łukasz 山田",
                "left shoulder",
                "01.03.2026",
                "01.06.2026",
                "Müller left arm.jpg",
                "Basalzellkarzinom",
                "ziemlich sicher",
                "Noticed by the partner",
                "former-1")) {
            assertTrue(cover.contains(part), () -> part + " is missing in\n" + cover);
        }
        assertTrue(cover.indexOf("01.03.2026") < cover.indexOf("01.06.2026"), "the oldest first");
        assertTrue(pages.get(1).contains("Heatmap: Melanom"), pages.get(1));
        assertTrue(pages.get(2).contains("Das Modell former-1"), pages.get(2));
        assertFalse(pages.get(2).contains("Heatmap: Melanom"), pages.get(2));
        assertTrue(pages.get(2).contains("das Bild ist unscharf"), "the stored reason: " + pages.get(2));
        assertEquals(List.of(), SecretImages.told(pdf));
        assertArrayEquals(Files.readAllBytes(pdf), report.encode(content, new CancelToken()));
        LesionReport.Content silent = new LesionReport.Content(content.subject(), content.shots(), false, false, DATE);
        report.write(pdf, silent, Progress.NONE, new CancelToken());
        String all = String.join("\n", pages(pdf));
        assertFalse(all.contains("Noticed") || all.contains("Müller"), all);
    }

    /** Two visits: one answered by the model that is installed, one by a model that is gone. */
    private static LesionReport.Content library(Path root) throws ProblemException {
        try (CaseLibrary library = CaseLibrary.open(root, Clock.systemUTC())) {
            Patient patient = library.patients().add(Patient.of("Łukasz 山田"));
            Lesion lesion = library.lesions().add(Lesion.of(patient.id(), "left shoulder", BodySite.UPPER_EXTREMITY));
            Prediction now = desk.review(first).prediction();
            Prediction blurred = new Prediction(
                    Outcome.NO_ANSWER,
                    "the image is blurred",
                    0.2,
                    now.probabilities(),
                    0.1,
                    now.quality(),
                    "former-1",
                    "f".repeat(64));
            return new LesionReport.Content(
                    new LesionFront.Subject("Łukasz 山田", "left shoulder", "Obere Extremität", Optional.empty()),
                    List.of(
                            shot(library, lesion, LocalDate.of(2026, 3, 1), first, now),
                            shot(library, lesion, LocalDate.of(2026, 6, 1), second, blurred)),
                    true,
                    true,
                    DATE);
        }
    }

    private static LesionReport.Shot shot(
            CaseLibrary library, Lesion lesion, LocalDate date, Path file, Prediction answer) throws ProblemException {
        Visit visit = library.visits().add(Visit.of(lesion.id(), date));
        CaseImage image = library.images().add(visit.id(), file, "jpg", 300, 240, OptionalDouble.empty());
        library.readings().add(image.id(), Diagnosis.BCC, 0.5, "");
        library.readings().add(image.id(), answer);
        return new LesionReport.Shot(
                date,
                List.of("Noticed by the partner"),
                image.fileName(),
                Optional.of(library.images().file(image)),
                library.readings()
                        .latestOwn(image.id())
                        .map(own -> new LesionFront.Own(own.diagnosis(), GERMAN.of("ownreading.confidence.2"))),
                library.readings().latestAnswer(image.id()));
    }

    @Test
    void noReportOfASingleImageTellsWhatTheImageSaidOfItself() throws Exception {
        assertFalse(SecretImages.told(first).isEmpty(), "the image tells its secrets");
        try (ReviewDesk.Sitting sitting = desk.sit()) {
            Review review = sitting.review(first);
            HeatMap map = sitting.explain(review, Diagnosis.MEL, HeatMap.Method.GRAD_CAM, false);
            ReportMaker maker = new ReportMaker(ENGLISH, sitting.bundle());
            var model = maker.model(review, map, Optional.of("a.jpg"), Optional.empty(), DATE);
            maker.writePdf(folder.resolve("one.pdf"), model);
            maker.writePng(folder.resolve("one.png"), model);
            maker.writeHeatMap(folder.resolve("heat.png"), review, map);
        }
        for (String name : List.of("one.pdf", "one.png", "heat.png")) {
            assertEquals(List.of(), SecretImages.told(folder.resolve(name)), name);
        }
    }

    private static List<String> pages(Path pdf) throws IOException {
        List<String> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            for (int i = 1; i <= document.getNumberOfPages(); i++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setSortByPosition(true);
                stripper.setStartPage(i);
                stripper.setEndPage(i);
                pages.add(stripper.getText(document).replaceAll("[ \\t\\n\\r]+", " "));
            }
        }
        return pages;
    }
}
