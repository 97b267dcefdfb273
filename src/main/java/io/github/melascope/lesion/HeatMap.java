package io.github.melascope.lesion;

import java.util.Locale;

/**
 * Where the model looked: the evidence for one class over the whole image frame.
 *
 * @param width columns of the map
 * @param height rows of the map
 * @param values row by row, 0 (none) … 1 (most); all 0 when {@code flat}
 * @param flat whether there is no localised evidence (nothing in the map speaks for the class)
 * @param method how it was made
 * @param target the class it explains
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data; identity is all that is ever compared
public record HeatMap(int width, int height, float[] values, boolean flat, Method method, Diagnosis target) {
    public HeatMap {
        if (values.length != width * height) {
            throw new IllegalArgumentException(values.length + " values do not fill " + width + " × " + height);
        }
    }

    /**
     * How a map is made.
     *
     * @param fine from the finer feature map, which takes some ten times longer
     */
    public record Kind(Method method, boolean fine) {
        /**
         * What is shown and reported unless the user chooses, in window and reports alike: this is the one place to change it.
         * How the kinds compare stands in {@code docs/model-report.md}.
         */
        public static final Kind USUAL = new Kind(Method.HIRES_CAM, true);
    }

    /** The ways to make a map. */
    public enum Method {
        /** Selvaraju et al., ICCV 2017. */
        GRAD_CAM("Grad-CAM"),
        /** Chattopadhay et al., WACV 2018. */
        GRAD_CAM_PLUS_PLUS("Grad-CAM++"),
        /** Draelos and Carin, arXiv 2011.08891. */
        HIRES_CAM("HiResCAM");

        private final String title;

        Method(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
