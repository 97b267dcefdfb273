package io.github.melascope.nn.train;

/**
 * How often a training image gets what skin, dermoscope and file add to a lesion, and what an answer must not hang on. Each
 * is the chance that a view gets it, 0 … 1, drawn for every image in every epoch anew.
 *
 * @param hairs up to twenty dark or fair hairs across the frame
 * @param vignette the light falls off towards the edge, by at most 60 % in the corners
 * @param corners the frame ends in the edge of a round field, black beyond
 * @param jpeg compressed again, with a quality of 30 … 90
 * @param blur out of focus: a Gaussian with a σ of at most 1.5 pixels of a frame of 224
 */
public record Artefacts(double hairs, double vignette, double corners, double jpeg, double blur) {
    public static final Artefacts NONE = new Artefacts(0, 0, 0, 0, 0);

    public Artefacts {
        for (double chance : new double[] {hairs, vignette, corners, jpeg, blur}) {
            if (!(chance >= 0 && chance <= 1)) {
                throw new IllegalArgumentException("chances of artefacts must be 0 … 1, not " + chance);
            }
        }
    }
}
