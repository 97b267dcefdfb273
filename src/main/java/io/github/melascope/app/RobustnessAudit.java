package io.github.melascope.app;

import io.github.melascope.audit.Alteration;
import io.github.melascope.audit.Erasure;
import io.github.melascope.audit.ImageStatistics;
import io.github.melascope.base.Ahead;
import io.github.melascope.base.ProblemException;
import io.github.melascope.dataset.Sample;
import io.github.melascope.lesion.LesionMask;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.metrics.AuditStatistics;
import io.github.melascope.metrics.AuditTable;
import io.github.melascope.metrics.AuditTable.Aim;
import io.github.melascope.metrics.AuditTable.Row;
import io.github.melascope.metrics.Figure;
import io.github.melascope.metrics.LogisticRegression;
import io.github.melascope.nn.infer.Activations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Whether the answer stays where the lesion stays, and goes where the lesion goes. */
final class RobustnessAudit {
    private static final double MEDIAN_CHANGE = 0.02;
    private static final double FLIPS = 0.02;
    /** What "towards chance" means here: a rank that is right six times in ten. */
    private static final double NEAR_CHANCE = 0.60;

    private static final int AHEAD = 6;

    private final Audited audited;

    RobustnessAudit(Audited audited) {
        this.audited = audited;
    }

    /** The changed images of one sample, in the order of {@link Alteration}, then of {@link Erasure} where there is a mask. */
    private record Views(List<RgbImage> images) {}

    List<AuditTable> tables() throws ProblemException {
        int n = audited.samples().size();
        double[][] answers = new double[1 + Alteration.ALL.size() + Erasure.ALL.size()][n];
        for (double[] row : answers) {
            Arrays.fill(row, Double.NaN);
        }
        try (Ahead<Views> views = new Ahead<>(
                audited.workers(),
                AHEAD,
                audited.samples().stream().map(this::changing).iterator())) {
            for (int i = 0; i < n; i++) {
                List<RgbImage> images =
                        views.next(1, audited.cancel()).getFirst().images();
                Activations activations = audited.model().network().run(images, false);
                for (int k = 0; k < images.size(); k++) {
                    answers[k][i] =
                            audited.model().scores(activations.logits()[k]).melanoma();
                }
                audited.progress().report("stage.altering", i + 1L, n);
            }
        }
        return List.of(robustness(answers), shortcuts(answers));
    }

    private Callable<Views> changing(Sample sample) {
        return () -> {
            RgbImage image = audited.image(sample);
            List<RgbImage> images = new ArrayList<>(List.of(image));
            for (Alteration alteration : Alteration.ALL) {
                images.add(alteration.apply(image, audited.seed(sample)));
            }
            Optional<LesionMask> mask = audited.mask(sample);
            if (mask.isPresent()) {
                for (Erasure erasure : Erasure.ALL) {
                    images.add(erasure.apply(image, mask.get()));
                }
            }
            return new Views(images);
        };
    }

    private AuditTable robustness(double[][] answers) {
        List<Row> rows = new ArrayList<>();
        for (Alteration alteration : Alteration.ALL) {
            double[] after = answers[1 + Alteration.ALL.indexOf(alteration)];
            rows.add(new Row(
                    alteration.title(),
                    audited.figures(AuditStatistics.change(answers[0], after, audited.threshold()))));
        }
        return new AuditTable(
                "robustness",
                "Robustness",
                "Every image is changed in ways that must not change the answer. How far the melanoma probability moves"
                        + " (absolute value), and the share of images that go over the model's threshold either way.",
                List.of("Median change", "95th percentile", "Flips"),
                rows,
                List.of(Aim.atMost("Median change", MEDIAN_CHANGE), Aim.atMost("Flips", FLIPS)));
    }

    private AuditTable shortcuts(double[][] answers) throws ProblemException {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("the model, image as it is", auc(answers[0])));
        List<Aim> aims = new ArrayList<>();
        if (audited.masks().isPresent()) {
            for (Erasure erasure : Erasure.ALL) {
                double[] scores = answers[1 + Alteration.ALL.size() + Erasure.ALL.indexOf(erasure)];
                rows.add(new Row("the model, " + erasure.title(), auc(scores)));
                if (erasure != Erasure.BACKGROUND) {
                    aims.add(Aim.atMost("Melanoma ROC AUC", NEAR_CHANCE)
                            .of(rows.getLast().name()));
                }
            }
        }
        for (ImageStatistics statistics : ImageStatistics.values()) {
            rows.add(new Row(statistics.title() + " (no network)", auc(baseline(statistics))));
        }
        return new AuditTable(
                "shortcuts",
                "Without the lesion, and without a network",
                "How well melanoma is told from the rest. With the lesion filled with skin colour the area must fall"
                        + " towards chance (0.5; the limit here is 0.60). The last rows are logistic regressions on a few"
                        + " statistics of the whole image, fitted on the training part: what can be had without looking.",
                List.of("Melanoma ROC AUC"),
                rows,
                aims);
    }

    private List<Figure> auc(double[] scores) {
        return audited.figures(AuditStatistics.rocAuc(scores, audited.melanoma()));
    }

    private double[] baseline(ImageStatistics statistics) throws ProblemException {
        boolean[] melanoma = new boolean[audited.training().size()];
        for (int i = 0; i < melanoma.length; i++) {
            melanoma[i] = audited.training().get(i).melanoma();
        }
        LogisticRegression model = LogisticRegression.fit(measured(statistics, audited.training()), melanoma);
        return Arrays.stream(measured(statistics, audited.samples()))
                .mapToDouble(model::probability)
                .toArray();
    }

    private double[][] measured(ImageStatistics statistics, List<Sample> samples) throws ProblemException {
        double[][] features = new double[samples.size()][];
        try (Ahead<double[]> measuring = new Ahead<>(
                audited.workers(),
                8 * AHEAD,
                samples.stream()
                        .map(sample -> (Callable<double[]>) () -> statistics.of(audited.image(sample)))
                        .iterator())) {
            for (int i = 0; i < features.length; i++) {
                features[i] = measuring.next(1, audited.cancel()).getFirst();
                audited.progress().report("stage.measuring", i + 1L, features.length);
            }
        }
        return features;
    }
}
