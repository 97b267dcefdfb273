package io.github.melascope.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.lesion.Diagnosis;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class PairedBootstrapTest {
    private static final int IMAGES = 300;

    /** Three images a lesion, every fifth lesion a melanoma. */
    private static PairedBootstrap.Answers answers(IntToDoubleFunction probability) {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < IMAGES; i++) {
            boolean melanoma = i / 3 % 5 == 0;
            cases.add(new Case(
                    "image-" + i,
                    "lesion-" + i / 3,
                    melanoma,
                    melanoma ? Diagnosis.MEL : Diagnosis.NV,
                    probability.applyAsDouble(i),
                    List.of(),
                    "histo",
                    "female",
                    "30-44",
                    "back"));
        }
        return new PairedBootstrap.Answers(cases, 0.5);
    }

    private static double noisy(int i, double signal) {
        double noise = new java.util.SplittableRandom(i).nextDouble();
        return (i / 3 % 5 == 0 ? signal : 0) + (1 - signal) * noise;
    }

    @Test
    void aModelDoesNotDifferFromItself() {
        PairedBootstrap.Answers same = answers(i -> noisy(i, 0.3));
        PairedBootstrap.difference(same, same).values().forEach(figure -> {
            assertEquals(0, figure.value());
            assertEquals(0, figure.low());
            assertEquals(0, figure.high());
        });
    }

    @Test
    void theDifferenceIsThatOfTheFiguresAndItsIntervalIsNarrowerThanTheirs() {
        PairedBootstrap.Answers good = answers(i -> noisy(i, 0.4));
        PairedBootstrap.Answers fair = answers(i -> noisy(i, 0.3));
        List<Case> shuffled = new ArrayList<>(fair.cases());
        Collections.shuffle(shuffled, new Random(1));
        Map<BinaryMeasure, Figure> difference =
                PairedBootstrap.difference(good, new PairedBootstrap.Answers(shuffled, 0.5));
        Exam exam = new Exam("test", 1, 0.5, 0.5);
        ExamResult one = Evaluation.of(exam, good.cases());
        ExamResult other = Evaluation.of(exam, fair.cases());
        for (BinaryMeasure measure : BinaryMeasure.ALL) {
            assertEquals(
                    one.get(measure).value() - other.get(measure).value(),
                    java.util.Objects.requireNonNull(difference.get(measure)).value(),
                    1e-12,
                    measure.title());
        }
        Figure auc = java.util.Objects.requireNonNull(difference.get(BinaryMeasure.ROC_AUC));
        assertTrue(auc.low() > 0, "the better model is not seen to be better: " + auc.text());
        double alone = other.get(BinaryMeasure.ROC_AUC).high()
                - other.get(BinaryMeasure.ROC_AUC).low();
        assertTrue(auc.high() - auc.low() < alone, "pairing gained nothing: " + auc.text());
    }

    @Test
    void otherImagesAreRefused() {
        PairedBootstrap.Answers all = answers(i -> noisy(i, 0.3));
        PairedBootstrap.Answers fewer = new PairedBootstrap.Answers(all.cases().subList(0, 200), 0.5);
        assertThrows(IllegalArgumentException.class, () -> PairedBootstrap.difference(all, fewer));
        assertThrows(IllegalArgumentException.class, () -> PairedBootstrap.difference(fewer, all));
    }
}
