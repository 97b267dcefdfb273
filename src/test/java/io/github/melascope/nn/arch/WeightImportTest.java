package io.github.melascope.nn.arch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.SharedData;
import io.github.melascope.base.ProblemException;
import io.github.melascope.tensor.Safetensors;
import io.github.melascope.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightImportTest {
    @TempDir
    Path folder;

    @Test
    void readsTorchvisionsNames() throws IOException, ProblemException {
        Map<String, Tensor> weights = backbone();
        weights.put("classifier.1.weight", Tensor.of(new float[2], 2)); // another head is not our business
        WeightImport.Backbone read = WeightImport.backbone(write(weights, Map.of()));
        assertEquals(Convention.TORCH, read.convention());
        assertSame(backbone(), read.tensors());
    }

    @Test
    void readsTimmsNames() throws IOException, ProblemException {
        Map<String, String> names = WeightImport.timmNames();
        assertEquals(260, new HashSet<>(names.values()).size());
        // As timm's mobilenetv2_100 names them.
        assertEquals("conv_stem.weight", names.get("features.0.0.weight"));
        assertEquals("blocks.0.0.conv_dw.weight", names.get("features.1.conv.0.0.weight"));
        assertEquals("blocks.0.0.bn2.bias", names.get("features.1.conv.2.bias"));
        assertEquals("blocks.1.0.conv_pwl.weight", names.get("features.2.conv.2.weight"));
        assertEquals("blocks.3.3.conv_pw.weight", names.get("features.10.conv.0.0.weight"));
        assertEquals("blocks.4.0.bn3.running_var", names.get("features.11.conv.3.running_var"));
        assertEquals("blocks.6.0.conv_dw.weight", names.get("features.17.conv.1.0.weight"));
        assertEquals("bn2.weight", names.get("features.18.1.weight"));
        Map<String, Tensor> renamed = new LinkedHashMap<>();
        backbone().forEach((name, tensor) -> renamed.put(Objects.requireNonNull(names.get(name)), tensor));
        assertSame(backbone(), WeightImport.backbone(write(renamed, Map.of())).tensors());
    }

    @Test
    void refusesAMissingTensorAndAWrongShapeByName() throws IOException {
        Map<String, Tensor> lacking = backbone();
        lacking.remove("features.5.conv.1.1.running_mean");
        assertRefused(lacking, "features.5.conv.1.1.running_mean");
        Map<String, Tensor> wrong = backbone();
        wrong.put("features.18.0.weight", Tensor.of(new float[1280], 1280, 1, 1, 1));
        assertRefused(wrong, "[1280, 1, 1, 1]");
    }

    @Test
    void knowsTheSharedFilesConvention() throws ProblemException {
        WeightImport.Backbone read =
                WeightImport.backbone(SharedData.at("weights").resolve("mobilenetv2-imagenet.safetensors"));
        assertEquals(Convention.TENSORFLOW, read.convention());
        assertEquals(260, read.tensors().size());
    }

    private void assertRefused(Map<String, Tensor> weights, String reason) throws IOException {
        Path file = write(weights, Map.of());
        ProblemException refused = assertThrows(ProblemException.class, () -> WeightImport.backbone(file));
        assertTrue(refused.why().contains(reason), refused.why());
        assertTrue(refused.what().contains("weights.safetensors"), refused.what());
    }

    private Path write(Map<String, Tensor> weights, Map<String, String> metadata) throws IOException {
        Path file = folder.resolve("weights.safetensors");
        new Safetensors(weights, metadata).write(file);
        return file;
    }

    private static Map<String, Tensor> backbone() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        Architecture.backboneTensors().forEach((name, shape) -> tensors.put(name, FormulaWeights.tensor(name, shape)));
        return tensors;
    }

    private static void assertSame(Map<String, Tensor> expected, Map<String, Tensor> actual) {
        assertEquals(expected.keySet(), actual.keySet());
        expected.forEach((name, tensor) -> assertArrayEquals(
                tensor.values(), Objects.requireNonNull(actual.get(name)).values(), name));
    }
}
