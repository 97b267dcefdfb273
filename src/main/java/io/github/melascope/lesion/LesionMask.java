package io.github.melascope.lesion;

/**
 * Which part of an image is the lesion. As many rows as columns cover the whole frame of the image, whatever the image's shape.
 *
 * @param side cells along each side
 * @param inside row by row, whether the cell belongs to the lesion
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data; identity is all that is ever compared
public record LesionMask(int side, boolean[] inside) {
    public LesionMask {
        if (inside.length != side * side) {
            throw new IllegalArgumentException(inside.length + " cells do not fill " + side + " × " + side);
        }
    }

    /** Whether a place of the frame belongs to the lesion; 0 … 1 from the left and from the top, both ends included. */
    public boolean contains(double x, double y) {
        int column = Math.clamp((long) (x * side), 0, side - 1);
        int row = Math.clamp((long) (y * side), 0, side - 1);
        return inside[row * side + column];
    }

    /** Share of the frame that is lesion, 0 … 1. */
    public double share() {
        int count = 0;
        for (boolean cell : inside) {
            count += cell ? 1 : 0;
        }
        return (double) count / inside.length;
    }
}
