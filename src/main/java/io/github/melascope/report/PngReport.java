package io.github.melascope.report;

import io.github.melascope.base.AtomicFiles;
import io.github.melascope.base.Words;
import io.github.melascope.imaging.Images;
import io.github.melascope.imaging.PngWriter;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** The very page of {@link PdfReport} as a PNG image, 1,240 × 1,754 pixels (150 dots per inch). */
public final class PngReport {
    private static final float DOTS_PER_INCH = 150;

    private final PdfReport pdf;

    public PngReport(PdfReport pdf) {
        this.pdf = pdf;
    }

    /** @throws IOException when the file cannot be written; an older file then stays as it was */
    public void write(Path file, ReportModel model) throws IOException {
        AtomicFiles.write(file, encode(model));
    }

    /** The bytes of the PNG file. */
    public byte[] encode(ReportModel model) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.encode(model))) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, DOTS_PER_INCH, ImageType.RGB);
            return PngWriter.encode(Images.fromBuffered(page), text(model.words()));
        }
    }

    /** What the file says of itself. */
    private static Map<String, String> text(Words words) {
        return Map.of(
                "Title", words.of("report.title"),
                "Description", words.of("app.not-a-diagnosis"),
                "Software", words.of("app.name"));
    }
}
