package io.github.melascope.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.Words;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.Outcome;
import io.github.melascope.lesion.Prediction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PDFs of many images; they also go to target/reports, for human eyes. */
class PdfBookTest {
    private static final String LONG = "a_file_name_without_any_blank_and_far_too_long_for_its_column_0042.jpeg";

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void theSummaryNamesEveryImageAndThePageItIsOn(String language) throws IOException {
        Words words = Words.inLanguage(language);
        byte[] pdf = series(words);
        assertArrayEquals(pdf, series(words), "equal content, equal bytes");
        look("series-" + language, pdf);
        List<String> pages = pages(pdf);
        int fronts = pages.size() - 24;
        assertEquals(2, fronts, "24 rows and two that are left out");
        String front = String.join("\n", pages.subList(0, fronts));
        assertTrue(front.contains(words.of("report.series.title")), front);
        assertTrue(front.contains(words.of("report.left-out")), front);
        assertTrue(front.contains("broken.jpg"), front);
        assertTrue(front.contains(words.of("report.other").substring(2, 20)), front);
        for (int i = 0; i < 24; i++) {
            int page = fronts + i;
            assertTrue(pages.get(page).contains(words.of("report.page-of", page + 1, pages.size())), pages.get(page));
            String row = "(?s).*image-" + i + "\\.jpg[^\\n]* " + (page + 1) + "\\s.*";
            assertTrue(i % 8 == 1 || front.matches(row), row + " in " + front);
        }
    }

    private static byte[] series(Words words) throws IOException {
        SeriesFront front = new SeriesFront();
        try (PdfBook book = new PdfBook(words, front, Samples.DATE)) {
            List<ReportModel> kinds = List.of(Samples.usual(), Samples.otherMalignancy(), Samples.noAnswer());
            for (int i = 0; i < 24; i++) {
                ReportModel model = Samples.in(words, kinds.get(i % 3));
                assertEquals(i, book.add(model));
                front.add(model.image(), i % 8 == 1 ? LONG : "image-" + i + ".jpg", model.prediction());
            }
            front.leaveOut("broken.jpg", "broken.jpg cannot be used as an image: it ends too early. Copy it again.");
            front.leaveOut("山田.png", "it is empty");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.writeTo(out);
            return out.toByteArray();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void theCoverHasBothReadingsOfEachVisit(String language) throws IOException {
        Words words = Words.inLanguage(language);
        byte[] pdf = lesion(words, true);
        assertArrayEquals(pdf, lesion(words, true));
        look("lesion-" + language, pdf);
        List<String> pages = pages(pdf);
        assertEquals(3, pages.size());
        String cover = pages.get(0);
        for (String part : List.of(
                "Łukasz 山田",
                "left shoulder",
                words.of("cases.site.upper-extremity"),
                words.of("dx", Diagnosis.BCC),
                words.of("dx", Diagnosis.NV),
                words.of("ownreading.confidence.3"),
                words.of("outcome", Outcome.CLOSER_LOOK),
                "dermoscopy-1",
                "(0123456789ab)",
                words.day(LocalDate.of(2026, 3, 1)),
                words.of("report.file-gone").substring(0, 16),
                "Noticed by the partner")) {
            assertTrue(cover.contains(part), () -> part + " is missing in\n" + cover);
        }
        assertFalse(pages(lesion(words, false)).get(0).contains("Noticed"), "notes only when wanted");
    }

    private static byte[] lesion(Words words, boolean notes) throws IOException {
        String site = words.of("cases.site.upper-extremity");
        LesionFront front = new LesionFront(
                new LesionFront.Subject("Łukasz 山田", "left shoulder, upper", site, Optional.of(Diagnosis.BCC)));
        try (PdfBook book = new PdfBook(words, front, Samples.DATE)) {
            List<ReportModel> models = List.of(Samples.usual(), Samples.otherMalignancy());
            String sure = words.of("ownreading.confidence.3");
            for (int i = 0; i < models.size(); i++) {
                ReportModel model = Samples.in(words, models.get(i));
                front.add(new LesionFront.Shot(
                        LocalDate.of(2026, 3 + 3 * i, 1),
                        i == 0 ? "march.jpg" : LONG,
                        Optional.of(model.image()),
                        "",
                        Optional.of(new LesionFront.Own(i == 0 ? Diagnosis.NV : Diagnosis.AKIEC, sure)),
                        Optional.of(model.prediction()),
                        OptionalInt.of(book.add(model))));
            }
            front.add(new LesionFront.Shot(
                    LocalDate.of(2026, 9, 1),
                    "lost.jpg",
                    Optional.empty(),
                    words.of("report.file-gone"),
                    Optional.empty(),
                    Optional.<Prediction>empty(),
                    OptionalInt.empty()));
            if (notes) {
                front.note(LocalDate.of(2026, 3, 1), "Noticed by the partner. ".repeat(12));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.writeTo(out);
            return out.toByteArray();
        }
    }

    @Test
    void singleReportsOfEveryKindForHumanEyes() throws IOException {
        PdfReport report = new PdfReport();
        for (Words words : List.of(Samples.ENGLISH, Samples.GERMAN)) {
            String language = words.locale().getLanguage();
            List<ReportModel> models = List.of(Samples.usual(), Samples.crowded(), Samples.otherMalignancy());
            for (int i = 0; i < models.size(); i++) {
                byte[] pdf = report.encode(Samples.in(words, models.get(i)));
                look("report-" + i + "-" + language, pdf);
                assertEquals(1, pages(pdf).size());
            }
        }
    }

    private static void look(String name, byte[] pdf) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/reports"));
        Files.write(folder.resolve(name + ".pdf"), pdf);
    }

    private static List<String> pages(byte[] pdf) throws IOException {
        List<String> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int i = 1; i <= document.getNumberOfPages(); i++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setSortByPosition(true);
                stripper.setStartPage(i);
                stripper.setEndPage(i);
                pages.add(stripper.getText(document));
            }
        }
        return pages;
    }
}
