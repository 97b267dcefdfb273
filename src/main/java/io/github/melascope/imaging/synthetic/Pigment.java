package io.github.melascope.imaging.synthetic;

/**
 * What light meets at one place of the skin, and what colour that gives: the Beer–Lambert law with two absorbers, plus
 * layers that scatter.
 *
 * @param melanin optical thickness of brown pigment
 * @param blood optical thickness of blood
 * @param veil share covered by blue-grey haze (pigment seen from deep below), 0 … 1
 * @param white share covered by keratin or scar, 0 … 1
 */
record Pigment(double melanin, double blood, double veil, double white) {
    /** Red, green, blue of skin without pigment and blood, and how strongly the two absorb each. */
    private static final double[] BARE = {248, 226, 214};

    private static final double[] MELANIN = {0.62, 0.90, 1.14};
    private static final double[] BLOOD = {0.13, 0.92, 0.74};
    private static final double[] VEIL = {98, 112, 138};
    private static final double[] WHITE = {238, 222, 208};

    Pigment plus(Pigment other) {
        return new Pigment(
                melanin + other.melanin,
                blood + other.blood,
                1 - (1 - veil) * (1 - other.veil),
                1 - (1 - white) * (1 - other.white));
    }

    /** Its red (0), green (1) or blue (2) in even light, 0 … 255. */
    double channel(int channel) {
        double absorbed = Math.max(0, melanin) * MELANIN[channel] + Math.max(0, blood) * BLOOD[channel];
        double colour = BARE[channel] * StrictMath.exp(-absorbed);
        colour = Noise.mix(colour, VEIL[channel], veil);
        return Noise.mix(colour, WHITE[channel], white);
    }
}
