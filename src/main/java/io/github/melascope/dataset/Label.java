package io.github.melascope.dataset;

import io.github.melascope.lesion.Diagnosis;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a label of a dataset means here. Words are compared without case, and with every run of other characters than
 * letters and digits as one blank: {@code "Basal_cell-carcinoma"} is {@code "basal cell carcinoma"}.
 *
 * <p>Decisions: actinic keratosis (AK), Bowen's disease and squamous cell carcinoma (SCC) are {@code akiec}; seborrheic
 * keratosis, solar lentigo and lichen-planus-like keratosis are {@code bkl}; of a "malignant" image all that is known is
 * that it counts as melanoma, as in the usual two-folder collections of melanoma against benign lesions.
 */
record Label(@Nullable Diagnosis diagnosis, boolean melanoma) {
    private static final Map<Diagnosis, String> SYNONYMS = Map.of(
            Diagnosis.AKIEC,
            "ak, actinic keratosis, actinic keratoses, solar keratosis, bowen s disease, bowens disease, bowen disease, "
                    + "intraepithelial carcinoma, actinic keratoses and intraepithelial carcinoma, "
                    + "actinic keratosis intraepithelial carcinoma, actinic keratoses intraepithelial carcinoma, "
                    + "scc, squamous cell carcinoma",
            Diagnosis.BCC,
            "basal cell carcinoma, basal cell carcinomas",
            Diagnosis.BKL,
            "benign keratosis, benign keratoses, benign keratosis like lesion, benign keratosis like lesions, "
                    + "pigmented benign keratosis, seborrheic keratosis, seborrhoeic keratosis, seborrheic keratoses, "
                    + "solar lentigo, lichen planus like keratosis, lichenoid keratosis, sk, lplk",
            Diagnosis.DF,
            "dermatofibroma, dermatofibromas",
            Diagnosis.MEL,
            "melanoma, melanomas, malignant melanoma",
            Diagnosis.NV,
            "nevus, nevi, naevus, naevi, melanocytic nevus, melanocytic nevi, melanocytic naevus, melanocytic naevi, mole",
            Diagnosis.VASC,
            "vascular, vascular lesion, vascular lesions, angioma, hemangioma, haemangioma, angiokeratoma, "
                    + "pyogenic granuloma");
    private static final String BENIGN =
            "benign, not melanoma, non melanoma, nonmelanoma, no melanoma, not mel, non mel, notmelanoma";
    private static final Map<String, Label> KNOWN = known();

    static Label of(Diagnosis diagnosis) {
        return new Label(diagnosis, diagnosis == Diagnosis.MEL);
    }

    static Optional<Label> ofWord(String word) {
        return Optional.ofNullable(KNOWN.get(normalised(word)));
    }

    /** For columns that ask a yes-or-no question, such as {@code target} or {@code benign_malignant}. */
    static Optional<Label> ofAnswer(String word) {
        return switch (normalised(word)) {
            case "1", "1 0", "true", "yes" -> Optional.of(new Label(null, true));
            case "0", "0 0", "false", "no" -> Optional.of(new Label(null, false));
            default -> ofWord(word);
        };
    }

    /** Whether the word says that the label is not known. */
    static boolean isUnknown(String word) {
        return switch (normalised(word)) {
            case "", "unk", "unknown", "nan", "na", "n a", "none", "null" -> true;
            default -> false;
        };
    }

    /** For refusals. */
    static String knownWords() {
        return "akiec, bcc, bkl, df, mel, nv, vasc, their full names, benign, malignant, melanoma, not melanoma";
    }

    private static Map<String, Label> known() {
        Map<String, Label> known = new HashMap<>();
        for (Diagnosis diagnosis : Diagnosis.ALL) {
            known.put(diagnosis.code(), of(diagnosis));
            known.put(normalised(diagnosis.fullName()), of(diagnosis));
            for (String synonym : SYNONYMS.getOrDefault(diagnosis, "").split(", ", -1)) {
                known.put(synonym, of(diagnosis));
            }
        }
        for (String benign : BENIGN.split(", ", -1)) {
            known.put(benign, new Label(null, false));
        }
        known.put("malignant", new Label(null, true));
        return Map.copyOf(known);
    }

    private static String normalised(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
