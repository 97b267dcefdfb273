package io.github.melascope.report;

import io.github.melascope.base.Sha256;
import io.github.melascope.base.Words;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessStreamCache.StreamCacheCreateFunction;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** A PDF file of A4 pages that is being drawn. What it says of itself comes from the arguments, never from the clock. */
final class PdfFile implements Closeable {
    private final PDDocument document;
    private final DocumentFonts fonts;
    private String identity = "";

    /** @param cache where the pages are kept until the file is written */
    PdfFile(FontFiles files, StreamCacheCreateFunction cache, Words words, String title, LocalDate date) {
        document = new PDDocument(cache);
        fonts = new DocumentFonts(document, files);
        describe(words, title, date);
    }

    /** Draws on a page; what it needs of pictures is put in by the embedding. */
    @FunctionalInterface
    interface Drawing {
        void on(Page page, Embedding embedding) throws IOException;
    }

    /** What is measured by drawing it on a sheet that is thrown away. */
    @FunctionalInterface
    interface Measure<T> {
        T on(Page page) throws IOException;
    }

    /** One more page at the end. */
    void add(Drawing drawing) throws IOException {
        insert(document.getNumberOfPages(), drawing);
    }

    /** A page before the page that has this index now, 0 … number of pages. */
    void insert(int index, Drawing drawing) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        if (index == document.getNumberOfPages()) {
            document.addPage(page);
        } else {
            document.getPages().insertBefore(page, document.getPage(index));
        }
        try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
            drawing.on(new Page(stream, fonts), new Embedding(document));
        }
    }

    /** Draws over a page that is there. */
    void over(int index, Drawing drawing) throws IOException {
        try (PDPageContentStream stream =
                new PDPageContentStream(document, document.getPage(index), AppendMode.APPEND, true, true)) {
            drawing.on(new Page(stream, fonts), new Embedding(document));
        }
    }

    <T> T measure(Measure<T> measure) throws IOException {
        try (PDPageContentStream stream = new PDPageContentStream(document, new PDPage(PDRectangle.A4))) {
            return measure.on(new Page(stream, fonts));
        }
    }

    int pages() {
        return document.getNumberOfPages();
    }

    /** Adds to what the file's id is made of: files of other content get another id. */
    void identify(Object content) {
        identity = Sha256.of((identity + '\n' + content).getBytes(StandardCharsets.UTF_8));
    }

    void writeTo(OutputStream out) throws IOException {
        identify(document.getNumberOfPages());
        document.setDocumentId(Long.parseUnsignedLong(identity.substring(0, 16), 16));
        document.save(out);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    private void describe(Words words, String title, LocalDate date) {
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(title);
        information.setCreator(words.of("app.name"));
        information.setProducer(words.of("app.name"));
        information.setSubject(words.of("app.not-a-diagnosis"));
        GregorianCalendar midnight = GregorianCalendar.from(date.atStartOfDay(ZoneOffset.UTC));
        midnight.setTimeZone(TimeZone.getTimeZone("UTC"));
        information.setCreationDate(midnight);
        information.setModificationDate(midnight);
        document.setDocumentInformation(information);
        document.getDocumentCatalog().setLanguage(words.locale().toLanguageTag());
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
        document.getDocumentCatalog().getCOSObject().setName(COSName.PAGE_MODE, "UseNone");
        identify(words.locale() + title + date);
    }
}
