package io.github.melascope.ui.image;

/**
 * What of an image is seen, told without the size of image or window: so a view outlives a resized window, and two images of
 * different size can be seen alike.
 *
 * @param magnification 1 where the whole image just fits, 2 where it is twice as wide
 * @param x what is in the middle of the view: 0 the image's left edge … 1 its right edge
 * @param y likewise, from top to bottom
 * @param turns quarter turns clockwise, 0 … 3
 */
public record Viewpoint(double magnification, double x, double y, int turns) {
    /** The whole image, upright. */
    public static final Viewpoint FIT = new Viewpoint(1, 0.5, 0.5, 0);

    /** Places beyond the image's edge become the edge, more than three turns begin anew. */
    public Viewpoint {
        if (!(magnification > 0) || Double.isInfinite(magnification)) {
            throw new IllegalArgumentException("magnification " + magnification);
        }
        x = Math.clamp(x, 0, 1);
        y = Math.clamp(y, 0, 1);
        turns = Math.floorMod(turns, 4);
    }

    /** The whole image, turned as it is. */
    public Viewpoint fitted() {
        return new Viewpoint(1, 0.5, 0.5, turns);
    }

    /** Whether just the whole image is seen. */
    public boolean fits() {
        return equals(fitted());
    }
}
