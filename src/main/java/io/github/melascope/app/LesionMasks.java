package io.github.melascope.app;

import io.github.melascope.base.ProblemException;
import io.github.melascope.dataset.Sample;
import io.github.melascope.imaging.ImageDecoder;
import io.github.melascope.imaging.Resizer;
import io.github.melascope.lesion.LesionMask;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.nn.train.OtherSkin;
import io.github.melascope.nn.train.TrainingPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Outlines that people drew around lesions: pictures of the image's name, white where the lesion is, as the ISIC archive hands
 * them out ({@code ISIC_0024306_segmentation.png}).
 *
 * @param folder where they lie
 */
record LesionMasks(Path folder) {
    private static final List<String> ENDINGS = List.of("_segmentation.png", ".png");
    private static final int WHITE = 127;

    /**
     * The outlines that a plan asks for: none where it sets no lesion on other skin.
     *
     * @param folder that the user named
     * @throws ProblemException of kind {@code USAGE} when the plan asks for outlines and no folder is named
     */
    static Optional<LesionMasks> wanted(TrainingPlan plan, Optional<Path> folder) throws ProblemException {
        if (plan.augmentation().otherSkin() == 0) {
            return Optional.empty();
        }
        return Optional.of(new LesionMasks(
                folder.orElseThrow(() -> new ProblemException(ProblemException.Kind.USAGE, "problem.training.masks"))));
    }

    /** The outlines of images that are learnt from, of the others none: of an image held out not even the skin is shown. */
    OtherSkin.Outlines of(List<Sample> samples, Predicate<Sample> learnt, int side) {
        return i -> {
            Sample sample = samples.get(i);
            return learnt.test(sample) ? of(sample.imageId(), side) : Optional.empty();
        };
    }

    /**
     * Says before hours of work that the folder has no outline of any of these images.
     *
     * @throws ProblemException of kind {@code UNUSABLE}
     */
    void check(List<Sample> samples) throws ProblemException {
        if (samples.stream().noneMatch(sample -> has(sample.imageId()))) {
            throw new ProblemException(ProblemException.Kind.UNUSABLE, "problem.masks", folder);
        }
    }

    boolean has(String imageId) {
        return ENDINGS.stream().anyMatch(ending -> Files.exists(folder.resolve(imageId + ending)));
    }

    /**
     * The outline of an image, if there is one.
     *
     * @param side cells along each side of the result
     * @throws ProblemException of kind {@code INPUT} when the picture cannot be read
     */
    Optional<LesionMask> of(String imageId, int side) throws ProblemException {
        for (String ending : ENDINGS) {
            Path file = folder.resolve(imageId + ending);
            if (Files.exists(file)) {
                return Optional.of(mask(new ImageDecoder().decode(file), side)).filter(mask -> mask.share() > 0);
            }
        }
        return Optional.empty();
    }

    private static LesionMask mask(RgbImage picture, int side) {
        RgbImage scaled = Resizer.resize(picture, side, side);
        boolean[] inside = new boolean[side * side];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = (scaled.pixels()[i] & 0xFF) > WHITE;
        }
        return new LesionMask(side, inside);
    }
}
