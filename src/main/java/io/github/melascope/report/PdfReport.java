package io.github.melascope.report;

import io.github.melascope.base.AtomicFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.io.IOUtils;

/**
 * The report of one image as one A4 page: fonts embedded, text selectable, no metadata of the image. Equal models give equal
 * bytes on the same Java version. Keep one and use it again: it holds the parsed fonts. Safe for several threads.
 */
public final class PdfReport {
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
        String title = model.words().of("report.title");
        try (PdfFile file =
                new PdfFile(fonts, IOUtils.createMemoryOnlyStreamCache(), model.words(), title, model.date())) {
            ImagePage.add(file, model);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            file.writeTo(out);
            return out.toByteArray();
        }
    }
}
