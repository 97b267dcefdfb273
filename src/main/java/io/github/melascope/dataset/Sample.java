package io.github.melascope.dataset;

import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.PatientFacts;
import io.github.melascope.lesion.Task;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One labelled image of a dataset.
 *
 * @param imageId unique within the dataset: the file's name without its ending, or its path where names repeat
 * @param file the image, which exists
 * @param lesionId what must never be on two sides of a split; the image's id where the dataset names no lesion
 * @param diagnosis null where only "melanoma or not" is known
 * @param melanoma whether it is one
 * @param dxType how the diagnosis was made ({@code "histo"}, …), or {@code "unknown"}
 * @param age of the patient in years
 * @param sex {@code "female"}, {@code "male"} or {@code "unknown"}
 * @param site on the body, in the dataset's words, lower case, or {@code "unknown"}
 */
public record Sample(
        String imageId,
        Path file,
        String lesionId,
        @Nullable Diagnosis diagnosis,
        boolean melanoma,
        String dxType,
        OptionalDouble age,
        String sex,
        String site) {
    public static final String UNKNOWN = "unknown";

    /** What a reader may know beside the image; an age that nobody can have is none. */
    public PatientFacts patient() {
        boolean plausible = age.isPresent() && age.getAsDouble() >= 0 && age.getAsDouble() <= PatientFacts.GREATEST_AGE;
        return new PatientFacts(plausible ? age : OptionalDouble.empty(), sex, site);
    }

    /** The label in tables and files: the diagnosis code; {@code "malignant"} or {@code "benign"} where that is all. */
    public String className() {
        if (diagnosis != null) {
            return diagnosis.code();
        }
        return melanoma ? "malignant" : "benign";
    }

    /**
     * The class index that a model of this task is to learn: 0 or 1, or the position of the diagnosis.
     *
     * @throws IllegalStateException for {@link Task#DIAGNOSIS} when only "melanoma or not" is known
     */
    public int label(Task task) {
        if (task == Task.MELANOMA) {
            return melanoma ? 1 : 0;
        }
        if (diagnosis == null) {
            throw new IllegalStateException(imageId + " has no diagnosis");
        }
        return Diagnosis.ALL.indexOf(diagnosis);
    }
}
