package io.github.melascope.ui.image;

import io.github.melascope.imaging.ColorMap;

/**
 * How a heat map is drawn over the image.
 *
 * @param contour as lines around what counts, the image unaltered; else as colour
 * @param colours of the colour
 * @param opacity of the colour, 0 (not seen) … 1 (covers the image)
 */
public record HeatLook(boolean contour, ColorMap colours, double opacity) {
    public static final HeatLook USUAL = new HeatLook(true, ColorMap.CIVIDIS, 0.5);

    public HeatLook {
        opacity = Math.clamp(opacity, 0, 1);
    }
}
