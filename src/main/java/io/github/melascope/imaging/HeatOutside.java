package io.github.melascope.imaging;

import io.github.melascope.lesion.HeatMap;
import io.github.melascope.lesion.LesionMask;
import java.util.Optional;

/** How much of a heat map lies outside the lesion. */
public final class HeatOutside {
    /** Share from which on a reader is warned; how it was chosen stands in {@code docs/decisions/0013-viewer.md}. */
    public static final double MUCH = 0.6;

    /** Heat counts from here on: what the thinner line of the contour runs around. */
    private static final double LEVEL = 0.5;

    private static final int SIDE = 96;

    /** Of the side, from the middle of the frame: what is found beyond is sooner a ruler or a sticker than the lesion. */
    private static final double REACH = 0.45;

    /** Of the side, from the middle of the frame: where photographers put the lesion. */
    private static final double MIDDLE = 0.34;

    private HeatOutside() {}

    /**
     * As {@link #share(HeatMap, LesionMask)} for an outline that a computer found, which may have taken a dark thing at the edge
     * for lesion: beyond a circle in the frame it counts for nothing. Where no lesion was found, the middle of the frame
     * stands for it. Both are measured by {@code melascope audit-model}.
     *
     * @param lesion as {@link LesionFinder} found it
     */
    public static double shareOfFound(HeatMap map, Optional<LesionMask> lesion) {
        boolean[] inside = new boolean[SIDE * SIDE];
        for (int i = 0; i < inside.length; i++) {
            int row = i / SIDE;
            double x = (i % SIDE + 0.5) / SIDE;
            double y = (row + 0.5) / SIDE;
            double far = Math.hypot(x - 0.5, y - 0.5);
            inside[i] = lesion.isPresent() ? far < REACH && lesion.get().contains(x, y) : far < MIDDLE;
        }
        return share(map, new LesionMask(SIDE, inside));
    }

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
