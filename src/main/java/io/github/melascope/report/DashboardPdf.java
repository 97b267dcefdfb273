package io.github.melascope.report;

import io.github.melascope.base.AtomicFiles;
import io.github.melascope.imaging.Images;
import io.github.melascope.imaging.PngWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** A dashboard as an A4 document, and one chart of it as a picture: tables first, then four charts a page. */
public final class DashboardPdf {
    private static final float BOTTOM = 770;
    private static final float CHART_GAP = 24;
    private static final float DOTS_PER_INCH = 200;
    private static final float POINTS_PER_INCH = 72;

    private final FontFiles fonts = new FontFiles();

    /** @throws IOException when the file cannot be written; an older file then stays as it was */
    public void write(Path file, DashboardReport report) throws IOException {
        AtomicFiles.write(file, encode(report));
    }

    /** The bytes of the PDF file. */
    public synchronized byte[] encode(DashboardReport report) throws IOException {
        try (PDDocument document = new PDDocument()) {
            try (Sheets paper = new Sheets(document, new DocumentFonts(document, fonts), report)) {
                paper.first();
                for (Sheet sheet : report.sheets()) {
                    paper.sheet(sheet);
                }
                paper.plots();
                paper.foot();
            }
            PDDocumentInformation information = new PDDocumentInformation();
            information.setTitle(report.title());
            information.setSubject(report.exam());
            information.setCreator("Melascope");
            information.setProducer("Melascope");
            document.setDocumentInformation(information);
            document.getDocumentCatalog().setLanguage(report.language());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    /**
     * One chart as PNG at 200 dots per inch, with the exam's name under it.
     *
     * @throws IOException when the file cannot be written
     */
    public synchronized void writePng(Path file, Plot plot, String exam) throws IOException {
        float margin = 12;
        float width = 360;
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage sheet = new PDPage(PDRectangle.A4);
            document.addPage(sheet);
            try (PDPageContentStream stream = new PDPageContentStream(document, sheet)) {
                Page page = new Page(stream, new DocumentFonts(document, fonts));
                PlotDrawing.draw(page, plot, margin, margin, width);
                page.paragraph(margin, margin + PlotDrawing.HEIGHT + 4, width, 2, Style.LABEL, exam);
            }
            document.save(pdf); // only then are the fonts in it
        }
        try (PDDocument document = Loader.loadPDF(pdf.toByteArray())) {
            BufferedImage image = new PDFRenderer(document).renderImageWithDPI(0, DOTS_PER_INCH, ImageType.RGB);
            float scale = DOTS_PER_INCH / POINTS_PER_INCH;
            BufferedImage cut = image.getSubimage(
                    0, 0, (int) ((width + 2 * margin) * scale), (int) ((PlotDrawing.HEIGHT + 2 * margin + 14) * scale));
            Map<String, String> text = Map.of("Title", plot.title(), "Description", exam, "Software", "Melascope");
            AtomicFiles.write(file, PngWriter.encode(Images.fromBuffered(cut), text));
        }
    }

    /** The pages as they fill. */
    private static final class Sheets implements AutoCloseable {
        private final PDDocument document;
        private final DocumentFonts fonts;
        private final DashboardReport report;
        private final List<PDPageContentStream> streams = new ArrayList<>();
        private final List<Page> pages = new ArrayList<>();
        private float y;

        Sheets(PDDocument document, DocumentFonts fonts, DashboardReport report) {
            this.document = document;
            this.fonts = fonts;
            this.report = report;
        }

        @SuppressWarnings("MustBeClosedChecker") // closed with the pages
        private Page next() throws IOException {
            PDPage sheet = new PDPage(PDRectangle.A4);
            document.addPage(sheet);
            PDPageContentStream stream = new PDPageContentStream(document, sheet);
            streams.add(stream);
            Page page = new Page(stream, fonts);
            pages.add(page);
            y = 50;
            return page;
        }

        private Page page() {
            return pages.get(pages.size() - 1);
        }

        void first() throws IOException {
            Page page = next();
            page.text(Page.LEFT, 50, Style.BRAND, "Melascope");
            page.textRight(
                    Page.RIGHT, 50, Style.VALUE, Palette.INK, report.date().toString());
            float room = Page.RIGHT - Page.LEFT;
            y = page.paragraph(Page.LEFT, 75, room, 2, Style.TITLE, report.title());
            y = page.paragraph(Page.LEFT, y - 4, room, 3, Style.STRONG, report.exam());
            for (String fact : report.facts()) {
                y = page.paragraph(Page.LEFT, y, room, 3, Style.BODY, fact);
            }
            y += 8;
        }

        void sheet(Sheet sheet) throws IOException {
            if (y + SheetDrawing.headHeight() + 3 * SheetDrawing.ROW > BOTTOM) {
                next();
            }
            SheetDrawing drawing = new SheetDrawing(page(), sheet);
            float baseline = drawing.begin(sheet, y);
            for (List<String> row : sheet.rows()) {
                if (baseline > BOTTOM) {
                    drawing = new SheetDrawing(next(), sheet);
                    baseline = drawing.begin(sheet, y);
                }
                drawing.row(row, baseline);
                baseline += SheetDrawing.ROW;
            }
            y = page().paragraph(Page.LEFT, baseline, Page.RIGHT - Page.LEFT, 3, Style.LABEL, sheet.note()) + 14;
        }

        /** Two in a row, and a new page where a row has no room. */
        void plots() throws IOException {
            for (int first = 0; first < report.plots().size(); first += 2) {
                if (y + PlotDrawing.HEIGHT > BOTTOM) {
                    next();
                }
                PlotDrawing.draw(page(), report.plots().get(first), Page.LEFT, y, Page.COLUMN);
                if (first + 1 < report.plots().size()) {
                    PlotDrawing.draw(page(), report.plots().get(first + 1), Page.SECOND, y, Page.COLUMN);
                }
                y += PlotDrawing.HEIGHT + CHART_GAP;
            }
        }

        /** The exam's name, the notice and the page's number, under every page. */
        void foot() throws IOException {
            int number = 0;
            for (Page page : pages) {
                number++;
                page.rule(788);
                page.paragraph(Page.LEFT, 801, Page.RIGHT - Page.LEFT, 1, Style.LABEL, report.exam());
                page.text(Page.LEFT, 814, Style.LABEL, report.notice());
                String count = MessageFormat.format(report.page(), number, pages.size());
                page.textRight(Page.RIGHT, 814, Style.LABEL, Palette.MUTED, count);
            }
        }

        @Override
        public void close() throws IOException {
            for (PDPageContentStream stream : streams) {
                stream.close();
            }
        }
    }
}
