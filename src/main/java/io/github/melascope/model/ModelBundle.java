package io.github.melascope.model;

import io.github.melascope.base.AtomicFiles;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Sha256;
import io.github.melascope.base.StrictJson;
import io.github.melascope.base.Term;
import io.github.melascope.metrics.AuditJson;
import io.github.melascope.metrics.AuditResult;
import io.github.melascope.metrics.Case;
import io.github.melascope.metrics.CaseTable;
import io.github.melascope.metrics.ExamJson;
import io.github.melascope.metrics.ExamResult;
import io.github.melascope.metrics.FittedFusion;
import io.github.melascope.metrics.FusionJson;
import io.github.melascope.tensor.Safetensors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A model that has passed every check: known files only, each with the hash that {@code model.json} holds, every tensor
 * there, in shape and finite.
 *
 * @param folder where it lies
 * @param spec what {@code model.json} says
 * @param weights by name
 * @param reference confirmed training cases
 * @param metrics of its exam
 */
public record ModelBundle(
        Path folder, ModelSpec spec, Safetensors weights, ReferenceSet reference, ExamResult metrics) {

    /**
     * Names and shapes of the tensors that a model's weights must hold; nn.arch knows them, this package does not.
     * Throws {@link IllegalArgumentException} for an architecture or convention it does not know.
     */
    public interface Shapes extends Function<ModelSpec, Map<String, long[]>> {}

    /**
     * Loads and checks a bundle.
     *
     * @throws ProblemException of kind {@code UNUSABLE}, naming file and tensor, when anything is missing, foreign,
     *     changed, out of shape, not finite, or of a newer format
     */
    public static ModelBundle load(Path folder, Shapes shapes) throws ProblemException {
        ModelSpec spec = BundleCheck.named(folder);
        return loadChecked(folder, spec, shapes);
    }

    static ModelBundle loadChecked(Path folder, ModelSpec spec, Shapes shapes) throws ProblemException {
        Path weightsFile = folder.resolve(BundleFiles.WEIGHTS);
        Safetensors weights = Safetensors.read(weightsFile);
        BundleCheck.tensors(weightsFile.toString(), weights.tensors(), expected(folder, spec, shapes));
        Path referenceFile = folder.resolve(BundleFiles.REFERENCE);
        Safetensors embeddings = Safetensors.read(referenceFile);
        ReferenceSet reference = ReferenceSet.of(embeddings, referenceFile.toString());
        BundleCheck.finite(referenceFile.toString(), embeddings.tensors());
        ModelBundle bundle = new ModelBundle(folder, spec, weights, reference, exam(folder));
        bundle.familiarity();
        bundle.patient();
        return bundle;
    }

    /**
     * Reads the exam's result alone, which is quick.
     *
     * @throws ProblemException of kind {@code UNUSABLE} when the file is no such result
     */
    public static ExamResult exam(Path folder) throws ProblemException {
        String file = folder.resolve(BundleFiles.METRICS).toString();
        StrictJson json = new StrictJson(file, Term.of("thing.exam-result"), Refusal.NEXT);
        byte[] text = BundleCheck.read(folder.resolve(BundleFiles.METRICS));
        try {
            return ExamJson.read(json.parse(text), file);
        } catch (IllegalArgumentException e) {
            throw json.refused(Refusal.contradiction(e));
        }
    }

    private static Map<String, long[]> expected(Path folder, ModelSpec spec, Shapes shapes) throws ProblemException {
        try {
            return shapes.apply(spec);
        } catch (IllegalArgumentException e) {
            throw Refusal.unusable(folder.resolve(BundleFiles.MODEL).toString(), Refusal.contradiction(e));
        }
    }

    /**
     * Saves a bundle under {@code root}, whole or not at all: the folder is built and checked under a temporary name,
     * then moved. With {@code replace} an older bundle of the same id stays until the new one is complete.
     *
     * @return the bundle as it was read back
     * @throws ProblemException of kind {@code USAGE} when the id exists and is not to be replaced; {@code UNUSABLE} when
     *     the content fails the checks of {@link #load}, or the folder cannot be written
     */
    public static ModelBundle save(Path root, BundleContent content, boolean replace, Shapes shapes)
            throws ProblemException {
        String id = content.spec().id();
        Path folder = BundleFolder.place(root, id, replace, root.resolve(id).toString(), building -> {
            write(building, content);
            loadChecked(building, BundleCheck.files(building), shapes);
        });
        return load(folder, shapes);
    }

    /**
     * The same model looking so often at each image, for a measurement; nothing on disk changes.
     *
     * @param views empty leaves the model's own
     */
    public ModelBundle withViews(OptionalInt views) {
        return views.isEmpty()
                ? this
                : new ModelBundle(folder, spec.withViews(views.getAsInt()), weights, reference, metrics);
    }

    private static void write(Path folder, BundleContent content) throws IOException {
        new Safetensors(content.weights(), Map.of("model", content.spec().id()))
                .write(folder.resolve(BundleFiles.WEIGHTS));
        content.reference().toSafetensors().write(folder.resolve(BundleFiles.REFERENCE));
        write(folder, BundleFiles.METRICS, StrictJson.pretty(ExamJson.write(content.metrics())));
        write(folder, BundleFiles.SPLIT, content.splitCsv());
        if (!content.predictions().isEmpty()) {
            write(folder, BundleFiles.PREDICTIONS, CaseTable.write(content.predictions()));
        }
        if (content.familiarity().isPresent()) {
            content.familiarity().get().write(folder.resolve(BundleFiles.FAMILIARITY));
        }
        if (content.patient().isPresent()) {
            write(
                    folder,
                    BundleFiles.PATIENT,
                    FusionJson.write(content.patient().get()));
        }
        write(folder, BundleFiles.LICENSE, content.licence());
        Map<String, String> hashes = new TreeMap<>();
        for (String name : BundleFiles.REQUIRED) {
            if (!name.equals(BundleFiles.CARD)) {
                hashes.put(name, Sha256.of(folder.resolve(name)));
            }
        }
        for (String name : BundleFiles.OPTIONAL) {
            if (Files.exists(folder.resolve(name))) {
                hashes.put(name, Sha256.of(folder.resolve(name)));
            }
        }
        // The card tells the weights' hash, and model.json the card's.
        write(
                folder,
                BundleFiles.CARD,
                ModelCard.write(
                        content.spec().withFiles(hashes), content.metrics(), Optional.empty(), content.patient()));
        hashes.put(BundleFiles.CARD, Sha256.of(folder.resolve(BundleFiles.CARD)));
        StringBuilder ledger = new StringBuilder();
        content.openings().forEach(opening -> ledger.append(Ledger.line(opening)));
        write(folder, BundleFiles.OPENINGS, ledger.toString());
        write(folder, BundleFiles.MODEL, SpecJson.write(content.spec().withFiles(hashes)));
    }

    private static void write(Path folder, String name, String text) throws IOException {
        AtomicFiles.write(folder.resolve(name), text);
    }

    /** When the test part was opened for this model. */
    public Ledger ledger() {
        return new Ledger(folder.resolve(BundleFiles.OPENINGS));
    }

    /**
     * The model card of a bundle, in Markdown.
     *
     * @throws ProblemException when it is missing or cannot be read
     */
    public static String card(Path folder) throws ProblemException {
        return new String(BundleCheck.read(folder.resolve(BundleFiles.CARD)), StandardCharsets.UTF_8);
    }

    /** The split it was trained with, as CSV text. */
    public String splitCsv() throws ProblemException {
        return new String(BundleCheck.read(folder.resolve(BundleFiles.SPLIT)), StandardCharsets.UTF_8);
    }

    /**
     * What it said of the parts it did not learn from, by {@code validation} and {@code test}; empty for a model that was
     * made without.
     *
     * @throws ProblemException of kind {@code UNUSABLE} when the file is no table of predictions
     */
    public Map<String, List<Case>> predictions() throws ProblemException {
        Path file = folder.resolve(BundleFiles.PREDICTIONS);
        if (!spec.files().containsKey(BundleFiles.PREDICTIONS)) {
            return Map.of();
        }
        try {
            return CaseTable.read(new String(BundleCheck.read(file), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw Refusal.unusable(file.toString(), Refusal.contradiction(e));
        }
    }

    /**
     * What the model's audit found; empty for a model that was never audited.
     *
     * @throws ProblemException of kind {@code UNUSABLE} when the file is no result, or one of other weights
     */
    public Optional<AuditResult> audit() throws ProblemException {
        Path file = folder.resolve(BundleFiles.AUDIT);
        if (!spec.files().containsKey(BundleFiles.AUDIT)) {
            return Optional.empty();
        }
        AuditResult audit = AuditJson.read(BundleCheck.read(file), file.toString());
        if (!audit.weightsSha256().equals(weightsSha256())) {
            throw Refusal.unusable(file.toString(), Term.of("why.audit.weights"));
        }
        return Optional.of(audit);
    }

    /**
     * What the features of real dermoscopic images look like; empty for a model that was made without.
     *
     * @throws ProblemException of kind {@code UNUSABLE} when the file is damaged or holds a number that is none
     */
    public Optional<Safetensors> familiarity() throws ProblemException {
        if (!spec.files().containsKey(BundleFiles.FAMILIARITY)) {
            return Optional.empty();
        }
        Path file = folder.resolve(BundleFiles.FAMILIARITY);
        Safetensors stored = Safetensors.read(file);
        BundleCheck.finite(file.toString(), stored.tensors());
        return Optional.of(stored);
    }

    /**
     * How what is known of a patient moves the melanoma probability; empty for a model that was never given it.
     *
     * @throws ProblemException of kind {@code UNUSABLE} when the file is damaged
     */
    public Optional<FittedFusion> patient() throws ProblemException {
        Path file = folder.resolve(BundleFiles.PATIENT);
        return spec.files().containsKey(BundleFiles.PATIENT)
                ? Optional.of(FusionJson.read(BundleCheck.read(file), file.toString()))
                : Optional.empty();
    }

    public String weightsSha256() {
        return spec.weightsSha256();
    }
}
