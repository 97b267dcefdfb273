package io.github.melascope.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.RgbImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfReportTest {
    private static final PdfReport REPORT = new PdfReport();

    @TempDir
    private Path folder;

    @Test
    void saysAllThatItMustInSelectableText() throws IOException {
        String text = text(REPORT.encode(Samples.usual()));
        List.of(
                        "Dermoscopic image report",
                        "Müller, Łukasz 山田",
                        "ISIC_0024310.jpg",
                        "Nov 23, 2026",
                        "Closer look",
                        "The melanoma probability of 62.3 % reaches the threshold of 21.4 %.",
                        "Decision support for research and teaching. Not a diagnosis.",
                        "62.3 %",
                        "threshold 21.4 %",
                        "Heat map: Melanoma",
                        "Grad-CAM, line at 50 %",
                        "600 × 450 pixels",
                        "Chosen on the validation part for 95 % sensitivity",
                        "An exam with made-up figures",
                        "0.912 (0.881 to 0.938)",
                        "dermoscopy-1",
                        Samples.HASH)
                .forEach(part -> assertTrue(text.contains(part), () -> part + " is missing in\n" + text));
        for (Diagnosis diagnosis : Diagnosis.ALL) {
            assertTrue(text.contains(diagnosis.fullName()), diagnosis.fullName());
        }
    }

    @Test
    void equalModelsGiveEqualBytesAndAnotherDateDoesNot() throws IOException {
        byte[] first = REPORT.encode(Samples.usual());
        assertArrayEquals(first, REPORT.encode(Samples.usual()));
        assertArrayEquals(first, new PdfReport().encode(Samples.usual()));
        ReportModel usual = Samples.usual();
        ReportModel later = new ReportModel(
                usual.words(),
                usual.image(),
                usual.explanation(),
                usual.withoutMap(),
                usual.prediction(),
                usual.thresholdNote(),
                usual.exam(),
                usual.fileName(),
                usual.caseName(),
                LocalDate.of(2026, 11, 24),
                List.of());
        assertFalse(java.util.Arrays.equals(first, REPORT.encode(later)));
    }

    @Test
    void isOnePageWithFontsEmbeddedAndNoMetadataOfTheImage() throws IOException {
        try (PDDocument document = Loader.loadPDF(REPORT.encode(Samples.usual()))) {
            assertEquals(1, document.getNumberOfPages());
            assertEquals("en", document.getDocumentCatalog().getLanguage());
            assertEquals(
                    "Dermoscopic image report",
                    document.getDocumentInformation().getTitle());
            assertNull(document.getDocumentInformation().getAuthor());
            PDResources resources = document.getPage(0).getResources();
            for (COSName name : resources.getFontNames()) {
                assertTrue(resources.getFont(name).isEmbedded(), name.getName());
                assertTrue(resources.getFont(name).getName().matches("[A-Z]{6}\\+.*"), "a subset: " + name.getName());
            }
            for (COSName name : resources.getXObjectNames()) {
                assertNull(resources.getXObject(name).getCOSObject().getItem(COSName.METADATA));
            }
        }
    }

    @Test
    void everyLineStaysInsideTheMarginsAndNoTwoOverlap() throws IOException {
        for (ReportModel model : everything()) {
            List<Box> boxes = boxes(REPORT.encode(model));
            assertTrue(boxes.size() > 20);
            for (Box box : boxes) {
                assertTrue(box.left() >= Page.LEFT - 1 && box.right() <= Page.RIGHT + 1, box.toString());
                assertTrue(box.baseline() > 40 && box.baseline() < Page.HEIGHT - 15, box.toString());
                boolean crossesTheRule = box.baseline() > Footer.TOP - 4 && box.baseline() < Footer.TOP + 8;
                assertFalse(crossesTheRule, box.toString());
                boxes.stream()
                        .filter(other -> !other.equals(box))
                        .forEach(other -> assertFalse(box.overlaps(other), () -> box + " overlaps " + other));
            }
        }
    }

    private static List<ReportModel> everything() {
        List<ReportModel> english = List.of(
                Samples.usual(),
                Samples.crowded(),
                Samples.noAnswer(),
                Samples.flat(),
                Samples.otherMalignancy(),
                Samples.melanomaOnly());
        List<ReportModel> all = new ArrayList<>(english);
        english.forEach(model -> all.add(Samples.in(Samples.GERMAN, model)));
        List.copyOf(all).forEach(model -> all.add(Samples.cautioned(model)));
        return all;
    }

    @Test
    void whatAReaderMustMindIsSaid() throws IOException {
        String heading = Samples.ENGLISH.of("report.cautions");
        assertFalse(text(REPORT.encode(Samples.usual())).lines().anyMatch(heading::equals));
        String text = text(REPORT.encode(Samples.cautioned(Samples.usual())));
        assertTrue(text.lines().anyMatch(heading::equals), text);
        assertTrue(text.replace('\n', ' ').contains(Samples.ENGLISH.of("report.learnt")), text);
    }

    @Test
    void germanReportIsGermanThroughout() throws IOException {
        ReportModel model = Samples.in(Samples.GERMAN, Samples.usual());
        byte[] pdf = REPORT.encode(model);
        String text = text(pdf).replaceAll("\\s+", " ");
        List.of(
                        "Bericht zu einem dermatoskopischen Bild",
                        "Genauer ansehen",
                        "Die Wahrscheinlichkeit für ein Melanom von 62,3 % erreicht die Schwelle von 21,4 %.",
                        "Keine Diagnose",
                        "Basalzellkarzinom",
                        "Melanozytärer Nävus",
                        "Heatmap: Melanom",
                        "Bildqualität",
                        "600 × 450 Pixel",
                        "0,912 (0,881 bis 0,938)",
                        "23.11.2026",
                        "Gewichte, SHA-256")
                .forEach(part -> assertTrue(text.contains(part), () -> part + " is missing in\n" + text));
        for (String english : List.of("Closer look", "Melanoma", "threshold", "Size", "pixels", "Weights", "Date")) {
            assertFalse(text.contains(english), english);
        }
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertEquals("de", document.getDocumentCatalog().getLanguage());
        }
        assertArrayEquals(pdf, new PdfReport().encode(model));
        assertFalse(java.util.Arrays.equals(pdf, REPORT.encode(Samples.usual())));
    }

    @Test
    void lowerConcernSaysWhenAnotherMalignancyIsTheLikeliest() throws IOException {
        String notice = "The likeliest diagnosis is Actinic keratosis";
        String text = text(REPORT.encode(Samples.otherMalignancy()));
        assertTrue(text.contains(notice), text);
        assertFalse(text(REPORT.encode(Samples.usual())).contains(notice));
    }

    @Test
    void namesThatAreToStayUnsaidAreNowhereInTheFile() throws IOException {
        ReportModel usual = Samples.usual();
        ReportModel silent = new ReportModel(
                usual.words(),
                usual.image(),
                usual.explanation(),
                usual.withoutMap(),
                usual.prediction(),
                usual.thresholdNote(),
                usual.exam(),
                Optional.empty(),
                Optional.empty(),
                usual.date(),
                List.of());
        String text = text(REPORT.encode(silent));
        assertFalse(text.contains("ISIC_0024310") || text.contains("Image file"), text);
        assertFalse(text.contains("Łukasz") || text.contains("Case"), text);
    }

    @Test
    void noAnswerHidesTheNumberInTheHeadlineAndSaysHowToReadTheBars() throws IOException {
        String text = text(REPORT.encode(Samples.noAnswer()));
        assertTrue(text.contains("No answer"), text);
        assertTrue(text.contains("Computed, but not to be read as an answer."), text);
        assertTrue(text.contains("the image is blurred"), text);
        assertFalse(text.contains("closer look from"), text);
    }

    @Test
    void flatMapIsNamedAndHasNoLegend() throws IOException {
        String text = text(REPORT.encode(Samples.flat()));
        assertTrue(text.contains("no localised evidence"), text);
        assertFalse(text.contains("high"), text);
    }

    @Test
    void melanomaModelHasOneBar() throws IOException {
        String text = text(REPORT.encode(Samples.melanomaOnly()));
        assertTrue(text.contains("Probability of melanoma"), text);
        assertFalse(text.contains("Probability of each diagnosis"), text);
        assertFalse(text.contains("Dermatofibroma"), text);
    }

    @Test
    void oddNamesAreShownOrReplacedButNeverThrow() throws IOException {
        assertTrue(named("Mu\u0308ller").contains("Müller"), "a letter and its accent are composed");
        assertTrue(named("Ωμέγα Жук Ñandú Đặng").contains("Ωμέγα Жук Ñandú Đặng"));
        assertTrue(named("김민수 王小明 たなか").contains(" 王小明 たなか"));
        assertTrue(named("a\tb\nc\u0007d").contains("a b c d"));
        assertTrue(named("lone \ud83d half").contains("lone \ufffd half"));
        assertTrue(named("unseen \udb40\udc41\u200d\ufe0f.").contains("unseen ."));
        assertTrue(named("hieroglyph \ud80c\udc00").contains("hieroglyph \ufffd"));
        assertTrue(named("fi ffl office").contains("fi ffl office"), "no ligatures in copied text");
    }

    @Test
    void withoutAnEastAsianFontItsLettersAreReplacedVisibly() throws IOException {
        byte[] pdf = new PdfReport(new FontFiles(List.of(folder.resolve("none.ttf")))).encode(Samples.usual());
        assertTrue(text(pdf).contains("Łukasz \ufffd\ufffd"), text(pdf));
    }

    @Test
    void brokenFontOfTheSystemIsPassedOver() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.ttf"), "not a font");
        byte[] pdf = new PdfReport(new FontFiles(List.of(broken))).encode(Samples.usual());
        assertTrue(text(pdf).contains("Łukasz \ufffd\ufffd"), text(pdf));
    }

    @Test
    void hugeAndTinyImagesFit() throws IOException {
        for (RgbImage image : List.of(Samples.spot(1, 1), Samples.spot(3000, 200), Samples.spot(90, 1200))) {
            byte[] pdf = REPORT.encode(Samples.with(image));
            assertTrue(pdf.length < 300_000, image.width() + " × " + image.height() + ": " + pdf.length);
        }
    }

    @Test
    void isWrittenIntoANewFolderAndAFailureLeavesTheOldFile() throws IOException {
        Path file = folder.resolve("in/a/new/folder/report.pdf");
        REPORT.write(file, Samples.usual());
        byte[] written = Files.readAllBytes(file);
        assertArrayEquals(REPORT.encode(Samples.usual()), written);
        assertEquals("%PDF-1.6", new String(written, 0, 8, StandardCharsets.US_ASCII));
        Path inAFile = file.resolve("report.pdf");
        assertThrows(IOException.class, () -> REPORT.write(inAFile, Samples.usual()));
        assertArrayEquals(written, Files.readAllBytes(file));
    }

    private static String named(String name) throws IOException {
        return text(REPORT.encode(Samples.named(name)));
    }

    static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** A stretch of text on the page, in points from the top left. */
    private record Box(String text, float left, float right, float baseline, float size) {
        /** Letters without accents reach about 0.72 of the size above the baseline and 0.2 below. */
        boolean overlaps(Box other) {
            return left < other.right - 0.5
                    && other.left < right - 0.5
                    && baseline - 0.72 * size < other.baseline + 0.2 * other.size
                    && other.baseline - 0.72 * other.size < baseline + 0.2 * size;
        }
    }

    private static List<Box> boxes(byte[] pdf) throws IOException {
        List<Box> boxes = new ArrayList<>();
        PDFTextStripper stripper = new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<TextPosition> positions) {
                TextPosition first = positions.get(0);
                TextPosition last = positions.get(positions.size() - 1);
                float right = last.getXDirAdj() + last.getWidthDirAdj();
                boxes.add(new Box(text, first.getXDirAdj(), right, first.getYDirAdj(), first.getFontSizeInPt()));
            }
        };
        try (PDDocument document = Loader.loadPDF(pdf)) {
            stripper.getText(document);
        }
        return boxes;
    }

    @Test
    void percentNeverRoundsToCertainty() {
        Map.of(0.0, "0.0 %", 0.0003, "< 0.1 %", 0.5, "50.0 %", 0.9996, "> 99.9 %", 1.0, "100.0 %", 0.0624, "6.2 %")
                .forEach(
                        (value, text) -> assertEquals(text.replace(' ', '\u00a0'), Percent.of(Samples.ENGLISH, value)));
    }
}
