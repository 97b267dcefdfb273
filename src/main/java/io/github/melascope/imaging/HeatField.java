package io.github.melascope.imaging;

import io.github.melascope.lesion.HeatMap;

/**
 * A heat map as a continuous field over the image frame. The map's values sit in the middle of its cells; beyond the
 * outermost middles the field goes on level.
 */
public final class HeatField {
    private final int width;
    private final int height;
    private final float[] values;

    public HeatField(HeatMap map) {
        this(map.width(), map.height(), map.values());
    }

    /** @param values row by row */
    HeatField(int width, int height, float[] values) {
        this.width = width;
        this.height = height;
        this.values = values;
    }

    /** The map at image size, bilinear, row by row. */
    public float[] sampled(int columns, int rows) {
        float[] field = new float[columns * rows];
        for (int y = 0; y < rows; y++) {
            double v = (y + 0.5) / rows * height - 0.5;
            int row = (int) Math.floor(v);
            double down = v - row;
            for (int x = 0; x < columns; x++) {
                double u = (x + 0.5) / columns * width - 0.5;
                int column = (int) Math.floor(u);
                double right = u - column;
                double above = value(column, row) * (1 - right) + value(column + 1, row) * right;
                double below = value(column, row + 1) * (1 - right) + value(column + 1, row + 1) * right;
                field[y * columns + x] = (float) (above * (1 - down) + below * down);
            }
        }
        return field;
    }

    /**
     * The field at one place of the frame by cubic convolution (Keys, 1981, a = −1/2): it passes through the map's values
     * as the bilinear field does, but without kinks, which is what a contour line needs.
     *
     * @param x 0 (left edge) … 1 (right edge)
     * @param y 0 (top edge) … 1 (bottom edge)
     */
    double smooth(double x, double y) {
        double u = x * width - 0.5;
        double v = y * height - 0.5;
        int column = (int) Math.floor(u);
        int row = (int) Math.floor(v);
        double[] lines = new double[4];
        for (int i = 0; i < lines.length; i++) {
            int line = row - 1 + i;
            lines[i] = cubic(
                    value(column - 1, line),
                    value(column, line),
                    value(column + 1, line),
                    value(column + 2, line),
                    u - column);
        }
        return cubic(lines[0], lines[1], lines[2], lines[3], v - row);
    }

    private double value(int column, int row) {
        int x = Math.max(0, Math.min(width - 1, column));
        int y = Math.max(0, Math.min(height - 1, row));
        return values[y * width + x];
    }

    private static double cubic(double a, double b, double c, double d, double t) {
        return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
    }
}
