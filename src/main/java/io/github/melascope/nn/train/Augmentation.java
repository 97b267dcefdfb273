package io.github.melascope.nn.train;

/**
 * How far a training image may be changed without changing its diagnosis. Each is drawn evenly between minus and plus the
 * given amount, for every image in every epoch anew.
 *
 * @param flip mirror left-right and top-bottom, each with probability ½
 * @param rotation degrees, 0 … 180; a dermoscopic image has no up
 * @param zoom share of size, 0.2 is 0.8 … 1.25
 * @param stretch share of width against height
 * @param shift share of the frame
 * @param brightness share of the value added
 * @param contrast share of the distance from mid grey
 * @param saturation share of the distance from grey
 * @param tint share by which each colour channel is scaled on its own: another lamp, another camera
 * @param sharpness −1 is a 3 × 3 blur, +1 sharpens as much: resizing programs differ, diagnoses must not hang on it
 * @param hole side of a square that is painted grey in every other image, at most this share of the frame (Cutout,
 *     DeVries and Taylor, arXiv 1708.04552): a diagnosis must not hang on one spot
 * @param mixup α of mixup, 0 … 1, 0 for none: see {@link Mixup}
 * @param otherSkin how often a lesion is set on the skin of another image, 0 … 1: see {@link OtherSkin}; asks for outlines
 * @param artefacts what skin, dermoscope and file add
 */
public record Augmentation(
        boolean flip,
        double rotation,
        double zoom,
        double stretch,
        double shift,
        double brightness,
        double contrast,
        double saturation,
        double tint,
        double sharpness,
        double hole,
        double mixup,
        double otherSkin,
        Artefacts artefacts) {
    public static final Augmentation NONE = new Augmentation(false, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Artefacts.NONE);
    public static final Augmentation USUAL =
            new Augmentation(true, 180, 0.2, 0.1, 0.08, 0.15, 0.2, 0.2, 0.06, 0.8, 0, 0, 0, Artefacts.NONE);
    /** For long trainings of all layers, which otherwise learn the training part by heart. */
    public static final Augmentation STRONG =
            new Augmentation(true, 180, 0.3, 0.15, 0.08, 0.2, 0.2, 0.2, 0.08, 0.8, 0.4, 0.2, 0, Artefacts.NONE);

    public Augmentation {
        if (!(hole >= 0 && hole < 1) || !(mixup >= 0 && mixup <= 1) || !(otherSkin >= 0 && otherSkin <= 1)) {
            throw new IllegalArgumentException(
                    "hole, mixup and otherSkin must be 0 … 1, not " + hole + ", " + mixup + ", " + otherSkin);
        }
    }
}
