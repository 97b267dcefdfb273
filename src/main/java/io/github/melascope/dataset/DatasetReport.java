package io.github.melascope.dataset;

import io.github.melascope.base.Term;
import java.util.List;
import java.util.Set;

/**
 * What the doctor found in a dataset: plain values only, so that it can be written as JSON as it is.
 *
 * @param name of the dataset
 * @param root its folder
 * @param layout code of the {@link Layout}
 * @param images that can be used
 * @param lesions they show
 * @param missing listed images that are not there
 * @param unreadable images that no pixel could be got of
 * @param identical groups of images with the very same pixels
 * @param lookAlikes pairs of images of different lesions that show the same picture, perhaps resized, re-encoded, slightly
 *     cropped, brightened, turned or mirrored; as many pairs as it takes to link each group
 * @param conflicts images, lesions and copies with more than one diagnosis
 * @param merges groups of lesion ids that share content and must stay in one part: for {@link Splitter#split}
 * @param others further findings, such as repeated rows
 * @param tables of the usable images
 * @param split what a split would be
 */
public record DatasetReport(
        String name,
        String root,
        String layout,
        int images,
        int lesions,
        List<String> missing,
        List<Unreadable> unreadable,
        List<Identical> identical,
        List<LookAlike> lookAlikes,
        List<Conflict> conflicts,
        List<Set<String>> merges,
        List<Finding> others,
        DatasetTables tables,
        SplitPreview split) {
    public DatasetReport {
        missing = List.copyOf(missing);
        unreadable = List.copyOf(unreadable);
        identical = List.copyOf(identical);
        lookAlikes = List.copyOf(lookAlikes);
        conflicts = List.copyOf(conflicts);
        merges = List.copyOf(merges);
        others = List.copyOf(others);
    }

    /** An image that cannot be used, and why. */
    public record Unreadable(String image, String file, Term reason) {}

    /** Images with the same pixels; one lesion or several. */
    public record Identical(List<String> images, List<String> lesions) {}

    /**
     * Two images of different lesions that show the same picture.
     *
     * @param similarity correlation of the fine structure, at most 1 (the same)
     * @param turned whether one is the other turned or mirrored
     */
    public record LookAlike(
            String image, String lesion, String otherImage, String otherLesion, double similarity, boolean turned) {}

    /**
     * Several diagnoses for one thing.
     *
     * @param about what: an image, a lesion, or copies
     * @param detail which diagnoses
     * @param images ids of those that still count; none where they are left out already
     */
    public record Conflict(String about, Term detail, List<String> images) {
        public Conflict {
            images = List.copyOf(images);
        }
    }

    /** Ids of the images to leave out of training: for {@link Dataset#without}. */
    public Set<String> unreadableImages() {
        return Set.copyOf(unreadable.stream().map(Unreadable::image).toList());
    }

    /** Image ids by equal content: for {@link Split#checkContent}. */
    public List<List<String>> identicalImages() {
        return identical.stream().map(Identical::images).toList();
    }
}
