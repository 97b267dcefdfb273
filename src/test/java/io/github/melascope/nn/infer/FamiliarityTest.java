package io.github.melascope.nn.infer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.SharedData;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.lesion.Task;
import io.github.melascope.nn.arch.Architecture;
import io.github.melascope.nn.arch.Convention;
import io.github.melascope.nn.arch.FormulaWeights;
import io.github.melascope.nn.engine.ComputeDevice;
import io.github.melascope.tensor.Safetensors;
import io.github.melascope.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Dermoscopic images of other lesions and another collection look familiar, photographs and pages of text do not. */
class FamiliarityTest {
    private static final int NEIGHBOURS = 5;

    @Test
    void realOddImagesAreLessFamiliarThanLesions() throws Exception {
        Map<String, Tensor> backbone = Safetensors.read(SharedData.at("weights/mobilenetv2-imagenet.safetensors"))
                .tensors();
        Architecture architecture = FormulaWeights.architecture(Convention.TENSORFLOW, Task.DIAGNOSIS, 224);
        Map<String, Tensor> weights = new HashMap<>(FormulaWeights.of(architecture));
        weights.putAll(backbone);
        try (Network network = Networks.open(architecture, weights, ComputeDevice.CPU, 2)) {
            ReferenceSet cases = cases(network, RealWeightsTest.images(SharedData.at("ham10000"), 300));
            double[] lesions = familiarity(network, cases, RealWeightsTest.images(SharedData.at("isic2018_val"), 60));
            double[] odd = familiarity(network, cases, RealWeightsTest.images(SharedData.at("odd/ood"), 60));
            double auc = auc(lesions, odd);
            assertTrue(auc > 0.98, "area under the curve " + auc);
        }
    }

    private static ReferenceSet cases(Network network, List<RgbImage> images) {
        float[][] embeddings = network.run(images, false).embeddings();
        float[] all = new float[embeddings.length * Architecture.FEATURES];
        List<String> names = new ArrayList<>();
        for (int i = 0; i < embeddings.length; i++) {
            System.arraycopy(embeddings[i], 0, all, i * Architecture.FEATURES, Architecture.FEATURES);
            names.add("case " + i);
        }
        Tensor rows = Tensor.of(all, embeddings.length, Architecture.FEATURES);
        return new ReferenceSet(rows, names, Collections.nCopies(embeddings.length, Diagnosis.NV));
    }

    private static double[] familiarity(Network network, ReferenceSet cases, List<RgbImage> images) {
        return Arrays.stream(network.run(images, false).embeddings())
                .mapToDouble(embedding -> cases.familiarity(embedding, NEIGHBOURS))
                .toArray();
    }

    /** The probability that a lesion looks more familiar than something else. */
    private static double auc(double[] lesions, double[] others) {
        long won = 0;
        for (double lesion : lesions) {
            won += Arrays.stream(others).filter(other -> lesion > other).count();
        }
        return (double) won / lesions.length / others.length;
    }
}
