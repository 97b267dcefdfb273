package io.github.melascope.app;

import io.github.melascope.audit.HeatMeasures;
import io.github.melascope.base.ProblemException;
import io.github.melascope.dataset.Sample;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.HeatMap;
import io.github.melascope.lesion.LesionMask;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.lesion.Task;
import io.github.melascope.metrics.AuditStatistics;
import io.github.melascope.metrics.AuditTable;
import io.github.melascope.metrics.AuditTable.Row;
import io.github.melascope.metrics.Figure;
import io.github.melascope.nn.engine.ComputeDevice;
import io.github.melascope.nn.infer.Activations;
import io.github.melascope.nn.infer.Explainer;
import io.github.melascope.nn.infer.Network;
import io.github.melascope.nn.infer.Networks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** How good the heat maps are: whether they show the lesion, whether the network needs what they show, whether they know it. */
final class ExplanationAudit {
    private static final int IMAGES = 60;
    private static final int STEPS = 8;
    private static final String CENTRE = "centre of the frame (no network)";
    private static final String RANDOM = "random (no network)";
    private static final List<String> COLUMNS = List.of(
            "Inside the lesion",
            "Ratio to the centre",
            "Pointing game",
            "Deletion",
            "Insertion",
            "Agreement",
            "After shuffling the head",
            "After shuffling stage 14 on");

    private final Audited audited;
    private final List<Sample> samples;

    ExplanationAudit(Audited audited) throws ProblemException {
        this.audited = audited;
        this.samples = chosen(audited);
    }

    /** Melanomas and others in equal numbers, one image a lesion, drawn by seed. */
    private static List<Sample> chosen(Audited audited) throws ProblemException {
        List<Sample> shuffled = new ArrayList<>(audited.samples());
        Collections.shuffle(shuffled, new Random(audited.bootstrap().seed()));
        List<Sample> chosen = new ArrayList<>();
        java.util.Set<String> lesions = new java.util.HashSet<>();
        for (boolean melanoma : new boolean[] {true, false}) {
            int count = 0;
            for (Sample sample : shuffled) {
                if (count < IMAGES / 2
                        && sample.melanoma() == melanoma
                        && audited.mask(sample).isPresent()
                        && lesions.add(sample.lesionId())) {
                    chosen.add(sample);
                    count++;
                }
            }
        }
        return chosen;
    }

    List<Sample> samples() {
        return samples;
    }

    AuditTable table() throws ProblemException {
        Map<String, double[][]> measured = new LinkedHashMap<>(); // by method: [column][image]
        try (Shuffled head = new Shuffled(ShuffledWeights.HEAD);
                Shuffled deep = new Shuffled(ShuffledWeights.DEEP)) {
            for (int i = 0; i < samples.size(); i++) {
                audited.cancel().check();
                one(i, head, deep, measured);
                audited.progress().report("stage.explaining", i + 1L, samples.size());
            }
        }
        return table(measured);
    }

    /** The same network with some of its weights shuffled. */
    private final class Shuffled implements AutoCloseable {
        private final Network network;
        private final Explainer explainer;

        Shuffled(ShuffledWeights which) throws ProblemException {
            var weights = which.of(audited.model().bundle().weights().tensors(), 1);
            network = Networks.seeing(
                    Networks.open(audited.model().network().architecture(), weights, ComputeDevice.CPU, 1),
                    audited.model().spec().views(),
                    Architectures.light(audited.model().spec()));
            explainer = new Explainer(network, weights);
        }

        @Override
        public void close() {
            network.close();
        }
    }

    private void one(int at, Shuffled head, Shuffled deep, Map<String, double[][]> measured) throws ProblemException {
        Sample sample = samples.get(at);
        RgbImage image = audited.image(sample);
        LesionMask lesion = audited.mask(sample).orElseThrow();
        Diagnosis target = mostProbable(image);
        Map<String, float[]> fields =
                fields(audited.model().network(), audited.model().explainer(), image, target);
        Map<String, float[]> ofHead = fields(head.network, head.explainer, image, target);
        Map<String, float[]> ofDeep = fields(deep.network, deep.explainer, image, target);
        double prior = HeatMeasures.shareInside(HeatMeasures.centrePrior(), lesion);
        for (String method : fields.keySet()) {
            float[] field = Objects.requireNonNull(fields.get(method));
            double[][] columns = measured.computeIfAbsent(method, name -> undefined());
            double share = HeatMeasures.shareInside(field, lesion);
            columns[0][at] = share;
            columns[1][at] = share / prior;
            columns[2][at] = HeatMeasures.pointing(field, lesion);
            double[] areas = deletionAndInsertion(image, field, target);
            columns[3][at] = areas[0];
            columns[4][at] = areas[1];
            if (ofHead.containsKey(method)) {
                columns[5][at] = agreement(method, fields);
                columns[6][at] = HeatMeasures.rankCorrelation(field, Objects.requireNonNull(ofHead.get(method)));
                columns[7][at] = HeatMeasures.rankCorrelation(field, Objects.requireNonNull(ofDeep.get(method)));
            }
        }
        // Those that know nothing of the image, to compare with.
        for (String method : List.of(CENTRE, RANDOM)) {
            float[] field = method.equals(CENTRE) ? HeatMeasures.centrePrior() : random(audited.seed(sample));
            double[][] columns = measured.computeIfAbsent(method, name -> undefined());
            double share = HeatMeasures.shareInside(field, lesion);
            double[] areas = deletionAndInsertion(image, field, target);
            columns[0][at] = share;
            columns[1][at] = share / prior;
            columns[2][at] = HeatMeasures.pointing(field, lesion);
            columns[3][at] = areas[0];
            columns[4][at] = areas[1];
        }
    }

    private double[][] undefined() {
        double[][] columns = new double[COLUMNS.size()][samples.size()];
        for (double[] column : columns) {
            Arrays.fill(column, Double.NaN);
        }
        return columns;
    }

    private Diagnosis mostProbable(RgbImage image) {
        Task task = audited.model().spec().task();
        List<Double> scores = audited.model()
                .scores(audited.model().network().run(List.of(image), false).logits()[0])
                .byClass();
        return task.classes().get(scores.indexOf(Collections.max(scores)));
    }

    /** At the last map HiResCAM is Grad-CAM, so it stands only at the finer one. */
    private static Map<String, float[]> fields(Network network, Explainer explainer, RgbImage image, Diagnosis target)
            throws ProblemException {
        Map<String, float[]> fields = new LinkedHashMap<>();
        Activations activations = network.run(List.of(image), true);
        for (HeatMap.Method method : List.of(HeatMap.Method.GRAD_CAM, HeatMap.Method.GRAD_CAM_PLUS_PLUS)) {
            HeatMap map = explainer.atLastMap(activations, 0, target, method);
            fields.put(method.title() + ", " + map.width() + " × " + map.height(), HeatMeasures.field(map));
        }
        for (HeatMap.Method method : HeatMap.Method.values()) {
            HeatMap map = explainer.atFineMap(List.of(image), target, method).getFirst();
            fields.put(method.title() + ", " + map.width() + " × " + map.height(), HeatMeasures.field(map));
        }
        return fields;
    }

    private static float[] random(long seed) {
        Random random = new Random(seed);
        float[] coarse = new float[49];
        for (int i = 0; i < coarse.length; i++) {
            coarse[i] = random.nextFloat();
        }
        return HeatMeasures.field(new HeatMap(7, 7, coarse, false, HeatMap.Method.GRAD_CAM, Diagnosis.MEL));
    }

    /** Mean over the other methods. */
    private static double agreement(String method, Map<String, float[]> fields) {
        float[] mine = Objects.requireNonNull(fields.get(method));
        return fields.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(method))
                .mapToDouble(entry -> HeatMeasures.rankCorrelation(mine, entry.getValue()))
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }

    /** Mean probability of the target while the hottest cells go, and while they come. */
    private double[] deletionAndInsertion(RgbImage image, float[] field, Diagnosis target) {
        int[] order = HeatMeasures.hottestFirst(field);
        RgbImage blurred = HeatMeasures.blurred(image);
        List<RgbImage> images = new ArrayList<>();
        for (int step = 0; step <= STEPS; step++) {
            int count = order.length * step / STEPS;
            images.add(HeatMeasures.mixed(image, blurred, order, count));
            images.add(HeatMeasures.mixed(blurred, image, order, count));
        }
        float[][] logits = audited.model().network().run(images, false).logits();
        int output = audited.model().spec().task().classes().indexOf(target);
        double[] sums = new double[2];
        for (int i = 0; i < logits.length; i++) {
            int step = i / 2;
            double weight = step == 0 || step == STEPS ? 0.5 : 1; // the trapezoidal rule
            sums[i % 2] += weight * audited.model().scores(logits[i]).byClass().get(output) / STEPS;
        }
        return sums;
    }

    private AuditTable table(Map<String, double[][]> measured) {
        List<Row> rows = new ArrayList<>();
        measured.forEach((method, columns) -> {
            List<Figure> figures = new ArrayList<>();
            for (double[] column : columns) {
                figures.addAll(audited.figures(samples, AuditStatistics.mean(column)));
            }
            rows.add(new Row(method, figures));
        });
        return new AuditTable(
                "explanations",
                "Explanations",
                "Heat maps of the most probable diagnosis on " + samples.size()
                        + " images, melanomas and others in equal numbers, one a lesion, against the outlines that people drew."
                        + " Share of the heat inside the lesion, and its ratio to heat that only knows where photographers"
                        + " put it; how often the hottest cell lies inside; the mean probability while the hottest cells are"
                        + " deleted (lower is better) and inserted (higher is better); mean rank correlation with the other"
                        + " methods, and with the method's own map after weights were shuffled: near 0 is good, since a map"
                        + " must depend on what was learnt. At the last map HiResCAM equals Grad-CAM.",
                COLUMNS,
                rows,
                List.of());
    }
}
