package io.github.melascope.ui.image;

import javafx.geometry.Point2D;

/**
 * An image of a certain size seen through a window of a certain size: where each of its pixels is, and what zooming, panning
 * and turning lead to.
 *
 * @param imageWidth in pixels, above 0
 * @param imageHeight in pixels, above 0
 * @param viewWidth in the toolkit's units, above 0
 * @param viewHeight in the toolkit's units, above 0
 * @param density device pixels per unit of the toolkit, above 0
 * @param viewpoint what is seen
 */
public record Viewport(
        double imageWidth,
        double imageHeight,
        double viewWidth,
        double viewHeight,
        double density,
        Viewpoint viewpoint) {
    /** Device pixels per image pixel beyond which nothing more is to be seen. */
    public static final double MOST_ZOOM = 32;

    /** Units of the toolkit per image pixel. */
    public double scale() {
        return fitScale(viewpoint.turns()) * viewpoint.magnification();
    }

    /** Device pixels per image pixel: 1 for 1:1. */
    public double zoom() {
        return scale() * density;
    }

    private double fitScale(int turns) {
        boolean across = turns % 2 == 0;
        return Math.min(
                viewWidth / (across ? imageWidth : imageHeight), viewHeight / (across ? imageHeight : imageWidth));
    }

    /** The smallest zoom: half of what fits, or 1:1 where that is less. */
    public double leastZoom() {
        return Math.min(1, fitScale(viewpoint.turns()) * density / 2);
    }

    /** The largest zoom: {@link #MOST_ZOOM}, or what fits where that is more. */
    public double mostZoom() {
        return Math.max(MOST_ZOOM, fitScale(viewpoint.turns()) * density);
    }

    /** Where a place of the image is in the view. */
    public Point2D toScreen(double imageX, double imageY) {
        double right = (imageX - viewpoint.x() * imageWidth) * scale();
        double down = (imageY - viewpoint.y() * imageHeight) * scale();
        return turned(right, down, viewpoint.turns()).add(viewWidth / 2, viewHeight / 2);
    }

    /** Which place of the image is there in the view; it may lie outside the image. */
    public Point2D toImage(double screenX, double screenY) {
        Point2D offset = turned(screenX - viewWidth / 2, screenY - viewHeight / 2, 4 - viewpoint.turns());
        return new Point2D(
                viewpoint.x() * imageWidth + offset.getX() / scale(),
                viewpoint.y() * imageHeight + offset.getY() / scale());
    }

    /** The place of the image that is nearest to a place of the view. */
    public Point2D nearest(double screenX, double screenY) {
        Point2D place = toImage(screenX, screenY);
        return new Point2D(Math.clamp(place.getX(), 0, imageWidth), Math.clamp(place.getY(), 0, imageHeight));
    }

    private static Point2D turned(double x, double y, int turns) {
        return switch (turns % 4) {
            case 1 -> new Point2D(-y, x);
            case 2 -> new Point2D(-x, -y);
            case 3 -> new Point2D(y, -x);
            default -> new Point2D(x, y);
        };
    }

    /**
     * Zooms as far as the limits allow. What is at the given place of the view stays there, unless the middle of the view
     * would leave the image.
     *
     * @param factor above 1 to see more of less
     */
    public Viewpoint zoomedAt(double factor, double screenX, double screenY) {
        double wanted = Math.clamp(zoom() * factor, leastZoom(), mostZoom());
        double done = wanted / zoom();
        Point2D fixed = toImage(screenX, screenY);
        double x = fixed.getX() + (viewpoint.x() * imageWidth - fixed.getX()) / done;
        double y = fixed.getY() + (viewpoint.y() * imageHeight - fixed.getY()) / done;
        return new Viewpoint(viewpoint.magnification() * done, x / imageWidth, y / imageHeight, viewpoint.turns());
    }

    /** One device pixel for each pixel of the image, around a place of the view. */
    public Viewpoint oneToOneAt(double screenX, double screenY) {
        return zoomedAt(1 / zoom(), screenX, screenY);
    }

    /** The image moved by so many units of the toolkit; the middle of the view stays on the image. */
    public Viewpoint pannedBy(double right, double down) {
        Point2D middle = toImage(viewWidth / 2 - right, viewHeight / 2 - down);
        return new Viewpoint(
                viewpoint.magnification(), middle.getX() / imageWidth, middle.getY() / imageHeight, viewpoint.turns());
    }

    /** Turned around the middle of the view: what fits still fits, else the zoom stays. */
    public Viewpoint turnedBy(int quarters) {
        int turns = Math.floorMod(viewpoint.turns() + quarters, 4);
        double magnification =
                viewpoint.fits() ? 1 : viewpoint.magnification() * fitScale(viewpoint.turns()) / fitScale(turns);
        return new Viewpoint(magnification, viewpoint.x(), viewpoint.y(), turns);
    }
}
