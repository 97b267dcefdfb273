package io.github.melascope.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.CancelToken;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class CrossComparisonTest {
    private static final int MEL = Diagnosis.ALL.indexOf(Diagnosis.MEL);
    private static final Bootstrap BOOTSTRAP = new Bootstrap(300, 1);

    /** Answers to 120 images of 80 lesions; the true class's logit is higher by the skill. */
    private static FoldAnswers answers(String fold, double skill, double noise, long seed, boolean melanomas) {
        Random truth = new Random(fold.hashCode());
        Random random = new Random(seed);
        List<FoldTable.Row> rows = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            int label = truth.nextInt(7);
            label = !melanomas && label == MEL ? 0 : label;
            float[] logits = new float[7];
            for (int c = 0; c < 7; c++) {
                logits[c] = (float) (noise * random.nextGaussian() + (c == label ? skill : 0));
            }
            rows.add(new FoldTable.Row(fold + String.format("%03d", i), fold + "L" + i * 2 / 3, label, logits));
        }
        return FoldTable.read(Task.DIAGNOSIS, FoldTable.write(Task.DIAGNOSIS, rows));
    }

    private static CrossComparison.Answering recipe(String name, FoldAnswers... answers) {
        return new CrossComparison.Answering(
                name, java.util.Arrays.stream(answers).map(Optional::of).toList(), 60);
    }

    private static CrossResult compare(List<CrossComparison.Asked> folds, CrossComparison.Answering... recipes) {
        return CrossComparison.of(folds, List.of(recipes), MEL, BOOTSTRAP, new CancelToken());
    }

    private static final List<CrossComparison.Asked> TWO =
            List.of(new CrossComparison.Asked(1, "fold 1"), new CrossComparison.Asked(1, "fold 2"));

    private static double auc(FoldAnswers answers) {
        double wins = 0;
        double pairs = 0;
        for (int i = 0; i < answers.labels().length; i++) {
            for (int j = 0; j < answers.labels().length; j++) {
                if (answers.labels()[i] == MEL && answers.labels()[j] != MEL) {
                    double more = answers.probabilities()[i][MEL] - answers.probabilities()[j][MEL];
                    wins += more > 0 ? 1 : more == 0 ? 0.5 : 0;
                    pairs++;
                }
            }
        }
        return wins / pairs;
    }

    private static double logLoss(FoldAnswers answers) {
        double sum = 0;
        for (int i = 0; i < answers.labels().length; i++) {
            sum -= Math.log(answers.probabilities()[i][answers.labels()[i]]);
        }
        return sum / answers.labels().length;
    }

    @Test
    void figuresAreComputedWithinEachFoldAndAveraged() {
        FoldAnswers one = answers("a", 1, 1, 1, true);
        FoldAnswers two = answers("b", 1, 5, 2, true);
        CrossResult result = compare(TWO, recipe("base", one, two));
        CrossResult.Recipe base = result.recipes().get(0);
        assertEquals(
                (auc(one) + auc(two)) / 2, base.mean(CrossMeasure.MELANOMA_AUC).value(), 1e-12);
        assertEquals(
                (logLoss(one) + logLoss(two)) / 2,
                base.mean(CrossMeasure.LOG_LOSS).value(),
                1e-12);
        Figure auc = base.mean(CrossMeasure.MELANOMA_AUC);
        assertTrue(auc.low() < auc.value() && auc.value() < auc.high(), auc.text());
        assertEquals(240, result.images());
        assertEquals(160, result.lesions());
        assertEquals(80, result.folds().get(1).lesions());
        assertEquals(60, base.seconds());
    }

    @Test
    void theSameAnswersDoNotDifferAndBetterOnesAreBetter() {
        FoldAnswers one = answers("a", 1, 1, 1, true);
        FoldAnswers two = answers("b", 1, 1, 2, true);
        CrossResult result = compare(
                TWO,
                recipe("base", one, two),
                recipe("same", one, two),
                recipe("better", answers("a", 3, 1, 1, true), answers("b", 3, 1, 2, true)),
                recipe("worse", answers("a", 0, 1, 1, true), answers("b", 0, 1, 2, true)));
        for (CrossMeasure measure : CrossMeasure.ALL) {
            Figure none = result.recipes().get(1).difference(measure).orElseThrow();
            assertEquals(0, none.value());
            assertEquals(0, none.low());
            assertEquals(0, none.high());
            assertEquals(CrossMeasure.Verdict.NONE, measure.verdict(none), measure.code());
            Figure more = result.recipes().get(2).difference(measure).orElseThrow();
            assertEquals(CrossMeasure.Verdict.BETTER, measure.verdict(more), measure.code() + " " + more.text());
            Figure less = result.recipes().get(3).difference(measure).orElseThrow();
            assertEquals(CrossMeasure.Verdict.WORSE, measure.verdict(less), measure.code() + " " + less.text());
        }
    }

    @Test
    void pairingMakesTheIntervalNarrower() {
        FoldAnswers one = answers("a", 1.5, 1, 1, true);
        FoldAnswers two = answers("b", 1.5, 1, 2, true);
        // The same noise, a little more skill.
        CrossResult result = compare(
                TWO,
                recipe("base", one, two),
                recipe("near", answers("a", 1.6, 1, 1, true), answers("b", 1.6, 1, 2, true)));
        Figure difference =
                result.recipes().get(1).difference(CrossMeasure.MELANOMA_AUC).orElseThrow();
        Figure alone = result.recipes().get(0).mean(CrossMeasure.MELANOMA_AUC);
        assertTrue(
                difference.high() - difference.low() < (alone.high() - alone.low()) / 3,
                difference.text() + " against " + alone.text());
    }

    @Test
    void aFoldWithoutMelanomaHasNoAucAndIsLeftOutOfItsMean() {
        FoldAnswers one = answers("a", 1, 1, 1, true);
        FoldAnswers none = answers("b", 1, 1, 2, false);
        CrossResult result = compare(TWO, recipe("base", one, none), recipe("same", one, none));
        CrossResult.Recipe base = result.recipes().get(0);
        assertFalse(Objects.requireNonNull(base.byFold().get(1).orElseThrow().get(CrossMeasure.MELANOMA_AUC))
                .defined());
        assertEquals(auc(one), base.mean(CrossMeasure.MELANOMA_AUC).value(), 1e-12);
        assertEquals(
                (logLoss(one) + logLoss(none)) / 2,
                base.mean(CrossMeasure.LOG_LOSS).value(),
                1e-12);
        assertEquals(0, result.folds().get(1).melanomas());
        assertEquals(
                0,
                result.recipes()
                        .get(1)
                        .difference(CrossMeasure.MELANOMA_AUC)
                        .orElseThrow()
                        .value());
    }

    @Test
    void differencesGoOverTheFoldsThatBothHaveAnswered() {
        FoldAnswers one = answers("a", 1, 1, 1, true);
        FoldAnswers better = answers("b", 3, 1, 2, true);
        CrossComparison.Answering half =
                new CrossComparison.Answering("half", List.of(Optional.empty(), Optional.of(better)), 60);
        FoldAnswers two = answers("b", 1, 1, 3, true);
        CrossResult result = compare(TWO, recipe("base", one, two), half);
        CrossResult.Recipe other = result.recipes().get(1);
        assertEquals(auc(better), other.mean(CrossMeasure.MELANOMA_AUC).value(), 1e-12);
        assertEquals(
                auc(better) - auc(two),
                other.difference(CrossMeasure.MELANOMA_AUC).orElseThrow().value(),
                1e-12);
        assertEquals(1, other.compared());
        assertEquals(1, other.answered());
        assertTrue(result.unfinished());
        CrossResult apart = compare(
                TWO, new CrossComparison.Answering("base", List.of(Optional.of(one), Optional.empty()), 60), half);
        Figure nothing =
                apart.recipes().get(1).difference(CrossMeasure.MELANOMA_AUC).orElseThrow();
        assertFalse(nothing.defined());
        assertEquals(CrossMeasure.Verdict.UNDEFINED, CrossMeasure.MELANOMA_AUC.verdict(nothing));
        assertEquals(0, apart.recipes().get(1).compared());
    }

    @Test
    void otherImagesAreRefusedAndACancelIsHeard() {
        FoldAnswers one = answers("a", 1, 1, 1, true);
        FoldAnswers two = answers("b", 1, 1, 1, true);
        assertThrows(
                IllegalArgumentException.class, () -> compare(TWO, recipe("base", one, two), recipe("x", two, two)));
        CancelToken cancel = new CancelToken();
        cancel.cancel();
        assertThrows(
                CancellationException.class,
                () -> CrossComparison.of(TWO, List.of(recipe("base", one, two)), MEL, BOOTSTRAP, cancel));
    }

    @Test
    void tablesOfBothTasksComeBackAndDamageIsSaid() {
        List<FoldTable.Row> rows = List.of(
                new FoldTable.Row("b,\"1\"", "L", 0, new float[] {-1.5f}),
                new FoldTable.Row("a", "M", 1, new float[] {0.1f}));
        String text = FoldTable.write(Task.MELANOMA, rows);
        FoldAnswers read = FoldTable.read(Task.MELANOMA, text);
        assertEquals(List.of("a", "b,\"1\""), read.images());
        assertEquals(List.of("M", "L"), read.lesions());
        assertEquals(1, FoldTable.positive(Task.MELANOMA));
        assertEquals(1 / (1 + Math.exp(-0.1f)), read.probabilities()[0][1], 1e-12);
        assertEquals(1 / (1 + Math.exp(1.5)), read.probabilities()[1][1], 1e-12);
        for (String damage : List.of(
                "",
                text.replace("-1.5", "much"),
                text.replace("-1.5", "NaN"),
                text.replace(",0,", ",2,"),
                text + "a\n")) {
            assertThrows(IllegalArgumentException.class, () -> FoldTable.read(Task.MELANOMA, damage), damage);
        }
        assertThrows(IllegalArgumentException.class, () -> FoldTable.read(Task.DIAGNOSIS, text));
    }
}
