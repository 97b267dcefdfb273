package io.github.melascope.nn.arch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.melascope.lesion.Task;
import io.github.melascope.tensor.Tensor;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArchitectureShapesTest {
    @Test
    void theBackboneHasTorchvisionsNamesAndItsNumberOfParameters() {
        Map<String, long[]> tensors = Architecture.backboneTensors();
        assertEquals(260, tensors.size());
        // torchvision: 3,504,872 parameters with the 1000-class top of 1,281,000.
        long learned = tensors.entrySet().stream()
                .filter(e -> !e.getKey().contains("running"))
                .mapToLong(e -> Tensor.elements(e.getValue()))
                .sum();
        assertEquals(3_504_872 - 1_281_000, learned);
        assertArrayEquals(new long[] {32, 3, 3, 3}, tensors.get("features.0.0.weight"));
        assertArrayEquals(new long[] {16, 32, 1, 1}, tensors.get("features.1.conv.1.weight"));
        assertArrayEquals(new long[] {960, 1, 3, 3}, tensors.get("features.17.conv.1.0.weight"));
        assertArrayEquals(new long[] {320}, tensors.get("features.17.conv.3.running_var"));
        assertArrayEquals(new long[] {1280, 320, 1, 1}, tensors.get("features.18.0.weight"));
    }

    @Test
    void theHeadFollowsTheTask() {
        Architecture melanoma = new Architecture(Convention.TORCH, Task.MELANOMA, 256, 0.2, 224);
        Architecture diagnosis = new Architecture(Convention.TORCH, Task.DIAGNOSIS, 256, 0.2, 224);
        assertArrayEquals(new long[] {1, 256}, melanoma.tensors().get("classifier.3.weight"));
        assertArrayEquals(new long[] {7, 256}, diagnosis.tensors().get("classifier.3.weight"));
    }

    @Test
    void tensorflowPadsAfterWhereTheStrideIsTwo() {
        assertArrayEquals(new int[] {0, 1}, Convention.TENSORFLOW.padding(224, 3, 2));
        assertArrayEquals(new int[] {1, 1}, Convention.TENSORFLOW.padding(112, 3, 1));
        assertArrayEquals(new int[] {1, 1}, Convention.TORCH.padding(224, 3, 2));
        assertArrayEquals(new int[] {0, 0}, Convention.TORCH.padding(14, 1, 1));
    }
}
