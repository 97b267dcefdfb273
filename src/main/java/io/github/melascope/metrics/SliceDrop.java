package io.github.melascope.metrics;

import java.util.Objects;

/**
 * How much less a recipe tells of a slice of images when nothing like them was there to learn from. The same images are asked
 * of the networks of a cross-validation by lesion, which have learnt from others of the slice ({@link #seen}), and of the
 * network from which the whole slice was held out ({@link #heldOut}), lesion fold by lesion fold.
 *
 * @param recipe its name
 * @param slice its name
 * @param result with two "recipes": first seen, then held out
 */
public record SliceDrop(String recipe, String slice, CrossResult result) {
    public static final String SEEN = "slice seen";
    public static final String HELD_OUT = "slice held out";

    public CrossResult.Recipe seen() {
        return result.recipes().get(0);
    }

    public CrossResult.Recipe heldOut() {
        return result.recipes().get(1);
    }

    /** Held out less seen: below 0 where the figure drops. */
    public Figure change(CrossMeasure measure) {
        return Objects.requireNonNull(heldOut().differences().get(measure));
    }
}
