package io.github.melascope.dataset;

import io.github.melascope.lesion.Diagnosis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which column of a table holds what, found by the names that well-known datasets use; −1 where there is none.
 *
 * @param words columns with a diagnosis in words, best first
 * @param answers columns with a yes or no to "melanoma?"
 * @param oneHot column → label of a one-hot table, or empty
 * @param unknownClass the column of the class "none of these" in a one-hot table
 * @param lesion what images are grouped by
 * @param patient whether {@code lesion} really is a patient, who may well have several diagnoses
 */
record Columns(
        int image,
        List<Integer> words,
        List<Integer> answers,
        Map<Integer, Label> oneHot,
        int unknownClass,
        int lesion,
        boolean patient,
        int dxType,
        int age,
        int sex,
        int site) {
    private static final String IMAGE =
            "image_id image image_name isic_id img_id img filename file_name file path file_path filepath image_path"
                    + " image_file image_filename id";
    private static final String WORDS = "dx diagnosis label class class_name category lesion_type";
    private static final String ANSWERS = "benign_malignant melanoma is_melanoma malignant target";
    private static final String LESION = "lesion_id lesion lesionid";
    private static final String PATIENT = "patient_id patient patientid";
    private static final String DX_TYPE = "dx_type diagnosis_confirm_type diagnosis_method confirmation";
    private static final String AGE = "age age_approx age_approximate patient_age";
    private static final String SEX = "sex gender";
    private static final String SITE = "localization localisation anatom_site anatom_site_general"
            + " anatom_site_general_challenge site location body_site anatomical_site anatomic_site";
    private static final Map<String, Diagnosis> CLASSES = Map.of(
            "akiec",
            Diagnosis.AKIEC,
            "ak",
            Diagnosis.AKIEC,
            "scc",
            Diagnosis.AKIEC,
            "bcc",
            Diagnosis.BCC,
            "bkl",
            Diagnosis.BKL,
            "df",
            Diagnosis.DF,
            "mel",
            Diagnosis.MEL,
            "nv",
            Diagnosis.NV,
            "vasc",
            Diagnosis.VASC);

    static Columns of(List<String> header) {
        List<String> names = header.stream().map(Columns::normalised).toList();
        Map<Integer, Label> oneHot = oneHot(names);
        int lesion = first(names, LESION);
        int patient = first(names, PATIENT);
        return new Columns(
                first(names, IMAGE),
                all(names, WORDS),
                all(names, ANSWERS),
                oneHot,
                oneHot.isEmpty() ? -1 : names.indexOf("unk"),
                lesion >= 0 ? lesion : patient,
                lesion < 0 && patient >= 0,
                first(names, DX_TYPE),
                first(names, AGE),
                first(names, SEX),
                first(names, SITE));
    }

    boolean hasLabel() {
        return !oneHot.isEmpty() || !words.isEmpty() || !answers.isEmpty();
    }

    boolean hasDetails() {
        return Math.max(Math.max(lesion, dxType), Math.max(Math.max(age, sex), site)) >= 0;
    }

    /** What a table with these columns is, if it labels images. */
    Optional<Layout> layout() {
        if (image < 0 || !hasLabel()) {
            return Optional.empty();
        }
        if (!oneHot.isEmpty()) {
            return Optional.of(
                    unknownClass >= 0 || oneHot.size() > Diagnosis.ALL.size() ? Layout.ISIC_2019 : Layout.ISIC_2018);
        }
        boolean ham = lesion >= 0 && !patient && dxType >= 0 && !words.isEmpty();
        return Optional.of(ham ? Layout.HAM10000 : Layout.PLAIN_CSV);
    }

    private static Map<Integer, Label> oneHot(List<String> names) {
        Map<Integer, Label> found = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
            Diagnosis diagnosis = CLASSES.get(names.get(i));
            if (diagnosis != null) {
                found.put(i, Label.of(diagnosis));
            }
        }
        return found.size() >= 2 ? found : Map.of();
    }

    private static int first(List<String> names, String synonyms) {
        List<Integer> found = all(names, synonyms);
        return found.isEmpty() ? -1 : found.get(0);
    }

    private static List<Integer> all(List<String> names, String synonyms) {
        List<Integer> found = new ArrayList<>();
        for (String synonym : Arrays.asList(synonyms.split(" ", -1))) {
            if (names.contains(synonym)) {
                found.add(names.indexOf(synonym));
            }
        }
        return found;
    }

    private static String normalised(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s.-]+", "_");
    }
}
