package io.github.melascope.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.melascope.base.IoReason;
import io.github.melascope.base.ProblemException;
import io.github.melascope.dataset.Split;
import io.github.melascope.dataset.SplitFile;
import io.github.melascope.model.BundleFiles;
import io.github.melascope.model.BundleStore;
import io.github.melascope.model.ModelBundle;
import io.github.melascope.model.Provenance;
import io.github.melascope.nn.arch.Architecture;
import io.github.melascope.nn.arch.Convention;
import io.github.melascope.nn.train.TrainingPlan;
import io.github.melascope.tensor.Safetensors;
import io.github.melascope.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Trained weights that have taken no exam. Recipes are tried, compared and averaged as drafts, so that the test part stays
 * closed until there is a model to examine. As a file: safetensors, the rest in its metadata.
 *
 * @param name of the file or model
 * @param tensors complete weights by torchvision's names
 * @param convention they were trained in
 * @param plan of the training
 * @param split as {@link SplitFile} writes it; what may be examined with these weights
 * @param startName what the training began with
 * @param startSha256 of that file, empty where there was none
 * @param seconds of training
 * @param command that trained it
 */
record Draft(
        String name,
        Map<String, Tensor> tensors,
        Convention convention,
        TrainingPlan plan,
        String split,
        String startName,
        String startSha256,
        double seconds,
        String command) {
    static final String ENDING = ".draft.safetensors";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A draft's file, or a finished model by its id. */
    static Draft open(String source, BundleStore models) throws ProblemException {
        return source.endsWith(ENDING) ? read(Path.of(source)) : of(models.open(source));
    }

    private static Draft of(ModelBundle bundle) throws ProblemException {
        Provenance provenance = bundle.spec().provenance();
        Path splitFile = bundle.folder().resolve(BundleFiles.SPLIT);
        try {
            return new Draft(
                    bundle.spec().id(),
                    bundle.weights().tensors(),
                    Convention.valueOf(bundle.spec().convention().toUpperCase(Locale.ROOT)),
                    PlanFile.of(provenance.plan()),
                    Files.readString(splitFile),
                    provenance.startWeights(),
                    provenance.startSha256(),
                    provenance.trainingSeconds(),
                    provenance.command());
        } catch (IOException e) {
            throw unread(splitFile, e);
        }
    }

    private static Draft read(Path file) throws ProblemException {
        Safetensors content = Safetensors.read(file);
        Map<String, String> metadata = content.metadata();
        try {
            return new Draft(
                    String.valueOf(file.getFileName()),
                    content.tensors(),
                    Convention.valueOf(metadata.getOrDefault("convention", "")),
                    PlanFile.of(JSON.readTree(metadata.getOrDefault("plan", ""))),
                    metadata.getOrDefault("split", ""),
                    metadata.getOrDefault("start", ""),
                    metadata.getOrDefault("startSha256", ""),
                    Double.parseDouble(metadata.getOrDefault("seconds", "")),
                    metadata.getOrDefault("command", ""));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new ProblemException(ProblemException.Kind.UNUSABLE, e, "problem.draft.damaged", file);
        }
    }

    void write(Path file) throws ProblemException {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("convention", convention.name());
        metadata.put("plan", PlanFile.write(plan).toString());
        metadata.put("split", split);
        metadata.put("start", startName);
        metadata.put("startSha256", startSha256);
        metadata.put("seconds", String.valueOf(seconds));
        metadata.put("command", command);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            new Safetensors(tensors, metadata).write(file);
        } catch (IOException e) {
            throw new ProblemException(
                    ProblemException.Kind.UNUSABLE, e, "problem.file.unwritten", file, IoReason.of(e));
        }
    }

    Architecture architecture() {
        return new Architecture(convention, plan.task(), plan.hidden(), plan.dropout(), plan.inputSize());
    }

    /**
     * Says that what these weights have learnt from is not what is about to be examined.
     *
     * @throws ProblemException of kind {@code UNUSABLE}
     */
    void requireSplit(Split other) throws ProblemException {
        if (!split.equals(SplitFile.text(other))) {
            throw new ProblemException(ProblemException.Kind.UNUSABLE, "problem.draft.split", name);
        }
    }

    private static ProblemException unread(Path file, IOException e) {
        return new ProblemException(ProblemException.Kind.UNUSABLE, e, "problem.file.unread", file, IoReason.of(e));
    }
}
