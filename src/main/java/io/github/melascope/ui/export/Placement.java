package io.github.melascope.ui.export;

/**
 * Where a page lies in the printable area of the paper, all in points: whole, in the middle, and never enlarged.
 *
 * @param left from the area's left edge
 * @param top from the area's upper edge
 * @param width of the page as it is printed
 * @param height of the page as it is printed
 */
public record Placement(double left, double top, double width, double height) {
    /** All sizes in points, above 0. */
    public static Placement of(double pageWidth, double pageHeight, double areaWidth, double areaHeight) {
        double scale = Math.min(1, Math.min(areaWidth / pageWidth, areaHeight / pageHeight));
        double width = pageWidth * scale;
        double height = pageHeight * scale;
        return new Placement((areaWidth - width) / 2, (areaHeight - height) / 2, width, height);
    }
}
