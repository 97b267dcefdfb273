package io.github.melascope.ui.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.Progress;
import io.github.melascope.base.Words;
import io.github.melascope.metrics.CaseTable;
import io.github.melascope.report.Plot;
import io.github.melascope.ui.export.Draft;
import io.github.melascope.ui.export.Wanted;
import io.github.melascope.ui.fx.NoFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written into files, without a window. */
@SuppressWarnings("NullAway.Init") // set before any test
class DashboardExportsTest {
    @TempDir
    static Path folder;

    private static Desk desk;
    private static DashboardModel model;

    private final List<String> said = new ArrayList<>();
    private final List<Draft> offered = new ArrayList<>();

    @BeforeAll
    static void open() throws IOException {
        desk = new Desk(folder);
        model = desk.direct();
        model.open(Desk.MODEL);
    }

    @AfterAll
    static void end() {
        desk.close();
    }

    private DashboardExports exports(Words words) {
        NoFiles files = new NoFiles() {
            @Override
            public Optional<Path> save(String name) {
                return Optional.of(folder.resolve(words.locale().getLanguage() + "-" + name));
            }
        };
        return new DashboardExports(
                words, model, offered::add, files, Runnable::run, Runnable::run, said::add, desk.problems::add);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void theWholeDashboardIsADocumentWithTheExamOnEveryPage(String language) throws Exception {
        Words words = new Words(Locale.of(language));
        exports(words).pdf();
        Path file = folder.resolve(language + "-dashboard.pdf");
        Draft draft = offered.get(0);
        assertEquals(List.of(), said, "nothing is written before it was looked at");
        assertTrue(draft.contents(Wanted.USUAL).contains(words.of("dashboard.preview.no-images")));
        assertTrue(draft.contents(Wanted.USUAL).get(0).contains("lesion-grouped test part, seed 7"));
        try (PDDocument preview = Loader.loadPDF(draft.preview(Wanted.USUAL, new CancelToken()))) {
            assertTrue(preview.getNumberOfPages() >= 3);
            for (var page : preview.getPages()) {
                for (var name : page.getResources().getXObjectNames()) {
                    assertFalse(page.getResources().isImageXObject(name), "there is a picture in it");
                }
            }
        }
        assertTrue(draft.write(file, Wanted.USUAL, Progress.NONE, new CancelToken())
                .contains(file.toString()));
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            assertEquals(language, document.getDocumentCatalog().getLanguage());
            int pages = document.getNumberOfPages();
            assertTrue(pages >= 3 && pages <= 6, pages + " pages");
            Files.createDirectories(Path.of("target", "snapshots"));
            for (int page = 1; page <= pages; page++) {
                PDFTextStripper text = new PDFTextStripper();
                text.setStartPage(page);
                text.setEndPage(page);
                String words1 = text.getText(document);
                assertTrue(words1.contains("lesion-grouped test part, seed 7"), "page " + page);
                assertTrue(words1.contains(words.of("app.not-a-diagnosis")), "page " + page);
                assertTrue(words1.contains(words.of("dashboard.pdf.page", page, pages)), "page " + page);
                ImageIO.write(
                        new PDFRenderer(document).renderImageWithDPI(page - 1, 80),
                        "png",
                        Path.of("target", "snapshots", "dashboard-pdf-" + language + "-" + page + ".png")
                                .toFile());
            }
            String all = new PDFTextStripper().getText(document);
            for (String wanted :
                    List.of("dashboard.roc", "dashboard.decision", "dashboard.slices", "dashboard.classes")) {
                assertTrue(all.contains(words.of(wanted)), wanted);
            }
        }
    }

    @Test
    void aChartIsAPictureAndItsDataATable() throws Exception {
        Words words = new Words(Locale.ENGLISH);
        Charts charts = new Charts(words, model.exhibit().orElseThrow());
        Plot roc = charts.roc(model.intervals().bandsProperty().get()).plot();
        DashboardExports exports = exports(words);
        exports.png(roc);
        exports.csv(roc);
        assertTrue(ImageIO.read(folder.resolve("en-roc.png").toFile()).getWidth() > 900);
        List<String> rows = Files.readAllLines(folder.resolve("en-roc.csv"));
        assertEquals("kind,name,x,x_to,y,low,high,count", rows.get(0));
        assertEquals(51, rows.stream().filter(row -> row.startsWith("band,")).count());
        Files.copy(
                folder.resolve("en-roc.png"),
                Files.createDirectories(Path.of("target", "snapshots")).resolve("dashboard-chart-roc.png"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void everyAnswerComesBackFromItsTable() throws Exception {
        exports(new Words(Locale.ENGLISH)).answers();
        assertEquals(
                model.exhibit().orElseThrow().answers().cases(),
                CaseTable.read(Files.readString(folder.resolve("en-answers.csv")))
                        .get("exam"));
    }

    @Test
    void aPlaceThatCannotBeWrittenIsAProblemInWords() {
        NoFiles files = new NoFiles() {
            @Override
            public Optional<Path> save(String name) {
                return Optional.of(folder);
            }
        };
        new DashboardExports(
                        new Words(Locale.ENGLISH),
                        model,
                        offered::add,
                        files,
                        Runnable::run,
                        Runnable::run,
                        said::add,
                        desk.problems::add)
                .answers();
        assertEquals(List.of(), said);
        assertEquals(1, desk.problems.size());
        desk.problems.clear();
    }
}
