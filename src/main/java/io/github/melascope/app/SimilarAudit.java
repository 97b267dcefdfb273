package io.github.melascope.app;

import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.metrics.AuditStatistics;
import io.github.melascope.metrics.AuditTable;
import io.github.melascope.metrics.AuditTable.Row;
import io.github.melascope.metrics.Figure;
import io.github.melascope.nn.infer.ReferenceSet.Similar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the confirmed cases that are shown as similar have the diagnosis of the image. */
final class SimilarAudit {
    private static final int[] COUNTS = {1, 5, 15};

    private final Audited audited;
    private final RawAnswers answers;

    SimilarAudit(Audited audited, RawAnswers answers) {
        this.audited = audited;
        this.answers = answers;
    }

    /** Empty for a model without confirmed cases, or images without diagnoses. */
    Optional<AuditTable> table() {
        boolean diagnoses = audited.samples().stream().allMatch(sample -> sample.diagnosis() != null);
        if (audited.model().reference().size() == 0 || !diagnoses) {
            return Optional.empty();
        }
        List<Row> rows = new ArrayList<>();
        for (int count : COUNTS) {
            rows.add(row(count));
        }
        return Optional.of(new AuditTable(
                "similar",
                "Similar cases",
                "The nearest of " + audited.model().reference().size()
                        + " confirmed training cases, about as many of each diagnosis as there are. How often the diagnosis"
                        + " that most of them have (of equals the nearest) is that of the image, over all images, over"
                        + " melanomas, and over the rest; and how often it is the model's own answer.",
                List.of("Agrees with the truth", "Melanomas", "Other diagnoses", "Agrees with the model"),
                rows,
                List.of()));
    }

    private Row row(int count) {
        int n = audited.samples().size();
        double[][] agrees = new double[4][n];
        for (int i = 0; i < n; i++) {
            Diagnosis truth = audited.samples().get(i).diagnosis();
            Diagnosis most = majority(audited.model().reference().nearest(answers.embeddings()[i], count));
            double right = most == truth ? 1 : 0;
            agrees[0][i] = right;
            agrees[1][i] = truth == Diagnosis.MEL ? right : Double.NaN;
            agrees[2][i] = truth == Diagnosis.MEL ? Double.NaN : right;
            List<Double> scores = audited.model().scores(answers.logits()[i]).byClass();
            boolean seven = scores.size() == Diagnosis.ALL.size();
            agrees[3][i] =
                    seven ? (most == Diagnosis.ALL.get(scores.indexOf(Collections.max(scores))) ? 1 : 0) : Double.NaN;
        }
        List<Figure> figures = new ArrayList<>();
        for (double[] column : agrees) {
            figures.addAll(audited.figures(AuditStatistics.mean(column)));
        }
        return new Row(count == 1 ? "the nearest" : "most of the " + count + " nearest", figures);
    }

    private static Diagnosis majority(List<Similar> nearest) {
        Map<Diagnosis, Integer> votes = new EnumMap<>(Diagnosis.class);
        nearest.forEach(found -> votes.merge(found.diagnosis(), 1, Integer::sum));
        int most = Collections.max(votes.values());
        return nearest.stream()
                .map(Similar::diagnosis)
                .filter(dx -> votes.getOrDefault(dx, 0) == most)
                .findFirst()
                .orElseThrow();
    }
}
