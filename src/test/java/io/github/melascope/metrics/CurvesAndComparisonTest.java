package io.github.melascope.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.CancelToken;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class CurvesAndComparisonTest {
    private static final Exam EXAM = new Exam("synthetic cases", 1, 0.2, 0.4, new Bootstrap(300, 1));

    @Test
    void bandsGoAroundTheCurveItself() {
        List<Case> cases = EvaluationTest.cases(300, true, 9);
        double[] scores = Evaluation.scores(cases);
        boolean[] melanoma = Evaluation.melanoma(cases);
        Roc roc = Roc.of(scores, melanoma);
        List<PrecisionRecall.Point> pr = PrecisionRecall.of(scores, melanoma).points();
        CurveBands bands = Evaluation.bands(EXAM, cases, new CancelToken());
        for (int i = 0; i < bands.grid().size(); i++) {
            double at = bands.grid().get(i);
            Figure sensitivity = bands.sensitivity().get(i);
            assertEquals(roc.sensitivityAtSpecificity(1 - at), sensitivity.value(), 1e-12, "at " + at);
            assertTrue(sensitivity.low() <= sensitivity.high() + 1e-12);
            double precision = pr.stream()
                    .filter(p -> p.recall() >= at - 1e-9)
                    .findFirst()
                    .orElseThrow()
                    .precision();
            assertEquals(precision, bands.precision().get(i).value(), 1e-12, "at " + at);
        }
    }

    @Test
    void binsAndNetBenefitHaveIntervalsAroundTheirOwnValues() {
        List<Case> cases = EvaluationTest.cases(300, true, 9);
        double[] scores = Evaluation.scores(cases);
        boolean[] melanoma = Evaluation.melanoma(cases);
        CurveBands bands = Evaluation.bands(EXAM, cases, new CancelToken());
        List<Calibration.Bin> bins = Calibration.of(scores, melanoma).bins();
        assertEquals(bins.size(), bands.observed().size());
        for (int m = 0; m < bins.size(); m++) {
            around(bins.get(m).observed(), bands.observed().get(m));
        }
        List<DecisionCurve.Point> points =
                DecisionCurve.of(ThresholdTable.of(scores, melanoma)).points();
        assertEquals(points.size(), bands.benefit().size());
        for (int i = 0; i < points.size(); i++) {
            around(points.get(i).model(), bands.benefit().get(i));
        }
        assertTrue(bands.benefit().stream().anyMatch(figure -> figure.high() > figure.low() + 0.01));
    }

    private static void around(double value, Figure figure) {
        assertEquals(value, figure.value(), 0, "the interval is of another figure than the chart's");
        assertTrue(Double.isNaN(value) || (figure.low() <= value && value <= figure.high()), figure.text());
    }

    /** A case that counts twice is as two cases. */
    @Test
    void weightedBinsAndBenefitAreThoseOfAsManyCases() {
        java.util.SplittableRandom random = new java.util.SplittableRandom(3);
        double[] scores =
                random.doubles(200).map(p -> Math.round(p * 100) / 100.0).toArray();
        boolean[] melanoma = new boolean[200];
        int[] weights = random.ints(200, 0, 4).toArray();
        List<Double> allScores = new ArrayList<>();
        List<Boolean> allMelanoma = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            melanoma[i] = random.nextDouble() < scores[i];
            for (int n = 0; n < weights[i]; n++) {
                allScores.add(scores[i]);
                allMelanoma.add(melanoma[i]);
            }
        }
        double[] s = allScores.stream().mapToDouble(p -> p).toArray();
        boolean[] m = new boolean[s.length];
        for (int i = 0; i < m.length; i++) {
            m[i] = allMelanoma.get(i);
        }
        double[] observed = new double[Calibration.BINS];
        Calibration.observed(scores, melanoma).compute(weights, observed, 0);
        double[] benefit = new double[99];
        DecisionCurve.benefit(scores, melanoma).compute(weights, benefit, 0);
        for (int bin = 0; bin < observed.length; bin++) {
            assertEquals(Calibration.of(s, m).bins().get(bin).observed(), observed[bin], 1e-12);
        }
        List<DecisionCurve.Point> points =
                DecisionCurve.of(ThresholdTable.of(s, m)).points();
        for (int i = 0; i < benefit.length; i++) {
            assertEquals(
                    points.get(i).model(),
                    benefit[i],
                    1e-12,
                    "at " + points.get(i).threshold());
        }
    }

    @Test
    void oneClassHasNoBands() {
        List<Case> others = EvaluationTest.cases(40, true, 9).stream()
                .filter(one -> !one.melanoma())
                .toList();
        CurveBands bands = Evaluation.bands(EXAM, others, new CancelToken());
        assertTrue(bands.sensitivity().stream().noneMatch(Figure::defined));
    }

    @Test
    void aModelDoesNotDifferFromItself() {
        List<Case> cases = EvaluationTest.cases(200, false, 2);
        Comparison same = compare(cases, cases);
        for (BinaryMeasure measure : BinaryMeasure.ALL) {
            Figure difference = Objects.requireNonNull(same.difference().get(measure));
            assertEquals(new Figure(0, 0, 0), difference, measure.title());
        }
        assertEquals(1, same.all().midP());
        assertTrue(same.disagreements().onlyFirst().isEmpty());
    }

    @Test
    void aBetterModelIsFoundBetterOnTheImagesThatBothAnswered() {
        List<Case> good = EvaluationTest.cases(300, false, 2);
        List<Case> poor = new ArrayList<>();
        for (int i = 0; i < good.size() - 10; i++) {
            // Every second answer is that of another image.
            poor.add(i % 2 == 0 ? answered(good.get(i), good.get((i * 31 + 7) % good.size())) : good.get(i));
        }
        Comparison comparison = compare(good, poor);
        assertEquals(good.size() - 10, comparison.images());
        assertEquals(10, comparison.left());
        Figure auc = Objects.requireNonNull(comparison.difference().get(BinaryMeasure.ROC_AUC));
        assertTrue(auc.low() > 0, auc.text());
        assertTrue(comparison.all().midP() < 0.05, "p = " + comparison.all().midP());
        assertEquals(
                comparison.all().onlyFirst(),
                comparison.disagreements().onlyFirst().size());
        assertEquals(
                comparison.all().onlyFirst(),
                comparison.melanomas().onlyFirst() + comparison.others().onlyFirst());
        HashSet<String> both = new HashSet<>(comparison.disagreements().onlyFirst());
        both.retainAll(comparison.disagreements().onlySecond());
        assertTrue(both.isEmpty());
        assertEquals(
                Evaluation.of(EXAM, good.subList(0, good.size() - 10)).get(BinaryMeasure.RECALL),
                comparison.first().get(BinaryMeasure.RECALL));
    }

    @Test
    void whatIsHardForBothCancelsOutOfTheDifference() {
        List<Case> good = EvaluationTest.cases(300, false, 2);
        List<Case> nearly = new ArrayList<>(good);
        for (int i = 0; i < nearly.size(); i += 30) {
            nearly.set(i, answered(good.get(i), good.get((i * 31 + 7) % good.size())));
        }
        Comparison comparison = compare(good, nearly);
        Figure first = Objects.requireNonNull(comparison.first().get(BinaryMeasure.ROC_AUC));
        Figure difference = Objects.requireNonNull(comparison.difference().get(BinaryMeasure.ROC_AUC));
        assertTrue(difference.high() - difference.low() < first.high() - first.low(), difference.text());
    }

    @Test
    void modelsWithoutACommonImageAreNotCompared() {
        List<Case> cases = EvaluationTest.cases(20, false, 2);
        assertFalse(
                Comparison.of(side(cases.subList(0, 5)), side(cases.subList(5, 9)), EXAM.bootstrap(), new CancelToken())
                        .isPresent());
    }

    @Test
    void whatIsNoLongerWantedEndsWithinADraw() {
        CancelToken cancelled = new CancelToken();
        cancelled.cancel();
        List<Case> cases = EvaluationTest.cases(20, true, 2);
        assertThrows(CancellationException.class, () -> Evaluation.of(EXAM, cases, cancelled));
    }

    private static Comparison compare(List<Case> first, List<Case> second) {
        return Comparison.of(side(first), side(second), EXAM.bootstrap(), new CancelToken())
                .orElseThrow();
    }

    private static Comparison.Side side(List<Case> cases) {
        return new Comparison.Side(cases, 0.2);
    }

    private static Case answered(Case one, Case like) {
        return new Case(
                one.id(),
                one.lesionId(),
                one.melanoma(),
                one.diagnosis(),
                like.melanomaProbability(),
                List.of(),
                one.dxType(),
                one.sex(),
                one.ageBand(),
                one.site());
    }
}
