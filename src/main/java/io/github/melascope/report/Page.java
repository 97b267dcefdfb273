package io.github.melascope.report;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** One A4 page to draw on, in points from its top left corner, y downwards. */
final class Page {
    static final float WIDTH = PDRectangle.A4.getWidth();
    static final float HEIGHT = PDRectangle.A4.getHeight();
    static final float LEFT = 50;
    static final float RIGHT = WIDTH - LEFT;
    static final float GUTTER = 25;
    /** Width of one of the two columns. */
    static final float COLUMN = (RIGHT - LEFT - GUTTER) / 2;
    /** Left edge of the second column. */
    static final float SECOND = LEFT + COLUMN + GUTTER;

    private final PDPageContentStream stream;
    private final DocumentFonts fonts;

    Page(PDPageContentStream stream, DocumentFonts fonts) {
        this.stream = stream;
        this.fonts = fonts;
    }

    /** Writes one line from {@code x} on, in the style's own colour. */
    void text(float x, float baseline, Style style, String text) throws IOException {
        text(x, baseline, style, style.colour(), text);
    }

    void text(float x, float baseline, Style style, int colour, String text) throws IOException {
        List<DocumentFonts.Run> runs = fonts.runs(style.face(), text);
        if (runs.isEmpty()) {
            return;
        }
        stream.beginText();
        fillColour(colour);
        stream.newLineAtOffset(x, HEIGHT - baseline);
        for (DocumentFonts.Run run : runs) {
            stream.setFont(run.font(), style.size());
            stream.showText(run.text());
        }
        stream.endText();
    }

    /** Writes one line that ends at {@code right}. */
    void textRight(float right, float baseline, Style style, int colour, String text) throws IOException {
        text(right - width(style, text), baseline, style, colour, text);
    }

    /** Writes wrapped text; the last line ends in an ellipsis when the rest has no room. Returns the baseline after the last. */
    float paragraph(float x, float baseline, float width, int lines, Style style, String text) throws IOException {
        float y = baseline;
        for (String line : Wrapping.wrap(text, width, lines, part -> width(style, part))) {
            text(x, y, style, line);
            y += style.leading();
        }
        return y;
    }

    float width(Style style, String text) throws IOException {
        return fonts.width(style, text);
    }

    void rectangle(int colour, float x, float top, float width, float height) throws IOException {
        fillColour(colour);
        stream.addRect(x, HEIGHT - top - height, width, height);
        stream.fill();
    }

    /** A hairline across the page. */
    void rule(float y) throws IOException {
        rectangle(Palette.RULE, LEFT, y - 0.3f, RIGHT - LEFT, 0.6f);
    }

    /** Draws an open line through the points {@code x0, y0, x1, y1, …} with round ends. */
    void stroke(int colour, float thickness, float... points) throws IOException {
        stream.setStrokingColor(component(colour, 16), component(colour, 8), component(colour, 0));
        stream.setLineWidth(thickness);
        stream.setLineCapStyle(1);
        stream.setLineJoinStyle(1);
        stream.moveTo(points[0], HEIGHT - points[1]);
        for (int i = 2; i < points.length; i += 2) {
            stream.lineTo(points[i], HEIGHT - points[i + 1]);
        }
        stream.stroke();
    }

    /** Fills the shape with the corners {@code x0, y0, x1, y1, …}. */
    void area(int colour, float... corners) throws IOException {
        fillColour(colour);
        stream.moveTo(corners[0], HEIGHT - corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            stream.lineTo(corners[i], HEIGHT - corners[i + 1]);
        }
        stream.closePath();
        stream.fill();
    }

    /** Draws an open dashed line; the next line is whole again. */
    void dashed(int colour, float thickness, float... points) throws IOException {
        stream.setLineDashPattern(new float[] {1, 3}, 0);
        stroke(colour, thickness, points);
        stream.setLineDashPattern(new float[0], 0);
    }

    /** Keeps what is drawn meanwhile inside a rectangle. */
    void inside(float x, float top, float width, float height, Drawing drawing) throws IOException {
        stream.saveGraphicsState();
        stream.addRect(x, HEIGHT - top - height, width, height);
        stream.clip();
        drawing.draw();
        stream.restoreGraphicsState();
    }

    /** Draws on the page. */
    interface Drawing {
        void draw() throws IOException;
    }

    void disc(int colour, float x, float y, float radius) throws IOException {
        fillColour(colour);
        circle(x, HEIGHT - y, radius);
        stream.fill();
    }

    void ring(int colour, float thickness, float x, float y, float radius) throws IOException {
        stream.setStrokingColor(component(colour, 16), component(colour, 8), component(colour, 0));
        stream.setLineWidth(thickness);
        circle(x, HEIGHT - y, radius);
        stream.stroke();
    }

    void image(PDImageXObject image, float x, float top, float width, float height) throws IOException {
        stream.drawImage(image, x, HEIGHT - top - height, width, height);
    }

    /** Four Bézier curves; 0.5523 is the usual handle length that makes them round within 0.03 %. */
    private void circle(float x, float y, float radius) throws IOException {
        float handle = 0.5523f * radius;
        stream.moveTo(x + radius, y);
        stream.curveTo(x + radius, y + handle, x + handle, y + radius, x, y + radius);
        stream.curveTo(x - handle, y + radius, x - radius, y + handle, x - radius, y);
        stream.curveTo(x - radius, y - handle, x - handle, y - radius, x, y - radius);
        stream.curveTo(x + handle, y - radius, x + radius, y - handle, x + radius, y);
        stream.closePath();
    }

    private void fillColour(int colour) throws IOException {
        stream.setNonStrokingColor(component(colour, 16), component(colour, 8), component(colour, 0));
    }

    private static float component(int colour, int shift) {
        return (colour >> shift & 0xFF) / 255f;
    }
}
