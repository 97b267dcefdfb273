package io.github.melascope.ui.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Leaves out what nobody could see: of a curve's points those that lie too close to the one before. */
final class Decimation {
    /** Steps of the unit square that still show on a chart. */
    private static final double FINEST = 1 / 250.0;

    private Decimation() {}

    /** At most some five hundred points of a curve in the unit square that goes one way along x; the ends stay. */
    static <T> List<T> of(List<T> points, ToDoubleFunction<T> x, ToDoubleFunction<T> y) {
        List<T> kept = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            T point = points.get(i);
            boolean end = i == 0 || i == points.size() - 1;
            if (end || far(point, kept.get(kept.size() - 1), x, y)) {
                kept.add(point);
            }
        }
        return kept;
    }

    private static <T> boolean far(T point, T last, ToDoubleFunction<T> x, ToDoubleFunction<T> y) {
        return Math.abs(x.applyAsDouble(point) - x.applyAsDouble(last)) >= FINEST
                || Math.abs(y.applyAsDouble(point) - y.applyAsDouble(last)) >= FINEST;
    }
}
