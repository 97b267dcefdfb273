package io.github.melascope.model;

import java.util.List;
import java.util.stream.Stream;

/** The files of a bundle. Nothing else may lie in its folder. */
public final class BundleFiles {
    public static final String MODEL = "model.json";
    public static final String WEIGHTS = "weights.safetensors";
    public static final String REFERENCE = "reference.safetensors";
    public static final String METRICS = "metrics.json";
    public static final String SPLIT = "split.csv";
    /** What the model said of validation and test part; models made before this file was thought of lack it. */
    public static final String PREDICTIONS = "predictions.csv";

    /** What an audit of the model found, once somebody has made one. */
    public static final String AUDIT = "audit.json";
    /** What the features of real dermoscopic images look like; models made before this file was thought of lack it. */
    public static final String FAMILIARITY = "familiarity.safetensors";

    /** How what is known of a patient moves the melanoma probability, for models that somebody gave it. */
    public static final String PATIENT = "patient.json";

    public static final String CARD = "MODEL_CARD.md";
    public static final String LICENSE = "LICENSE";
    /** Grows after the model is made, so it is the one file without a hash; it may be absent. */
    public static final String OPENINGS = "openings.jsonl";

    /** Files that must be there; {@code model.json} holds their hashes. */
    public static final List<String> REQUIRED = List.of(LICENSE, CARD, METRICS, REFERENCE, SPLIT, WEIGHTS);

    /** Files that may be there; then {@code model.json} holds their hashes, too. */
    public static final List<String> OPTIONAL = List.of(PREDICTIONS, AUDIT, FAMILIARITY, PATIENT);

    /** All there can be. */
    public static final List<String> ALL = Stream.of(REQUIRED, OPTIONAL, List.of(MODEL, OPENINGS))
            .flatMap(List::stream)
            .toList();

    private BundleFiles() {}

    static boolean isKnown(String name) {
        return ALL.contains(name);
    }

    /** Whether {@code model.json} must hold the file's hash, if it is there. */
    static boolean isHashed(String name) {
        return OPTIONAL.contains(name) || REQUIRED.contains(name);
    }
}
