package io.github.melascope.report;

import io.github.melascope.imaging.Images;
import io.github.melascope.lesion.RgbImage;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** The pages of a PDF file as pictures, one at a time. Takes time: never on the window's thread. */
public final class PdfPages implements Closeable {
    private final PDDocument document;

    private PdfPages(PDDocument document) {
        this.document = document;
    }

    public static PdfPages open(byte[] pdf) throws IOException {
        return new PdfPages(Loader.loadPDF(pdf));
    }

    public static PdfPages open(Path pdf) throws IOException {
        return new PdfPages(Loader.loadPDF(pdf.toFile()));
    }

    /**
     * A page as it is printed.
     *
     * @param picture white where nothing is
     * @param width of the paper in points
     * @param height of the paper in points
     */
    public record Page(RgbImage picture, double width, double height) {}

    public int count() {
        return document.getNumberOfPages();
    }

    /** @param index 0 … count − 1 */
    public Page render(int index, float dotsPerInch) throws IOException {
        PDFRenderer renderer = new PDFRenderer(document);
        RgbImage picture = Images.fromBuffered(renderer.renderImageWithDPI(index, dotsPerInch, ImageType.RGB));
        PDRectangle paper = document.getPage(index).getMediaBox();
        return new Page(picture, paper.getWidth(), paper.getHeight());
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
