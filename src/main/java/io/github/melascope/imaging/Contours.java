package io.github.melascope.imaging;

import io.github.melascope.lesion.HeatMap;
import io.github.melascope.lesion.LesionMask;
import java.awt.geom.Path2D;

/** Lines of equal heat by marching squares (Lorensen and Cline, 1987, in two dimensions) over the smoothed heat map. */
public final class Contours {
    /** Squares along the longer side of the image: fine enough that straight pieces look round. */
    private static final int SQUARES = 160;

    /** Cells that the outline of a lesion is rounded by. */
    private static final double SOFTENED = 1.2;

    private final double level;
    private final int columns;
    private final int rows;
    private final double squareWidth;
    private final double squareHeight;
    private final double[] field;
    private final Path2D.Double path = new Path2D.Double();

    private Contours(HeatField heat, double level, int width, int height) {
        this.level = level;
        this.columns = Math.max(1, SQUARES * width / Math.max(width, height));
        this.rows = Math.max(1, SQUARES * height / Math.max(width, height));
        this.squareWidth = (double) width / columns;
        this.squareHeight = (double) height / rows;
        this.field = new double[(columns + 1) * (rows + 1)];
        for (int y = 0; y <= rows; y++) {
            for (int x = 0; x <= columns; x++) {
                field[y * (columns + 1) + x] = heat.smooth((double) x / columns, (double) y / rows);
            }
        }
    }

    /**
     * The line where the heat is {@code level}, in pixels of an image of the given size, as many short pieces. Where hot
     * ground meets the image's edge the line is open. A flat map has no line.
     *
     * @param level 0 … 1
     */
    public static Path2D of(HeatMap map, double level, int width, int height) {
        return of(new HeatField(map), level, width, height);
    }

    /** The outline of a lesion, in pixels of an image of the given size, likewise. */
    public static Path2D of(LesionMask mask, int width, int height) {
        float[] inside = new float[mask.inside().length];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = mask.inside()[i] ? 1 : 0;
        }
        float[] soft = Smoothing.gaussian(inside, mask.side(), SOFTENED); // or its cells would be steps
        return of(new HeatField(mask.side(), mask.side(), soft), 0.5, width, height);
    }

    private static Path2D of(HeatField field, double level, int width, int height) {
        Contours contours = new Contours(field, level, width, height);
        for (int y = 0; y < contours.rows; y++) {
            for (int x = 0; x < contours.columns; x++) {
                contours.square(x, y);
            }
        }
        return contours.path;
    }

    /** Adds the pieces through one square: none, one, or two where opposite corners are hot. */
    private void square(int x, int y) {
        boolean topLeft = hot(x, y);
        boolean topRight = hot(x + 1, y);
        boolean bottomRight = hot(x + 1, y + 1);
        boolean bottomLeft = hot(x, y + 1);
        int crossings = 0;
        double[] points = new double[8];
        if (topLeft != topRight) {
            crossings = cross(points, crossings, x, y, x + 1, y);
        }
        if (topRight != bottomRight) {
            crossings = cross(points, crossings, x + 1, y, x + 1, y + 1);
        }
        if (bottomRight != bottomLeft) {
            crossings = cross(points, crossings, x + 1, y + 1, x, y + 1);
        }
        if (bottomLeft != topLeft) {
            crossings = cross(points, crossings, x, y + 1, x, y);
        }
        if (crossings == 2) {
            piece(points, 0, 1);
        } else if (crossings == 4) {
            boolean middleIsHot = at(x, y) + at(x + 1, y) + at(x, y + 1) + at(x + 1, y + 1) >= 4 * level;
            boolean aroundTopRight = middleIsHot == topLeft;
            piece(points, 0, aroundTopRight ? 1 : 3);
            piece(points, 2, aroundTopRight ? 3 : 1);
        }
    }

    private double at(int x, int y) {
        return field[y * (columns + 1) + x];
    }

    private boolean hot(int x, int y) {
        return at(x, y) >= level;
    }

    private int cross(double[] points, int count, int x1, int y1, int x2, int y2) {
        double share = (level - at(x1, y1)) / (at(x2, y2) - at(x1, y1));
        points[2 * count] = (x1 + (x2 - x1) * share) * squareWidth;
        points[2 * count + 1] = (y1 + (y2 - y1) * share) * squareHeight;
        return count + 1;
    }

    private void piece(double[] points, int from, int to) {
        path.moveTo(points[2 * from], points[2 * from + 1]);
        path.lineTo(points[2 * to], points[2 * to + 1]);
    }
}
