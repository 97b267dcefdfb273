package io.github.melascope.audit;

import io.github.melascope.imaging.HeatField;
import io.github.melascope.imaging.Resizer;
import io.github.melascope.lesion.HeatMap;
import io.github.melascope.lesion.LesionMask;
import io.github.melascope.lesion.RgbImage;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** How good a heat map is, by what can be measured without asking anybody. A field has {@value #SIDE} × {@value #SIDE} cells. */
public final class HeatMeasures {
    public static final int SIDE = 28;
    private static final double PRIOR_SIGMA = 0.25;
    private static final int BLUR = 7;

    private HeatMeasures() {}

    /** A map on the cells of a field. */
    public static float[] field(HeatMap map) {
        return new HeatField(map).sampled(SIDE, SIDE);
    }

    /** Heat that knows nothing but that photographers put the lesion in the middle: a Gaussian of σ = a quarter of the side. */
    public static float[] centrePrior() {
        float[] field = new float[SIDE * SIDE];
        for (int i = 0; i < field.length; i++) {
            double x = (i % SIDE + 0.5) / SIDE - 0.5;
            int row = i / SIDE;
            double y = (row + 0.5) / SIDE - 0.5;
            field[i] = (float) Math.exp(-(x * x + y * y) / (2 * PRIOR_SIGMA * PRIOR_SIGMA));
        }
        return field;
    }

    private static boolean inside(LesionMask lesion, int cell) {
        int row = cell / SIDE;
        return lesion.contains((cell % SIDE + 0.5) / SIDE, (row + 0.5) / SIDE);
    }

    /** Share of the heat that lies inside the lesion, 0 … 1; NaN of a field without heat. */
    public static double shareInside(float[] field, LesionMask lesion) {
        double all = 0;
        double within = 0;
        for (int i = 0; i < field.length; i++) {
            all += field[i];
            within += inside(lesion, i) ? field[i] : 0;
        }
        return all > 0 ? within / all : Double.NaN;
    }

    /** The pointing game (Zhang et al., ECCV 2016): 1 where the hottest cell lies inside, else 0; NaN without heat. */
    public static double pointing(float[] field, LesionMask lesion) {
        int hottest = 0;
        for (int i = 1; i < field.length; i++) {
            hottest = field[i] > field[hottest] ? i : hottest;
        }
        return field[hottest] > 0 ? (inside(lesion, hottest) ? 1 : 0) : Double.NaN;
    }

    /** Cells from the hottest to the coldest; of equals the earlier first. */
    public static int[] hottestFirst(float[] field) {
        return IntStream.range(0, field.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -field[i]))
                .mapToInt(i -> i)
                .toArray();
    }

    /** The image with hardly anything left to see: what deleted cells are filled with. */
    public static RgbImage blurred(RgbImage image) {
        return Resizer.resize(Resizer.resize(image, BLUR, BLUR), image.width(), image.height());
    }

    /**
     * One image with some cells of another (Petsiuk et al., BMVC 2018, for deletion and insertion).
     *
     * @param base of the same size as {@code other}
     * @param cells of a field
     * @param count so many of the first of them are taken from {@code other}
     */
    public static RgbImage mixed(RgbImage base, RgbImage other, int[] cells, int count) {
        boolean[] taken = new boolean[SIDE * SIDE];
        for (int i = 0; i < count; i++) {
            taken[cells[i]] = true;
        }
        int[] pixels = base.pixels().clone();
        for (int i = 0; i < pixels.length; i++) {
            int x = i % base.width() * SIDE / base.width();
            int y = i / base.width() * SIDE / base.height();
            pixels[i] = taken[y * SIDE + x] ? other.pixels()[i] : pixels[i];
        }
        return new RgbImage(base.width(), base.height(), pixels);
    }

    /** Spearman's rank correlation of two fields, −1 … 1; NaN where one does not vary. */
    public static double rankCorrelation(float[] one, float[] two) {
        return correlation(ranks(one), ranks(two));
    }

    private static double[] ranks(float[] values) {
        int[] order = hottestFirst(values);
        double[] ranks = new double[values.length];
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = (from + to - 1) / 2.0;
            }
            from = to;
        }
        return ranks;
    }

    private static double correlation(double[] x, double[] y) {
        double meanX = Arrays.stream(x).average().orElse(0);
        double meanY = Arrays.stream(y).average().orElse(0);
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : Double.NaN;
    }
}
