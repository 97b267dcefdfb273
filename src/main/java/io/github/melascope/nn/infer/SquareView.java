package io.github.melascope.nn.infer;

import io.github.melascope.lesion.RgbImage;

/** One of the eight ways to lay down a square: turned by quarters, and mirrored. Pixels change their places, never their values. */
final class SquareView {
    static final int COUNT = 8;

    private final int side;
    /** Where each place of the view comes from. */
    private final int[] sources;

    private SquareView(int view, int side) {
        this.side = side;
        this.sources = new int[side * side];
        for (int i = 0; i < sources.length; i++) {
            sources[i] = source(view, i % side, i / side);
        }
    }

    /** The eight views of squares of a side; the first is upright. */
    static SquareView[] all(int side) {
        SquareView[] views = new SquareView[COUNT];
        for (int view = 0; view < COUNT; view++) {
            views[view] = new SquareView(view, side);
        }
        return views;
    }

    /** The bits of a view: mirrored left to right, upside down, columns taken for rows. */
    private int source(int view, int x, int y) {
        int column = (view & 1) == 0 ? x : side - 1 - x;
        int row = (view & 2) == 0 ? y : side - 1 - y;
        return (view & 4) == 0 ? row * side + column : column * side + row;
    }

    /** @throws IllegalArgumentException when the image has another size */
    RgbImage of(RgbImage image) {
        if (image.width() != side || image.height() != side) {
            throw new IllegalArgumentException("an image of " + image.width() + " × " + image.height()
                    + " was given to a network for " + side + " × " + side);
        }
        int[] pixels = new int[sources.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = image.pixels()[sources[i]];
        }
        return new RgbImage(side, side, pixels);
    }

    /**
     * Maps of a view as they lie on the upright image.
     *
     * @param maps [channels · side · side]
     */
    float[] back(float[] maps) {
        float[] upright = new float[maps.length];
        for (int start = 0; start < maps.length; start += sources.length) {
            for (int i = 0; i < sources.length; i++) {
                upright[start + sources[i]] = maps[start + i];
            }
        }
        return upright;
    }
}
