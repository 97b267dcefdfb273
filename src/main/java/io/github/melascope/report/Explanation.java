package io.github.melascope.report;

import io.github.melascope.imaging.ColorMap;
import io.github.melascope.imaging.Overlay;
import io.github.melascope.lesion.HeatMap;
import io.github.melascope.lesion.RgbImage;

/**
 * The heat map of a report.
 *
 * @param map what was computed: method, class, and whether it is flat
 * @param overlay the map over the image, of the same shape as the image, with a line at half of the most
 * @param ramp the colours of the map as a strip from none (left) to most (right), of any size
 */
public record Explanation(HeatMap map, RgbImage overlay, RgbImage ramp) {
    /** Half of the most: what lies inside this line carries the answer. */
    private static final double LEVEL = 0.5;

    private static final int RAMP = 256;

    /**
     * The usual drawing: heat over the image, and a line where it passes half of its most.
     *
     * @param image the plain image, upright, of any size
     * @param opacity of the heat, 0 … 1
     */
    public static Explanation of(RgbImage image, HeatMap map, ColorMap colours, double opacity) {
        RgbImage small = Embedding.forPrint(image);
        RgbImage heated = Overlay.colour(small, map, colours, opacity);
        return new Explanation(map, Overlay.contour(heated, map, LEVEL), Overlay.legend(colours, RAMP, 1));
    }
}
