package io.github.melascope.app;

import io.github.melascope.base.IoReason;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Sha256;
import io.github.melascope.dataset.Part;
import io.github.melascope.dataset.Sample;
import io.github.melascope.dataset.Split;
import io.github.melascope.dataset.SplitFile;
import io.github.melascope.model.BundleFiles;
import io.github.melascope.model.BundleStore;
import io.github.melascope.model.ModelBundle;
import io.github.melascope.nn.arch.Architecture;
import io.github.melascope.nn.arch.Convention;
import io.github.melascope.nn.arch.FreshWeights;
import io.github.melascope.nn.arch.WeightImport;
import io.github.melascope.nn.train.TrainingPlan;
import io.github.melascope.tensor.Safetensors;
import io.github.melascope.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a training starts from.
 *
 * @param backbone known tensors by torchvision's names; may hold a head too
 * @param convention they were trained in
 * @param name of the weights, for the model's provenance
 * @param sha256 of their file; empty for fresh weights
 * @param seen images and lesions they were trained or chosen with, by the split of the model they come from
 */
record StartWeights(
        Map<String, Tensor> backbone, Convention convention, String name, String sha256, List<SplitFile.Row> seen) {
    private static final String ENDING = ".safetensors";
    /** Instead of a model or file: begin with drawn weights. */
    public static final String NONE = "none";

    /**
     * Finds the weights.
     *
     * @param init id of a model, name of a safetensors file, or {@link #NONE}; empty for the shipped model where there is one and it is
     *     not the one being made, else fresh weights
     */
    static StartWeights of(Optional<String> init, String modelToBe, BundleStore models) throws ProblemException {
        if (init.isPresent() && !init.get().equals(NONE)) {
            Path file = Path.of(init.get());
            if (init.get().endsWith(Draft.ENDING)) {
                return ofDraft(Draft.open(init.get(), models), Path.of(init.get()));
            }
            return init.get().endsWith(ENDING) || Files.isRegularFile(file)
                    ? ofFile(file)
                    : ofModel(models.open(init.get()));
        }
        boolean shipped = init.isEmpty()
                && !modelToBe.equals(AppContext.USUAL_MODEL)
                && models.list().stream()
                        .anyMatch(e -> e.id().equals(AppContext.USUAL_MODEL)
                                && e.problem().isEmpty());
        if (shipped) {
            return ofModel(models.open(AppContext.USUAL_MODEL));
        }
        return new StartWeights(Map.of(), Convention.TORCH, "none (He initialisation)", "", List.of());
    }

    private static StartWeights ofFile(Path file) throws ProblemException {
        WeightImport.Backbone imported = WeightImport.backbone(file);
        try {
            return new StartWeights(
                    imported.tensors(),
                    imported.convention(),
                    String.valueOf(file.getFileName()),
                    Sha256.of(file),
                    List.of());
        } catch (IOException e) {
            throw new ProblemException(ProblemException.Kind.UNUSABLE, e, "problem.file.unread", file, IoReason.of(e));
        }
    }

    private static StartWeights ofDraft(Draft draft, Path file) throws ProblemException {
        try {
            return new StartWeights(
                    draft.tensors(),
                    draft.convention(),
                    draft.name(),
                    Sha256.of(file),
                    SplitFile.rows(draft.split(), file));
        } catch (IOException e) {
            throw new ProblemException(ProblemException.Kind.UNUSABLE, e, "problem.file.unread", file, IoReason.of(e));
        }
    }

    private static StartWeights ofModel(ModelBundle bundle) throws ProblemException {
        return new StartWeights(
                bundle.weights().tensors(),
                Convention.valueOf(bundle.spec().convention().toUpperCase(java.util.Locale.ROOT)),
                "model " + bundle.spec().id(),
                bundle.weightsSha256(),
                SplitFile.rows(bundle.folder().resolve(BundleFiles.SPLIT)));
    }

    Architecture architecture(TrainingPlan plan) {
        return new Architecture(convention, plan.task(), plan.hidden(), plan.dropout(), plan.inputSize());
    }

    /** Complete start weights: the known ones that fit, the rest fresh. */
    Map<String, Tensor> complete(Architecture architecture, long seed) {
        Map<String, long[]> shapes = architecture.tensors();
        Map<String, Tensor> fitting = new java.util.HashMap<>(backbone);
        fitting.entrySet()
                .removeIf(e -> !java.util.Arrays.equals(
                        shapes.get(e.getKey()), e.getValue().shape()));
        return FreshWeights.start(architecture, fitting, seed);
    }

    /**
     * Refuses a split whose validation or test part holds what these weights have learnt from.
     *
     * @throws ProblemException of kind {@code UNUSABLE}, naming the lesion
     */
    void refuseLeak(Split split) throws ProblemException {
        Set<String> lesions = new HashSet<>();
        seen.stream().filter(row -> row.part() == Part.TRAIN).forEach(row -> lesions.add(row.lesion()));
        for (Part part : List.of(Part.VALIDATION, Part.TEST)) {
            for (Sample sample : split.part(part)) {
                if (lesions.contains(sample.lesionId())) {
                    throw new ProblemException(
                            ProblemException.Kind.UNUSABLE, "problem.start.leak", name, sample.lesionId(), part.term());
                }
            }
        }
    }

    /**
     * Refuses weights that have learnt from labelled lesions: those of a model, or of a file with a head that this program
     * wrote.
     *
     * @param init as {@link #of} was given it
     * @throws ProblemException of kind {@code UNUSABLE}
     */
    void refuseTaught(String init) throws ProblemException {
        Path file = Path.of(init);
        boolean fresh = init.equals(NONE);
        boolean untaught = Files.isRegularFile(file)
                && !Safetensors.read(file).tensors().containsKey(Architecture.HEAD_OUTPUT + ".weight");
        if (!fresh && !untaught) {
            throw new ProblemException(ProblemException.Kind.UNUSABLE, "problem.unknown.start", name);
        }
    }
}
