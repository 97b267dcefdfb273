package io.github.melascope.app;

import io.github.melascope.base.ProblemException;
import io.github.melascope.imaging.Images;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.lesion.Task;
import io.github.melascope.metrics.LogitCalibration;
import io.github.melascope.model.BundleContent;
import io.github.melascope.model.ModelBundle;
import io.github.melascope.model.ModelSpec;
import io.github.melascope.model.ModelThresholds;
import io.github.melascope.model.ReferenceSet;
import io.github.melascope.model.TestBundles;
import io.github.melascope.model.Threshold;
import io.github.melascope.nn.arch.Architecture;
import io.github.melascope.nn.arch.Convention;
import io.github.melascope.nn.arch.FormulaWeights;
import io.github.melascope.nn.engine.ComputeDevice;
import io.github.melascope.nn.infer.Network;
import io.github.melascope.nn.infer.Networks;
import io.github.melascope.tensor.Tensor;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * A whole MobileNetV2 for small images whose weights come from a formula: it runs, though it knows nothing. Its reference
 * cases are spots as {@link #spot} draws them, so that these look familiar to it.
 */
public final class TinyModel {
    private static final int CASES = 12;
    private static final int SIZE = 64;
    private static final int HIDDEN = 8;

    private TinyModel() {}

    /**
     * Saves the model.
     *
     * @param threshold melanoma probability from which on the answer is a closer look
     * @param notALesion distance beyond which an image is taken for no lesion
     */
    public static ModelBundle save(Path root, String id, Task task, double threshold, OptionalDouble notALesion)
            throws ProblemException {
        Architecture architecture = new Architecture(Convention.TORCH, task, HIDDEN, 0.2, SIZE);
        Map<String, Tensor> weights = FormulaWeights.of(architecture);
        BundleContent content = TestBundles.content(id, task, 2);
        return ModelBundle.save(
                root,
                new BundleContent(
                        spec(content.spec(), threshold, notALesion),
                        weights,
                        reference(architecture, weights),
                        content.metrics(),
                        content.splitCsv(),
                        content.predictions(),
                        content.licence(),
                        content.openings()),
                true,
                Architectures::shapes);
    }

    private static ModelSpec spec(ModelSpec spec, double value, OptionalDouble notALesion) {
        Threshold threshold = new Threshold(value, OptionalDouble.of(0.95), 0.95, 0.6);
        return new ModelSpec(
                spec.id(),
                spec.title(),
                spec.created(),
                spec.architecture(),
                spec.convention(),
                spec.task(),
                HIDDEN,
                spec.dropout(),
                SIZE,
                spec.normalisation(),
                spec.classes(),
                LogitCalibration.ofTemperature(1),
                1,
                new ModelThresholds(threshold, threshold, threshold, threshold, notALesion),
                spec.provenance(),
                spec.licence(),
                spec.notes(),
                spec.remarks(),
                spec.files());
    }

    private static ReferenceSet reference(Architecture architecture, Map<String, Tensor> weights)
            throws ProblemException {
        List<RgbImage> images = java.util.stream.IntStream.range(0, CASES)
                .mapToObj(i -> PreparedImage.of(spot(100 + i), SIZE).input())
                .toList();
        float[] values = new float[CASES * ReferenceSet.WIDTH];
        try (Network network = Networks.open(architecture, weights, ComputeDevice.CPU, 1)) {
            float[][] embeddings = network.run(images, false).embeddings();
            for (int i = 0; i < CASES; i++) {
                System.arraycopy(embeddings[i], 0, values, i * ReferenceSet.WIDTH, ReferenceSet.WIDTH);
            }
        }
        return new ReferenceSet(
                java.util.stream.IntStream.range(0, CASES)
                        .mapToObj(i -> "spot-" + i)
                        .toList(),
                java.util.stream.IntStream.range(0, CASES)
                        .mapToObj(i -> Diagnosis.ALL.get(i % Diagnosis.ALL.size()))
                        .toList(),
                new Tensor(new long[] {CASES, ReferenceSet.WIDTH}, values));
    }

    /** A drawn dark spot on skin with enough detail to pass the quality check, 300 × 240 pixels. */
    public static RgbImage spot(int seed) {
        Random random = new Random(seed);
        BufferedImage image = new BufferedImage(300, 240, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(new Color(226, 186, 168));
        g.fillRect(0, 0, 300, 240);
        for (int i = 0; i < 4000; i++) {
            int shade = random.nextInt(70);
            g.setColor(new Color(226 - shade, 186 - shade, 168 - shade));
            g.fillRect(random.nextInt(300), random.nextInt(240), 2, 2);
        }
        for (int i = 0; i < 300; i++) {
            int shade = random.nextInt(60);
            g.setColor(new Color(90 + shade, 55 + shade, 40 + shade));
            g.fillOval(
                    100 + (int) (random.nextGaussian() * 25) + seed % 40,
                    90 + (int) (random.nextGaussian() * 20) + seed % 30,
                    10,
                    8);
        }
        g.dispose();
        return Images.fromBuffered(image);
    }

    /** Writes {@link #spot} as a JPEG or PNG file, by the name's ending. */
    public static Path spotFile(Path file, int seed) throws IOException {
        String ending = file.toString().substring(file.toString().lastIndexOf('.') + 1);
        if (!ImageIO.write(Images.toBuffered(spot(seed)), ending, file.toFile())) {
            throw new IOException("no writer for " + file);
        }
        return file;
    }
}
