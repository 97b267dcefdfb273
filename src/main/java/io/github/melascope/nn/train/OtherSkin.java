package io.github.melascope.nn.train;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.imaging.PixelMasks;
import io.github.melascope.imaging.SkinFill;
import io.github.melascope.lesion.LesionMask;
import io.github.melascope.lesion.RgbImage;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;

/**
 * Sets a lesion on the skin of another image. Skin tells age, sun and camera, and these tell the diagnosis without being
 * evidence of it (Bissoto et al., CVPR Workshops 2019, measured how much); a network that sees every lesion on any skin has
 * to look at the lesion. The same idea for objects: Xiao et al., ICLR 2021 ("mixed-rand").
 */
public final class OtherSkin implements AutoCloseable {
    /** Outlines are drawn tight: a rim of so much of the side stays with the lesion, and half as much is blended. */
    private static final double RIM = 0.03;

    private static final int SWEEPS = 80;

    private final PixelCache lesions;
    private final PixelCache skins;
    private final int[] outlined;

    private OtherSkin(PixelCache lesions, PixelCache skins, int[] outlined) {
        this.lesions = lesions;
        this.skins = skins;
        this.outlined = outlined;
    }

    /** Where the outlines come from, asked on many threads; empty where an image has none. */
    public interface Outlines {
        Optional<LesionMask> of(int index) throws ProblemException;
    }

    /**
     * Prepares the images of the training part: how much of each pixel is lesion, and each image without it.
     *
     * @param count the first so many images of the cache
     * @param folder for scratch files
     * @throws ProblemException when an outline cannot be read or the folder cannot be written
     */
    public static OtherSkin of(
            PixelCache images,
            int count,
            Outlines outlines,
            Path folder,
            ExecutorService workers,
            Progress progress,
            CancelToken cancel)
            throws ProblemException {
        int size = images.size();
        PixelCache lesions = PixelCache.build(
                i -> share(outlines.of(i), size),
                count,
                "stage.outlines",
                folder.resolve("lesions.cache"),
                size,
                workers,
                progress,
                cancel);
        try {
            byte[] frame = new byte[3 * size * size];
            int[] outlined = IntStream.range(0, count)
                    .filter(i -> hasLesion(lesions, i, frame))
                    .toArray();
            PixelCache skins = PixelCache.build(
                    i -> skin(images.image(i), lesions.image(i)),
                    count,
                    "stage.skin",
                    folder.resolve("skins.cache"),
                    size,
                    workers,
                    progress,
                    cancel);
            return new OtherSkin(lesions, skins, outlined);
        } catch (ProblemException | RuntimeException e) {
            lesions.close();
            throw e;
        }
    }

    /** Of each pixel how much is lesion, 0 … 255 in every channel, soft at the rim. */
    private static RgbImage share(Optional<LesionMask> outline, int size) {
        int[] pixels = new int[size * size];
        if (outline.isEmpty()) {
            return new RgbImage(size, size, pixels);
        }
        int rim = (int) Math.ceil(RIM * size);
        boolean[] inside = PixelMasks.grown(PixelMasks.scaled(outline.get(), size, size), size, rim);
        float[] soft = new float[3 * size * size];
        for (int i = 0; i < soft.length; i++) {
            soft[i] = inside[i / 3] ? 255 : 0;
        }
        for (int passes = 0; passes < 3; passes++) {
            ArtefactPainter.blur(soft, size, rim / 6f);
        }
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = 0x010101 * Math.clamp(Math.round(soft[3 * i]), 0, 255);
        }
        return new RgbImage(size, size, pixels);
    }

    private static boolean hasLesion(PixelCache lesions, int index, byte[] frame) {
        lesions.read(index, frame);
        for (byte share : frame) {
            if (share != 0) {
                return true;
            }
        }
        return false;
    }

    private static RgbImage skin(RgbImage image, RgbImage lesion) {
        boolean[] gone = new boolean[lesion.pixels().length];
        for (int i = 0; i < gone.length; i++) {
            gone[i] = (lesion.pixels()[i] & 255) > 0;
        }
        return PixelMasks.any(gone) ? SkinFill.smooth(image, gone, SWEEPS) : image;
    }

    /** Whether there is no image whose lesion is known. */
    public boolean isEmpty() {
        return outlined.length == 0;
    }

    /**
     * Replaces the skin around the lesion by that of an image drawn by chance, mirrored by chance, and its colour moved
     * towards the old one's by a share drawn by chance. An image whose lesion is not known stays as it is.
     *
     * @param image [size × size × 3] bytes, changed in place
     */
    void replace(byte[] image, int index, SplittableRandom random) {
        byte[] lesion = new byte[image.length];
        if (!hasLesion(lesions, index, lesion)) {
            return;
        }
        byte[] skin = new byte[image.length];
        skins.read(outlined[random.nextInt(outlined.length)], skin);
        boolean turned = random.nextBoolean();
        double kept = random.nextDouble();
        float[] shift = shift(image, lesion, skin, kept);
        int last = image.length / 3 - 1;
        for (int i = 0; i < image.length; i++) {
            int from = turned ? 3 * (last - i / 3) + i % 3 : i;
            float share = (lesion[i] & 255) / 255f;
            float other = Math.clamp((skin[from] & 255) + shift[i % 3], 0, 255);
            image[i] = (byte) Math.round(share * (image[i] & 255) + (1 - share) * other);
        }
    }

    /** Per channel: that share of the way from the other skin's mean to the own one's. */
    private static float[] shift(byte[] image, byte[] lesion, byte[] skin, double share) {
        double[] own = new double[3];
        double[] other = new double[3];
        double[] weight = new double[3];
        for (int i = 0; i < image.length; i++) {
            double rest = 255 - (lesion[i] & 255);
            own[i % 3] += rest * (image[i] & 255);
            weight[i % 3] += rest;
            other[i % 3] += skin[i] & 255;
        }
        float[] shift = new float[3];
        for (int c = 0; c < 3; c++) {
            double mean = weight[c] == 0 ? 0 : own[c] / weight[c] - other[c] / (image.length / 3.0);
            shift[c] = (float) (share * mean);
        }
        return shift;
    }

    @Override
    public void close() {
        lesions.close();
        skins.close();
    }
}
