package io.github.melascope.nn.train;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Draws one augmented view of an image. What it draws depends only on seed, epoch and image, never on thread or order, so
 * that a resumed training sees the same views.
 */
public final class Augmenter {
    private final Augmentation plan;
    private final long seed;
    private final Optional<OtherSkin> skin;

    public Augmenter(Augmentation plan, long seed) {
        this(plan, seed, Optional.empty());
    }

    /** @param skin for {@link Augmentation#otherSkin()}; nothing is set on other skin without */
    Augmenter(Augmentation plan, long seed, Optional<OtherSkin> skin) {
        this.plan = plan;
        this.seed = seed;
        this.skin = skin;
    }

    /**
     * Sets the lesion on other skin as often as the plan wants, before a view is drawn of it.
     *
     * @param source [size × size × 3] bytes, changed in place
     * @param index of the image in the training part
     * @param view and
     * @param place as of {@link #draw}
     */
    void changeSkin(byte[] source, int index, int view, int place) {
        if (skin.isPresent()) {
            SplittableRandom random = new SplittableRandom(Draws.mix(seed + 1, view, place));
            if (random.nextDouble() < plan.otherSkin()) {
                skin.get().replace(source, index, random);
            }
        }
    }

    /**
     * An augmented view.
     *
     * @param source [size × size × 3] bytes, red first
     * @param view which view of the image, for example the epoch
     * @param image which image
     * @param target [size × size × 3] values 0 … 255 in the same layout
     */
    public void draw(byte[] source, int size, int view, int image, float[] target) {
        SplittableRandom random = new SplittableRandom(Draws.mix(seed, view, image));
        sample(source, size, transform(size, random), target);
        sharpen(target, size, (float) spread(random, plan.sharpness()));
        recolour(target, random);
        if (!plan.artefacts().equals(Artefacts.NONE)) {
            new ArtefactPainter(plan.artefacts())
                    .paint(target, size, new SplittableRandom(Draws.mix(~seed, view, image)));
        }
        cutOut(target, size, random);
    }

    /** Target pixel → source position: {a, b, tx, c, d, ty}. */
    private float[] transform(int size, SplittableRandom random) {
        double angle = Math.toRadians(spread(random, plan.rotation()));
        double zoom = Math.pow(1 + plan.zoom(), spread(random, 1));
        double stretch = Math.pow(1 + plan.stretch(), spread(random, 1) / 2);
        double mirrorX = plan.flip() && random.nextBoolean() ? -1 : 1;
        double mirrorY = plan.flip() && random.nextBoolean() ? -1 : 1;
        double a = Math.cos(angle) * mirrorX / (zoom * stretch);
        double b = -Math.sin(angle) * mirrorY / zoom * stretch;
        double c = Math.sin(angle) * mirrorX / (zoom * stretch);
        double d = Math.cos(angle) * mirrorY / zoom * stretch;
        double centre = (size - 1) / 2.0;
        double tx = centre - (a + b) * centre + spread(random, plan.shift()) * size;
        double ty = centre - (c + d) * centre + spread(random, plan.shift()) * size;
        return new float[] {(float) a, (float) b, (float) tx, (float) c, (float) d, (float) ty};
    }

    private static double spread(SplittableRandom random, double amount) {
        return amount == 0 ? 0 : random.nextDouble(-amount, amount);
    }

    /** Bilinear; outside the frame the image is mirrored, so that no black corner tells a turned image. */
    private static void sample(byte[] source, int size, float[] m, float[] target) {
        int at = 0;
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                float sx = mirrored(m[0] * x + m[1] * y + m[2], size);
                float sy = mirrored(m[3] * x + m[4] * y + m[5], size);
                int x0 = Math.min((int) sx, size - 2);
                int y0 = Math.min((int) sy, size - 2);
                float fx = sx - x0;
                float fy = sy - y0;
                int corner = 3 * (y0 * size + x0);
                int below = corner + 3 * size;
                for (int c = 0; c < 3; c++) {
                    float top = (source[corner + c] & 255) * (1 - fx) + (source[corner + 3 + c] & 255) * fx;
                    float bottom = (source[below + c] & 255) * (1 - fx) + (source[below + 3 + c] & 255) * fx;
                    target[at++] = top * (1 - fy) + bottom * fy;
                }
            }
        }
    }

    /** A position folded back into 0 … size − 1. */
    private static float mirrored(float position, int size) {
        float last = size - 1;
        float p = Math.abs(position);
        if (p > last) {
            p %= 2 * last;
            p = p > last ? 2 * last - p : p;
        }
        return p;
    }

    /** Moves each pixel away from (above 0) or to (below 0) the mean of its 3 × 3 neighbourhood. */
    private static void sharpen(float[] image, int size, float amount) {
        if (Math.abs(amount) < 0.05f) {
            return;
        }
        int stride = 3 * size;
        float[] source = image.clone();
        for (int y = 1; y < size - 1; y++) {
            for (int i = y * stride + 3; i < (y + 1) * stride - 3; i++) {
                float mean = (source[i - stride - 3]
                                + source[i - stride]
                                + source[i - stride + 3]
                                + source[i - 3]
                                + source[i]
                                + source[i + 3]
                                + source[i + stride - 3]
                                + source[i + stride]
                                + source[i + stride + 3])
                        / 9;
                image[i] = source[i] + amount * (source[i] - mean);
            }
        }
    }

    /** Paints a square mid grey, anywhere in the frame, in half of the images. */
    private void cutOut(float[] image, int size, SplittableRandom random) {
        if (plan.hole() == 0 || random.nextBoolean()) {
            return;
        }
        int side = (int) Math.round(size * random.nextDouble(plan.hole()));
        int left = random.nextInt(size - side + 1);
        int top = random.nextInt(size - side + 1);
        for (int y = top; y < top + side; y++) {
            int row = 3 * (y * size + left);
            Arrays.fill(image, row, row + 3 * side, 127.5f);
        }
    }

    private void recolour(float[] image, SplittableRandom random) {
        float contrast = (float) (1 + spread(random, plan.contrast()));
        float saturation = (float) (1 + spread(random, plan.saturation()));
        float added = (float) (255 * spread(random, plan.brightness()) / 2);
        float[] tint = new float[3];
        for (int c = 0; c < 3; c++) {
            tint[c] = (float) (1 + spread(random, plan.tint()));
        }
        for (int i = 0; i < image.length; i += 3) {
            float grey = 0.299f * image[i] + 0.587f * image[i + 1] + 0.114f * image[i + 2];
            for (int c = 0; c < 3; c++) {
                float v = (grey + saturation * (image[i + c] - grey)) * tint[c];
                image[i + c] = Math.clamp((v - 127.5f) * contrast + 127.5f + added, 0f, 255f);
            }
        }
    }
}
