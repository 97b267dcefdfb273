package io.github.melascope.app;

import io.github.melascope.base.CancelToken;
import io.github.melascope.dataset.Sample;
import io.github.melascope.metrics.AuditStatistics;
import io.github.melascope.metrics.AuditTable;
import io.github.melascope.metrics.AuditTable.Row;
import io.github.melascope.metrics.Bootstrap;
import io.github.melascope.metrics.Figure;
import io.github.melascope.metrics.Statistic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What the models that lacked a diagnosis found, one row a diagnosis and one for the mean of them. */
final class UnknownTables {
    private static final double ALIKE = 0.05;

    private final List<LeftOut> all;
    private final Bootstrap bootstrap;
    private final CancelToken cancel;

    /** @param all of the same samples, at least one */
    UnknownTables(List<LeftOut> all, Bootstrap bootstrap, CancelToken cancel) {
        this.all = List.copyOf(all);
        this.bootstrap = bootstrap;
        this.cancel = cancel;
    }

    List<AuditTable> all() {
        return List.of(auroc(), answered());
    }

    private AuditTable auroc() {
        List<Function<LeftOut, Statistic>> columns = new ArrayList<>();
        for (int score = 0; score < LeftOut.SCORES.size(); score++) {
            int which = score;
            columns.add(one -> AuditStatistics.rocAuc(one.strangeness()[which], one.unknown()));
        }
        columns.add(one -> AuditStatistics.mean(one.right()));
        List<String> names = new ArrayList<>(LeftOut.SCORES);
        names.add("Known diagnoses named rightly");
        return new AuditTable(
                "unknown-auroc",
                "Telling an unknown diagnosis",
                "For each diagnosis a head was trained without any of its images, on frozen features that have never seen a"
                        + " dermoscopic image. AUROC of telling its images from those of the known diagnoses: 0.5 is chance."
                        + " Entropy and highest probability are calibrated; nearest is the mean cosine to the 5 nearest"
                        + " confirmed cases; Mahalanobis is the check that the program makes before it answers. The last column"
                        + " tells how good the head is at what it knows.",
                names,
                rows(columns),
                List.of());
    }

    private AuditTable answered() {
        List<String> names = new ArrayList<>(List.of("Answered", "Answered lower concern"));
        List<Function<LeftOut, Statistic>> columns = new ArrayList<>(List.of(
                one -> ofUnknown(one, i -> one.strangeness()[last()][i] <= one.limit()), UnknownTables::lowerConcern));
        for (int score = 0; score < LeftOut.SCORES.size(); score++) {
            int which = score;
            names.add(LeftOut.SCORES.get(score));
            columns.add(one -> {
                double limit = one.quantile(which, ALIKE);
                return ofUnknown(one, i -> one.strangeness()[which][i] <= limit);
            });
        }
        return new AuditTable(
                "unknown-answered",
                "Unknown diagnoses that get an answer",
                "The share of images of an unknown diagnosis that are answered without a word of caution, though none of"
                        + " the answers can be right. First as the program decides, by the limit that refuses 1 % of the known;"
                        + " then those among all that are told lower concern, by the threshold that finds 90 % of the"
                        + " melanomas; then by each score at a limit that refuses 5 % of the known. What a poor image or heat"
                        + " outside the lesion would say is not counted.",
                names,
                rows(columns),
                List.of());
    }

    private static Statistic lowerConcern(LeftOut one) {
        if (Double.isNaN(one.threshold())) {
            return AuditStatistics.mean(filled(one.samples().size()));
        }
        return ofUnknown(one, i -> one.strangeness()[last()][i] <= one.limit() && one.melanoma()[i] < one.threshold());
    }

    private static int last() {
        return LeftOut.SCORES.size() - 1;
    }

    private static double[] filled(int size) {
        double[] values = new double[size];
        java.util.Arrays.fill(values, Double.NaN);
        return values;
    }

    /** The share of the unknown images of which something holds. */
    private static Statistic ofUnknown(LeftOut one, java.util.function.IntPredicate holds) {
        double[] values = filled(one.samples().size());
        boolean[] unknown = one.unknown();
        for (int i = 0; i < values.length; i++) {
            if (unknown[i]) {
                values[i] = holds.test(i) ? 1 : 0;
            }
        }
        return AuditStatistics.mean(values);
    }

    private List<Row> rows(List<Function<LeftOut, Statistic>> columns) {
        List<Statistic> joined = new ArrayList<>();
        for (Function<LeftOut, Statistic> column : columns) {
            joined.add(AuditStatistics.withMean(all.stream().map(column).toList()));
        }
        Map<String, Integer> lesions = new HashMap<>();
        int[] cluster = all.getFirst().samples().stream()
                .map(Sample::lesionId)
                .mapToInt(lesion -> lesions.computeIfAbsent(lesion, id -> lesions.size()))
                .toArray();
        List<Figure> figures = bootstrap.figures(cluster, Statistic.join(joined), cancel);
        List<Row> rows = new ArrayList<>();
        for (int row = 0; row <= all.size(); row++) {
            List<Figure> line = new ArrayList<>();
            for (int column = 0; column < columns.size(); column++) {
                line.add(figures.get(column * (all.size() + 1) + row));
            }
            rows.add(new Row(row < all.size() ? name(all.get(row)) : "mean", line));
        }
        return rows;
    }

    private static String name(LeftOut one) {
        long images = one.samples().stream()
                .filter(sample -> sample.diagnosis() == one.left())
                .count();
        return one.left().fullName() + ", " + images + " images";
    }
}
