package io.github.melascope.model;

import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.Task;
import io.github.melascope.metrics.BetaCalibration;
import io.github.melascope.metrics.LogitCalibration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@code model.json} says of a model.
 *
 * @param id as {@link ModelId} allows
 * @param title for people
 * @param created date, {@code 2026-11-23}
 * @param architecture {@code "mobilenet_v2"}
 * @param convention {@code "torch"} or {@code "tensorflow"}
 * @param task what it answers
 * @param hidden width of the head's first layer
 * @param dropout of the head while training, 0 … 1
 * @param inputSize side of the square input in pixels
 * @param normalisation of pixels
 * @param classes what the logits stand for, in order: those of the task
 * @param calibration from logits to probabilities
 * @param views how often each image is looked at: 1, or {@value #ALL_VIEWS} for all turned and mirrored versions
 * @param thresholds to decide by
 * @param provenance how it came to be
 * @param licence name of the terms that the LICENSE file spells out
 * @param notes limits that readers of the model card should know, each a sentence
 * @param remarks what its maker wrote of it, for the model card's own section
 * @param files SHA-256 of each other file of the bundle but the ledger, by name
 */
public record ModelSpec(
        String id,
        String title,
        String created,
        String architecture,
        String convention,
        Task task,
        int hidden,
        double dropout,
        int inputSize,
        Normalisation normalisation,
        List<Diagnosis> classes,
        LogitCalibration calibration,
        int views,
        ModelThresholds thresholds,
        Provenance provenance,
        String licence,
        List<String> notes,
        List<String> remarks,
        Map<String, String> files) {
    /** The newest format this program reads; a bundle of a newer one is refused. */
    public static final int NEWEST_FORMAT = 3;

    /** Every turned and mirrored version of a square. */
    public static final int ALL_VIEWS = 8;

    private static final int PLAIN_FORMAT = 1;
    private static final int SECOND_FORMAT = 2;

    public ModelSpec {
        classes = List.copyOf(classes);
        notes = List.copyOf(notes);
        remarks = List.copyOf(remarks);
        files = Collections.unmodifiableMap(new TreeMap<>(files));
        require(ModelId.isValid(id), "the id \"" + id + "\" is not allowed");
        require(classes.equals(task.classes()), "the classes are not those of the task " + task.code());
        require(views == 1 || views == ALL_VIEWS, views + " views are neither 1 nor " + ALL_VIEWS);
        require(dropout >= 0 && dropout < 1, "the dropout is not in 0 … 1");
        require(hidden > 0, "the head has no width");
        require(inputSize > 0 && inputSize % 32 == 0 && inputSize <= 1024, "the input size is not a multiple of 32");
    }

    private static void require(boolean good, String why) {
        if (!good) {
            throw new IllegalArgumentException(why);
        }
    }

    /** The same but for what is ever changed of it. */
    private ModelSpec copy(
            String newId,
            String newTitle,
            int newViews,
            Provenance newProvenance,
            List<String> newRemarks,
            Map<String, String> newFiles) {
        return new ModelSpec(
                newId,
                newTitle,
                created,
                architecture,
                convention,
                task,
                hidden,
                dropout,
                inputSize,
                normalisation,
                classes,
                calibration,
                newViews,
                thresholds,
                newProvenance,
                licence,
                notes,
                newRemarks,
                newFiles);
    }

    /** The same under another name, with one remark more unless that is empty, and the command that makes it under this name. */
    ModelSpec named(String newId, String newTitle, String remark, String command) {
        List<String> all = new java.util.ArrayList<>(remarks);
        if (!remark.isEmpty()) {
            all.add(remark);
        }
        return copy(newId, newTitle, views, provenance.withCommand(command), all, Map.of());
    }

    /** The same with other file hashes. */
    public ModelSpec withFiles(Map<String, String> hashes) {
        return copy(id, title, views, provenance, remarks, hashes);
    }

    /** The same under another name. */
    public ModelSpec named(String newId, String newTitle) {
        return copy(newId, newTitle, views, provenance, remarks, files);
    }

    /**
     * The format of its {@code model.json}: the first that a program must know to answer as this one does. The second brought
     * calibration and views, the third the colour of the light.
     */
    public int formatVersion() {
        if (normalisation.colorConstancy() != 0) {
            return NEWEST_FORMAT;
        }
        boolean plain = views == 1 && calibration.melanoma().kind() == BetaCalibration.Kind.NONE;
        return plain ? PLAIN_FORMAT : SECOND_FORMAT;
    }

    /** The same with another number of views. */
    public ModelSpec withViews(int number) {
        return copy(id, title, number, provenance, remarks, files);
    }

    /** SHA-256 of the weights, or an empty text before the bundle is saved. */
    public String weightsSha256() {
        return files.getOrDefault(BundleFiles.WEIGHTS, "");
    }
}
