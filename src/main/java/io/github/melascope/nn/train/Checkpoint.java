package io.github.melascope.nn.train;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.melascope.base.IoReason;
import io.github.melascope.base.ProblemException;
import io.github.melascope.tensor.Safetensors;
import io.github.melascope.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Everything a training is, in one file that is replaced in one move: weights, statistics, moments, average, the best
 * weights so far, and where it stands. There is no random state in it, because nothing random has any ({@link Draws}).
 *
 * @param fingerprint of plan, data and start weights: a checkpoint of another training is refused
 * @param state where the training stands
 * @param tensors {@code network.*}, {@code moment1.*}, {@code moment2.*}, {@code average.*}, {@code best.*}
 */
record Checkpoint(String fingerprint, RunState state, Map<String, Tensor> tensors) {
    static final String FILE = "training.safetensors";
    private static final ObjectMapper JSON =
            new ObjectMapper().setVisibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY);

    void write(Path folder) throws ProblemException {
        try {
            Map<String, String> metadata = Map.of("fingerprint", fingerprint, "state", JSON.writeValueAsString(state));
            new Safetensors(tensors, metadata).write(folder.resolve(FILE));
        } catch (IOException e) {
            throw new ProblemException(
                    ProblemException.Kind.UNUSABLE, e, "problem.training.unsaved", folder, IoReason.of(e));
        }
    }

    /** The folder's checkpoint, if it has one. */
    static Optional<Checkpoint> read(Path folder, String fingerprint) throws ProblemException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Safetensors content = Safetensors.read(file);
        if (!fingerprint.equals(content.metadata().get("fingerprint"))) {
            throw new ProblemException(ProblemException.Kind.UNUSABLE, "problem.training.other", file);
        }
        try {
            RunState state = JSON.readValue(content.metadata().getOrDefault("state", ""), RunState.class);
            return Optional.of(new Checkpoint(fingerprint, state, content.tensors()));
        } catch (JsonProcessingException e) {
            throw new ProblemException(ProblemException.Kind.UNUSABLE, e, "problem.training.damaged", file);
        }
    }

    /** Deletes the folder's checkpoint, if it has one. */
    static void delete(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(FILE));
    }

    /** The tensors whose names begin with {@code prefix}, without it. */
    Map<String, Tensor> part(String prefix) {
        Map<String, Tensor> part = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> {
            if (name.startsWith(prefix)) {
                part.put(name.substring(prefix.length()), tensor);
            }
        });
        return part;
    }
}
