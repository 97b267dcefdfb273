package io.github.melascope.imaging;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.IntPredicate;

/**
 * A set of cells of a square grid.
 *
 * @param side cells along each side
 * @param on row by row, whether the cell is in the set
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Region(int side, boolean[] on) {
    static Region of(int side, IntPredicate cell) {
        boolean[] on = new boolean[side * side];
        for (int i = 0; i < on.length; i++) {
            on[i] = cell.test(i);
        }
        return new Region(side, on);
    }

    boolean has(int cell) {
        return on[cell];
    }

    int size() {
        int size = 0;
        for (boolean cell : on) {
            size += cell ? 1 : 0;
        }
        return size;
    }

    Region without(Region other) {
        return of(side, cell -> on[cell] && !other.has(cell));
    }

    /** Dilation by a disc; beyond the edge there is nothing. */
    Region grown(int radius) {
        boolean[] grown = new boolean[on.length];
        for (int cell = 0; cell < on.length; cell++) {
            if (on[cell]) {
                stamp(grown, cell, radius);
            }
        }
        return new Region(side, grown);
    }

    private void stamp(boolean[] cells, int middle, int radius) {
        int column = middle % side;
        int row = middle / side;
        for (int y = Math.max(0, row - radius); y <= Math.min(side - 1, row + radius); y++) {
            for (int x = Math.max(0, column - radius); x <= Math.min(side - 1, column + radius); x++) {
                int right = x - column;
                int down = y - row;
                cells[y * side + x] |= right * right + down * down <= radius * (radius + 1);
            }
        }
    }

    /** Erosion by a disc; the edge does not eat into the set. */
    Region shrunk(int radius) {
        return inverse().grown(radius).inverse();
    }

    private Region inverse() {
        return of(side, cell -> !on[cell]);
    }

    /** With the holes that are not open to the edge of the grid. */
    Region filled() {
        return inverse().reachedFromTheEdge().inverse();
    }

    /** The cells of the set that hang together with some at the edge of the grid. */
    Region reachedFromTheEdge() {
        int[] part = new int[on.length];
        for (int i = 0; i < side; i++) {
            for (int cell : new int[] {i, (side - 1) * side + i, i * side, i * side + side - 1}) {
                flood(part, cell, 1);
            }
        }
        return of(side, cell -> part[cell] == 1);
    }

    /** The piece that hangs together and weighs most; nothing of nothing. */
    Region heaviest(double[] weights) {
        int[] part = new int[on.length];
        int parts = 0;
        for (int cell = 0; cell < on.length; cell++) {
            if (on[cell] && part[cell] == 0) {
                flood(part, cell, ++parts);
            }
        }
        double[] sums = new double[parts + 1];
        for (int cell = 0; cell < on.length; cell++) {
            sums[part[cell]] += part[cell] > 0 ? weights[cell] : 0;
        }
        double most = Arrays.stream(sums).max().orElse(0);
        return of(side, cell -> part[cell] > 0 && sums[part[cell]] == most);
    }

    private void flood(int[] part, int start, int number) {
        if (!on[start] || part[start] != 0) {
            return;
        }
        Deque<Integer> next = new ArrayDeque<>();
        part[start] = number;
        next.add(start);
        while (!next.isEmpty()) {
            int cell = next.remove();
            for (int neighbour : neighbours(cell)) {
                if (neighbour >= 0 && on[neighbour] && part[neighbour] == 0) {
                    part[neighbour] = number;
                    next.add(neighbour);
                }
            }
        }
    }

    /** Left, right, above, below; −1 beyond the edge. */
    private int[] neighbours(int cell) {
        int column = cell % side;
        return new int[] {
            column > 0 ? cell - 1 : -1,
            column < side - 1 ? cell + 1 : -1,
            cell >= side ? cell - side : -1,
            cell < side * (side - 1) ? cell + side : -1
        };
    }

    /** Cells at the edge of the grid, or next to one of the other set. */
    int touching(Region other) {
        int count = 0;
        for (int cell = 0; cell < on.length; cell++) {
            count += on[cell] && Arrays.stream(neighbours(cell)).anyMatch(n -> n < 0 || other.has(n)) ? 1 : 0;
        }
        return count;
    }

    /** Length of the outline, in sides of cells. */
    int perimeter() {
        int count = 0;
        for (int cell = 0; cell < on.length; cell++) {
            if (on[cell]) {
                count += (int) Arrays.stream(neighbours(cell))
                        .filter(n -> n < 0 || !on[n])
                        .count();
            }
        }
        return count;
    }
}
