package io.github.melascope.audit;

import io.github.melascope.imaging.PixelMasks;
import io.github.melascope.imaging.SkinFill;
import io.github.melascope.lesion.LesionMask;
import io.github.melascope.lesion.RgbImage;
import java.util.List;

/**
 * An image less the lesion, or less all else. What a network still knows of the diagnosis without the lesion it knows from
 * something that is no evidence (Bissoto et al., CVPR Workshops 2019).
 */
public enum Erasure {
    /** The lesion filled with skin; its outline may still be seen as a smooth patch. */
    LESION("lesion filled with surrounding skin"),
    /** A rectangle around the lesion filled with skin, so that its outline and size say less. */
    BOX("rectangle around the lesion filled"),
    /** All but the lesion filled with one colour of skin. */
    BACKGROUND("background filled, lesion kept");

    public static final List<Erasure> ALL = List.of(values());

    /** Outlines are drawn tight: so much more goes, as a share of the side. */
    private static final double MARGIN = 0.04;

    private static final int SWEEPS = 80;

    private final String title;

    Erasure(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** The image with the part filled, of the same size. */
    public RgbImage apply(RgbImage image, LesionMask lesion) {
        boolean[] gone = gone(image, lesion);
        return this == BACKGROUND
                ? SkinFill.flat(image, gone, ring(image, lesion))
                : SkinFill.smooth(image, gone, SWEEPS);
    }

    private boolean[] gone(RgbImage image, LesionMask lesion) {
        int margin = (int) Math.round(MARGIN * image.width());
        boolean[] inside = PixelMasks.scaled(lesion, image.width(), image.height());
        return switch (this) {
            case LESION -> PixelMasks.grown(inside, image.width(), margin);
            case BOX -> PixelMasks.box(inside, image.width(), margin);
            case BACKGROUND -> PixelMasks.inverse(inside);
        };
    }

    /** The skin next to the lesion. */
    private static boolean[] ring(RgbImage image, LesionMask lesion) {
        int margin = (int) Math.round(MARGIN * image.width());
        boolean[] inside = PixelMasks.scaled(lesion, image.width(), image.height());
        boolean[] near = PixelMasks.grown(inside, image.width(), margin);
        boolean[] far = PixelMasks.grown(inside, image.width(), 3 * margin);
        boolean[] ring = new boolean[near.length];
        for (int i = 0; i < ring.length; i++) {
            ring[i] = far[i] && !near[i];
        }
        return PixelMasks.any(ring) ? ring : PixelMasks.inverse(inside);
    }
}
