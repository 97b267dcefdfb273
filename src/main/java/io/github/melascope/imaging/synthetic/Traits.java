package io.github.melascope.imaging.synthetic;

import io.github.melascope.lesion.Diagnosis;
import java.util.SplittableRandom;

/**
 * What a lesion looks like, in the words of dermoscopy (Kittler et al., J Am Acad Dermatol 74:1093, 2016). Strengths are
 * 0 (absent) … about 1 (strong) unless said otherwise; the numbers are chosen by eye.
 *
 * @param size lesion radius as a share of half the frame's shorter side
 * @param aspect length to width
 * @param irregularity of the outline
 * @param softness of the border: width of its fading, in lesion radii
 * @param melanin brown pigment
 * @param blood redness
 * @param mottle unevenness of the pigment
 * @param network brown honeycomb
 * @param globules brown dots
 * @param eccentric dark, blue and red areas off the centre
 * @param veil blue-white haze
 * @param cysts small white dots
 * @param scar white centre
 * @param scale whitish flakes
 * @param lagoons round red to purple chambers
 * @param vessels branching red lines
 */
record Traits(
        double size,
        double aspect,
        double irregularity,
        double softness,
        double melanin,
        double blood,
        double mottle,
        double network,
        double globules,
        double eccentric,
        double veil,
        double cysts,
        double scar,
        double scale,
        double lagoons,
        double vessels) {

    /** A typical lesion of this kind with some individuality. */
    static Traits of(Diagnosis diagnosis, SplittableRandom random) {
        Traits typical = typical(diagnosis, random.nextDouble() < 0.5);
        return new Traits(
                typical.size * vary(random, 0.22),
                1 + (typical.aspect - 1) * vary(random, 0.8),
                typical.irregularity * vary(random, 0.3),
                typical.softness * vary(random, 0.4),
                typical.melanin * vary(random, 0.3),
                typical.blood * vary(random, 0.3),
                typical.mottle * vary(random, 0.3),
                typical.network * vary(random, 0.4),
                typical.globules * vary(random, 0.4),
                typical.eccentric * vary(random, 0.25),
                typical.veil * vary(random, 0.5),
                typical.cysts * vary(random, 0.5),
                typical.scar * vary(random, 0.3),
                typical.scale * vary(random, 0.4),
                typical.lagoons * vary(random, 0.2),
                typical.vessels * vary(random, 0.4));
    }

    private static double vary(SplittableRandom random, double by) {
        return 1 + by * (2 * random.nextDouble() - 1);
    }

    /** @param variant most kinds come in two looks */
    private static Traits typical(Diagnosis diagnosis, boolean variant) {
        return switch (diagnosis) {
            case NV ->
                variant
                        ? new Traits(.50, 1.25, .05, .16, .75, .10, .22, .85, .10, 0, 0, 0, 0, 0, 0, 0)
                        : new Traits(.44, 1.20, .04, .12, .95, .14, .20, .10, .80, 0, 0, 0, 0, 0, 0, 0);
            case MEL ->
                variant
                        ? new Traits(.66, 1.30, .16, .10, 1.05, .16, .50, .75, .25, 1.0, .35, 0, 0, 0, 0, 0)
                        : new Traits(.62, 1.20, .13, .08, 1.30, .20, .45, .30, .45, .90, .75, 0, 0, 0, 0, .10);
            case BKL ->
                variant
                        ? new Traits(.58, 1.25, .07, .04, .62, .06, .40, .05, .15, 0, 0, .85, 0, .20, 0, 0)
                        : new Traits(.55, 1.30, .09, .05, .85, .04, .55, .20, .45, .12, .08, .45, 0, .10, 0, 0);
            case BCC ->
                variant
                        ? new Traits(.52, 1.15, .08, .12, .10, .42, .25, 0, 0, .35, .20, 0, .10, .10, 0, 1.0)
                        : new Traits(.55, 1.20, .09, .14, .25, .34, .35, 0, .20, .60, .45, 0, 0, .05, 0, .70);
            case AKIEC ->
                variant
                        ? new Traits(.60, 1.20, .10, .26, .12, .60, .50, .10, 0, 0, 0, 0, 0, .80, 0, .25)
                        : new Traits(.56, 1.25, .09, .20, .28, .50, .55, .05, .25, 0, 0, 0, 0, .55, 0, .15);
            case DF ->
                variant
                        ? new Traits(.42, 1.10, .05, .30, .42, .16, .15, .60, 0, 0, 0, 0, .80, 0, 0, 0)
                        : new Traits(.40, 1.15, .05, .28, .50, .26, .20, .30, .15, 0, 0, 0, .45, 0, 0, .10);
            case VASC ->
                variant
                        ? new Traits(.42, 1.15, .05, .05, .05, .55, .20, 0, 0, 0, .10, 0, 0, 0, 1.0, 0)
                        : new Traits(.46, 1.20, .06, .06, .12, .75, .25, 0, 0, 0, .30, 0, 0, 0, .80, 0);
        };
    }
}
