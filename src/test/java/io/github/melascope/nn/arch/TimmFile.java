package io.github.melascope.nn.arch;

import io.github.melascope.tensor.Safetensors;
import io.github.melascope.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** A file of weights as timm would write it, its values drawn by formula. */
public final class TimmFile {
    private TimmFile() {}

    public static Path write(Path file) throws IOException {
        Map<String, String> names = WeightImport.timmNames();
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        Architecture.backboneTensors()
                .forEach((name, shape) ->
                        tensors.put(Objects.requireNonNull(names.get(name)), FormulaWeights.tensor(name, shape)));
        tensors.put("classifier.bias", Tensor.of(new float[1000], 1000));
        new Safetensors(tensors, Map.of("format", "pt")).write(file);
        return file;
    }
}
