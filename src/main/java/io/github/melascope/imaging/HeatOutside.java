package io.github.melascope.imaging;

import io.github.melascope.lesion.HeatMap;
import io.github.melascope.lesion.LesionMask;

/** How much of a heat map lies outside the lesion. */
public final class HeatOutside {
    /** Share from which on a reader is warned; how it was chosen stands in {@code docs/decisions/0013-viewer.md}. */
    public static final double MUCH = 0.6;

    /** Heat counts from here on: what the thinner line of the contour runs around. */
    private static final double LEVEL = 0.5;

    private static final int SIDE = 96;

    private HeatOutside() {}

    /**
     * Of the heat within the contour at half of the peak, the share that lies outside the lesion by more than half a cell of
     * the map: nearer than that, a map cannot tell.
     *
     * @return 0 … 1; 0 for a flat map
     */
    public static double share(HeatMap map, LesionMask lesion) {
        if (map.flat()) {
            return 0;
        }
        Region near = Region.of(SIDE, cell -> {
                    int row = cell / SIDE;
                    return lesion.contains((cell % SIDE + 0.5) / SIDE, (row + 0.5) / SIDE);
                })
                .grown(SIDE / (2 * Math.max(map.width(), map.height())));
        float[] heat = new HeatField(map).sampled(SIDE, SIDE);
        double all = 0;
        double outside = 0;
        for (int cell = 0; cell < heat.length; cell++) {
            if (heat[cell] >= LEVEL) {
                all += heat[cell];
                outside += near.has(cell) ? 0 : heat[cell];
            }
        }
        return all == 0 ? 0 : outside / all;
    }
}
