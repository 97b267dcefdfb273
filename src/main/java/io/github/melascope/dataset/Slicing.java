package io.github.melascope.dataset;

import io.github.melascope.base.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Folds that are like other sources of images: what a model says of them tells how it would do on another hospital's. */
public final class Slicing {
    static final String OTHER_SITE = "other site";
    static final List<String> TONES = List.of("dark border", "middling border", "bright border");

    /** The first whose words are in the site's name decides. */
    private static final List<Map.Entry<String, String>> SITES = List.of(
            Map.entry("genital", OTHER_SITE),
            Map.entry("palms", OTHER_SITE),
            Map.entry("acral", OTHER_SITE),
            Map.entry("head", "head and neck"),
            Map.entry("face", "head and neck"),
            Map.entry("scalp", "head and neck"),
            Map.entry("ear", "head and neck"),
            Map.entry("neck", "head and neck"),
            Map.entry("back", "back"),
            Map.entry("posterior", "back"),
            Map.entry("upper extremity", "arm"),
            Map.entry("hand", "arm"),
            Map.entry("lower extremity", "leg"),
            Map.entry("foot", "leg"),
            Map.entry("trunk", "trunk"),
            Map.entry("torso", "trunk"),
            Map.entry("chest", "trunk"),
            Map.entry("abdomen", "trunk"));

    private Slicing() {}

    /**
     * @param samples what may be learnt from and held out
     * @param merged groups of lesion ids that share content
     * @param borderTones mean luma of the border, by image id; asked for {@link Grouping#TONE} only
     * @throws ProblemException of kind {@code UNUSABLE} when all images are of one slice
     * @throws IllegalArgumentException for {@link Grouping#LESION}, whose folds are drawn
     */
    public static Folds of(
            Grouping grouping, List<Sample> samples, List<Set<String>> merged, Map<String, Double> borderTones)
            throws ProblemException {
        return switch (grouping) {
            case SITE -> Folds.bySlice(samples, merged, sample -> site(sample.site()));
            case DX_TYPE -> Folds.bySlice(samples, merged, Sample::dxType);
            case TONE ->
                Folds.byRank(samples, merged, sample -> borderTones.getOrDefault(sample.imageId(), Double.NaN), TONES);
            case LESION -> throw new IllegalArgumentException("folds by lesion are drawn");
        };
    }

    /** A few parts of the body of reasonable size, in the words of HAM10000 or of the ISIC archive. */
    static String site(String localization) {
        String words = " " + localization.replaceAll("[^a-z]+", " ") + " ";
        return SITES.stream()
                .filter(entry -> words.contains(" " + entry.getKey() + " "))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(OTHER_SITE);
    }
}
