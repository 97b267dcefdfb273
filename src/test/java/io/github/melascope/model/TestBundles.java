package io.github.melascope.model;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.Task;
import io.github.melascope.metrics.Bootstrap;
import io.github.melascope.metrics.Evaluation;
import io.github.melascope.metrics.EvaluationTest;
import io.github.melascope.metrics.Exam;
import io.github.melascope.metrics.LogitCalibration;
import io.github.melascope.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;

/** Small synthetic models: a few tensors of random numbers, a few reference cases, an exam on random cases. */
public final class TestBundles {
    public static final ModelBundle.Shapes SHAPES = spec -> {
        if (!spec.architecture().equals("mobilenet_v2")) {
            throw new IllegalArgumentException("the architecture \"" + spec.architecture() + "\" is unknown");
        }
        Map<String, long[]> shapes = new LinkedHashMap<>();
        shapes.put("features.0.0.weight", new long[] {4, 3, 3, 3});
        shapes.put("classifier.0.weight", new long[] {spec.hidden(), 16});
        shapes.put("classifier.3.bias", new long[] {spec.task().outputs()});
        return shapes;
    };

    private TestBundles() {}

    public static ModelSpec spec(String id, Task task, long seed) {
        Random random = new Random(seed);
        ObjectNode plan = JsonNodeFactory.instance.objectNode();
        plan.put("mode", "quick")
                .put("epochs", 3L)
                .put("learningRate", 0.001f)
                .putArray("flips")
                .add(true);
        Threshold threshold =
                new Threshold(random.nextDouble(), OptionalDouble.of(0.95), random.nextDouble(), random.nextDouble());
        return new ModelSpec(
                id,
                "Synthetic model " + seed,
                "2026-11-23",
                "mobilenet_v2",
                "torch",
                task,
                8,
                0.2,
                224,
                new Normalisation(List.of(0.485, 0.456, 0.406), List.of(0.229, 0.224, 0.225), 0),
                task.classes(),
                LogitCalibration.ofTemperature(0.5 + random.nextDouble()),
                1,
                new ModelThresholds(
                        threshold,
                        threshold,
                        threshold,
                        new Threshold(0.4, OptionalDouble.empty(), 0.8, 0.9),
                        seed % 2 == 0 ? OptionalDouble.empty() : OptionalDouble.of(random.nextDouble() * 30)),
                new Provenance(
                        "melascope train data --id " + id,
                        "0.1.0",
                        "synthetic",
                        120,
                        80,
                        seed,
                        plan,
                        "imagenet-v2",
                        "ab".repeat(32),
                        "CPU, 2 cores",
                        12.5,
                        "2026-11-23"),
                "CC BY-NC 4.0",
                List.of("Made of random numbers."),
                List.of(),
                Map.of());
    }

    public static BundleContent content(String id, Task task, long seed) {
        Random random = new Random(seed);
        ModelSpec spec = spec(id, task, seed);
        Map<String, Tensor> weights = new LinkedHashMap<>();
        SHAPES.apply(spec).forEach((name, shape) -> weights.put(name, random(random, shape)));
        int cases = 5 + random.nextInt(5);
        List<String> names = new ArrayList<>();
        List<Diagnosis> diagnoses = new ArrayList<>();
        for (int i = 0; i < cases; i++) {
            names.add("image \"" + i + "\" Łódź");
            diagnoses.add(Diagnosis.ALL.get(random.nextInt(7)));
        }
        ReferenceSet reference = new ReferenceSet(names, diagnoses, random(random, cases, ReferenceSet.WIDTH));
        return new BundleContent(
                spec,
                weights,
                reference,
                Evaluation.of(
                        new Exam("synthetic cases, seed " + seed, 1, 0.2, 0.3, new Bootstrap(50, 1)),
                        EvaluationTest.cases(60, task == Task.DIAGNOSIS, seed)),
                "image,lesion,dx,part\na,b,nv,train\n",
                Map.of("test", EvaluationTest.cases(20, task == Task.DIAGNOSIS, seed)),
                "Terms of the synthetic model.\n",
                List.of(new Opening("2026-11-23", "melascope train data --id " + id, "synthetic cases")));
    }

    /** Every file whose hash a bundle of {@link #content} keeps. */
    static List<String> hashed() {
        List<String> names = new ArrayList<>(BundleFiles.REQUIRED);
        names.add(BundleFiles.PREDICTIONS);
        return names;
    }

    private static Tensor random(Random random, long... shape) {
        float[] values = new float[(int) Tensor.elements(shape)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return new Tensor(shape, values);
    }

    /** A description with another calibration. */
    static ModelSpec with(ModelSpec spec, LogitCalibration calibration) {
        return with(spec, spec.normalisation(), calibration);
    }

    /** A description of a network that sees images in neutral light. */
    static ModelSpec inNeutralLight(ModelSpec spec) {
        Normalisation plain = spec.normalisation();
        return with(spec, new Normalisation(plain.mean(), plain.deviation(), 6), spec.calibration());
    }

    private static ModelSpec with(ModelSpec spec, Normalisation normalisation, LogitCalibration calibration) {
        return new ModelSpec(
                spec.id(),
                spec.title(),
                spec.created(),
                spec.architecture(),
                spec.convention(),
                spec.task(),
                spec.hidden(),
                spec.dropout(),
                spec.inputSize(),
                normalisation,
                spec.classes(),
                calibration,
                spec.views(),
                spec.thresholds(),
                spec.provenance(),
                spec.licence(),
                spec.notes(),
                spec.remarks(),
                spec.files());
    }

    /** The content with another description. */
    static BundleContent with(BundleContent content, ModelSpec spec) {
        return new BundleContent(
                spec,
                content.weights(),
                content.reference(),
                content.metrics(),
                content.splitCsv(),
                content.predictions(),
                content.licence(),
                content.openings());
    }

    /** The content with one tensor replaced, or taken away when {@code tensor} is null. */
    static BundleContent with(BundleContent content, String name, @org.jspecify.annotations.Nullable Tensor tensor) {
        Map<String, Tensor> weights = new TreeMap<>(content.weights());
        if (tensor == null) {
            weights.remove(name);
        } else {
            weights.put(name, tensor);
        }
        return new BundleContent(
                content.spec(),
                weights,
                content.reference(),
                content.metrics(),
                content.splitCsv(),
                content.predictions(),
                content.licence(),
                content.openings());
    }
}
