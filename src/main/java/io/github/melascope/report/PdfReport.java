package io.github.melascope.report;

import io.github.melascope.base.AtomicFiles;
import io.github.melascope.base.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * The report of one image as one A4 page: fonts embedded, text selectable, no metadata of the image. Equal models give equal
 * bytes on the same Java version. Keep one and use it again: it holds the parsed fonts. Safe for several threads.
 */
public final class PdfReport {
    static final String TITLE = "Dermoscopic image report";

    private static final float GAP = 16;
    private static final float COLUMN_GAP = 20;

    private final FontFiles fonts;

    public PdfReport() {
        this(new FontFiles());
    }

    PdfReport(FontFiles fonts) {
        this.fonts = fonts;
    }

    /** @throws IOException when the file cannot be written; an older file then stays as it was */
    public void write(Path file, ReportModel model) throws IOException {
        AtomicFiles.write(file, encode(model));
    }

    /** The bytes of the PDF file. */
    public synchronized byte[] encode(ReportModel model) throws IOException {
        try (PDDocument document = new PDDocument()) {
            describe(document, model);
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            DocumentFonts documentFonts = new DocumentFonts(document, fonts);
            float columns = columnHeight(document, documentFonts, model);
            try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
                draw(new Page(stream, documentFonts), new Embedding(document), model, columns);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static void draw(Page page, Embedding embedding, ReportModel model, float columnHeight) throws IOException {
        float pictures = Answer.draw(page, model, Header.draw(page, model)) + GAP;
        float room = Footer.TOP - GAP - columnHeight - COLUMN_GAP - pictures;
        float columns = new Pictures(page, embedding, room).draw(model, pictures) + COLUMN_GAP;
        columns(page, model, columns);
        Footer.draw(page, model.prediction());
    }

    /** Draws the two columns and returns the bottom of the longer one. */
    private static float columns(Page page, ReportModel model, float top) throws IOException {
        float first = new Probabilities(page, model.prediction(), Page.LEFT, Page.COLUMN).draw(top);
        return Math.max(first, new Facts(page, Page.SECOND, Page.COLUMN).draw(model, top));
    }

    /** Measured by drawing on a sheet that is thrown away: the pictures get smaller where the text needs the room. */
    private static float columnHeight(PDDocument document, DocumentFonts fonts, ReportModel model) throws IOException {
        try (PDPageContentStream stream = new PDPageContentStream(document, new PDPage(PDRectangle.A4))) {
            return columns(new Page(stream, fonts), model, 0);
        }
    }

    /** Title, language and times; the document's id from its content, where PDFBox would ask the clock. */
    private static void describe(PDDocument document, ReportModel model) {
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(TITLE);
        information.setCreator("Melascope");
        information.setProducer("Melascope");
        information.setSubject(Answer.DISCLAIMER);
        GregorianCalendar date = GregorianCalendar.from(model.date().atStartOfDay(ZoneOffset.UTC));
        date.setTimeZone(TimeZone.getTimeZone("UTC"));
        information.setCreationDate(date);
        information.setModificationDate(date);
        document.setDocumentInformation(information);
        document.getDocumentCatalog().setLanguage("en");
        PDViewerPreferences preferences = new PDViewerPreferences(new org.apache.pdfbox.cos.COSDictionary());
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
        document.getDocumentCatalog().getCOSObject().setName(COSName.PAGE_MODE, "UseNone");
        document.setDocumentId(Long.parseUnsignedLong(identity(model).substring(0, 16), 16));
    }

    private static String identity(ReportModel model) {
        String text = model.fileName() + '\n' + model.caseName() + '\n' + model.date() + '\n' + model.prediction();
        return Sha256.of(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
