package io.github.melascope.nn.infer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.SharedData;
import io.github.melascope.imaging.ImageDecoder;
import io.github.melascope.imaging.Resizer;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.lesion.Task;
import io.github.melascope.nn.arch.Architecture;
import io.github.melascope.nn.arch.Convention;
import io.github.melascope.nn.arch.FormulaWeights;
import io.github.melascope.nn.engine.ComputeDevice;
import io.github.melascope.tensor.Safetensors;
import io.github.melascope.tensor.Tensor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Both runtimes on real dermoscopic images with Google's ImageNet weights, which are of the TensorFlow convention. */
class RealWeightsTest {
    @Test
    void bothRuntimesSeeTheSameInRealImages() throws Exception {
        Path file = SharedData.at("weights/mobilenetv2-imagenet.safetensors");
        Architecture architecture = FormulaWeights.architecture(Convention.TENSORFLOW, Task.DIAGNOSIS, 224);
        Map<String, Tensor> weights = new HashMap<>(FormulaWeights.of(architecture));
        weights.putAll(Safetensors.read(file).tensors());
        List<RgbImage> images = images(SharedData.at("ham10000_full_size"), 12);
        try (Network onnx = Networks.open(architecture, weights, ComputeDevice.CPU, 1);
                Network djl = Networks.reference(architecture, weights, ComputeDevice.CPU, 1)) {
            Activations a = onnx.run(images, true);
            Activations b = djl.run(images, true);
            for (int i = 0; i < images.size(); i++) {
                assertArrayEquals(b.embeddings()[i], a.embeddings()[i], 1e-4f);
                assertArrayEquals(b.logits()[i], a.logits()[i], 1e-4f);
                assertArrayEquals(b.maps()[i], a.maps()[i], 1e-3f);
            }
            assertTrue(spread(a.embeddings()) > 1, "different images must have different features");
        }
    }

    /** Decoded and squashed to the network's input, from wherever the images lie under the folder. */
    static List<RgbImage> images(Path folder, int count) throws Exception {
        List<RgbImage> images = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(ImageDecoder::looksLikeImage)
                    .sorted()
                    .limit(count)
                    .toList()) {
                images.add(Resizer.resize(new ImageDecoder().decode(file), 224, 224));
            }
        }
        return images;
    }

    private static double spread(float[][] embeddings) {
        double squares = 0;
        for (int d = 0; d < embeddings[0].length; d++) {
            double difference = embeddings[0][d] - embeddings[1][d];
            squares += difference * difference;
        }
        return Math.sqrt(squares);
    }
}
