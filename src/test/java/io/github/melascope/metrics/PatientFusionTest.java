package io.github.melascope.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.lesion.PatientFacts;
import io.github.melascope.lesion.PatientFacts.Fact;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PatientFusionTest {
    private static final int CASES = 2000;

    /** Drawn from log odds that are known: the model's, and 0.5 a decade from 50 on. */
    private static FusionStudy drawn(double perDecade) {
        Random random = new Random(3);
        double[] model = new double[CASES];
        boolean[] melanoma = new boolean[CASES];
        List<PatientFacts> patients = new ArrayList<>();
        List<String> lesions = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            double z = 2 * random.nextGaussian() - 1;
            double age = 20 + 5 * random.nextInt(13);
            boolean known = random.nextDouble() > 0.1;
            model[i] = TemperatureScaling.sigmoid(z);
            melanoma[i] = random.nextDouble() < TemperatureScaling.sigmoid(z + perDecade * (age - 50) / 10);
            patients.add(new PatientFacts(
                    known ? OptionalDouble.of(age) : OptionalDouble.empty(),
                    random.nextBoolean() ? "male" : "female",
                    PatientFacts.UNKNOWN));
            lesions.add("lesion " + i / 2);
        }
        return new FusionStudy(model, patients, melanoma, lesions);
    }

    @Test
    void findsTheEffectThatTheCasesWereDrawnWith() {
        PatientFusion fusion = drawn(0.5).fit(List.of(Fact.AGE, Fact.SEX));
        assertEquals(1, fusion.slope(), 0.15, "unknown ages are noise, which flattens");
        assertEquals(0.5, fusion.weights().getOrDefault("age", Double.NaN), 0.1);
        assertEquals(
                fusion.weights().getOrDefault("sex male", Double.NaN),
                fusion.weights().getOrDefault("sex female", Double.NaN),
                0.2);
        assertEquals(20, fusion.leastAge());
        assertEquals(80, fusion.greatestAge());
        assertEquals(List.of("female", "male"), fusion.words(Fact.SEX));
    }

    @Test
    void ageHelpsWhereItCountsAndNotWhereItDoesNot() {
        FusionStudy counts = drawn(0.5);
        AuditTable.Row row = counts.crossValidated("v", counts.fit(List.of(Fact.AGE)), 1, new CancelToken());
        assertEquals(FusionStudy.COLUMNS.size(), row.figures().size());
        assertTrue(row.figures().get(2).low() > 0, row.toString());
        assertTrue(row.figures().get(5).high() < 0, row.toString());
        FusionStudy idle = drawn(0);
        AuditTable.Row none = idle.crossValidated("v", idle.fit(List.of(Fact.AGE)), 1, new CancelToken());
        assertTrue(Math.abs(none.figures().get(2).value()) < 0.003, none.toString());
    }

    @Test
    void asItIsJudgesTheFusionItself() {
        FusionStudy study = drawn(0.5);
        PatientFusion nothing =
                new PatientFusion(List.of(Fact.AGE), 20, 80, 0, 1, Map.of("age", 0.0), Map.of("age", 5.0));
        AuditTable.Row row = study.asItIs("t", nothing, 1, new CancelToken());
        assertEquals(0, row.figures().get(2).value(), 1e-12);
        assertEquals(0, row.figures().get(5).value(), 1e-9);
    }

    @Test
    void agesBeyondAllThatWereSeenCountAsTheNearest() {
        PatientFusion fusion =
                new PatientFusion(List.of(Fact.AGE), 20, 80, 0, 1, Map.of("age", 0.5), Map.of("age", 5.0));
        assertEquals(fusion.probability(0.3, aged(80)), fusion.probability(0.3, aged(99)));
        assertTrue(fusion.beyond(OptionalDouble.of(99)));
        assertFalse(fusion.beyond(OptionalDouble.of(80)));
        assertTrue(fusion.probability(0.3, aged(60)) > fusion.probability(0.3, aged(40)));
        // 0.3 has log odds −0.8473; 6 decades at 0.5 add 3.
        assertEquals(1 / (1 + Math.exp(-(3 - 0.84729786))), fusion.probability(0.3, aged(60)), 1e-8);
        PatientFacts unknown = PatientFacts.NONE;
        assertEquals(fusion.probability(0.3, aged(50)), fusion.probability(0.3, unknown), 1e-12, "the mean age");
        assertTrue(Double.isFinite(fusion.probability(0, aged(60))) && fusion.probability(1, aged(60)) <= 1);
    }

    private static PatientFacts aged(double years) {
        return new PatientFacts(OptionalDouble.of(years), PatientFacts.UNKNOWN, PatientFacts.UNKNOWN);
    }

    @Test
    void fewLesionsOrNoAgesAreNotEnough() {
        assertTrue(drawn(0.5).enough());
        double[] model = {0.1, 0.9};
        boolean[] melanoma = {false, true};
        assertFalse(new FusionStudy(model, List.of(aged(30), aged(60)), melanoma, List.of("a", "b")).enough());
        assertThrows(
                IllegalArgumentException.class,
                () -> PatientFusion.fit(
                        List.of(Fact.AGE), model, List.of(PatientFacts.NONE, PatientFacts.NONE), melanoma));
    }

    @Test
    void theFileGivesTheSameBackAndADamagedOneIsRefused() throws ProblemException {
        FusionStudy study = drawn(0.5);
        PatientFusion fusion = study.fit(List.of(Fact.AGE, Fact.SEX));
        AuditTable exam = new AuditTable(
                "patient",
                "t",
                "n",
                FusionStudy.COLUMNS,
                List.of(study.asItIs("t", fusion, 1, new CancelToken())),
                List.of());
        FittedFusion fitted = new FittedFusion("c", "2026-11-24", fusion, exam);
        String text = FusionJson.write(fitted);
        assertEquals(fitted, FusionJson.read(text.getBytes(StandardCharsets.UTF_8), "f"));
        for (String damage :
                List.of(text.replace("\"age\"", "\"height\""), text.replace("\"slope\"", "\"slop\""), "{}")) {
            assertThrows(ProblemException.class, () -> FusionJson.read(damage.getBytes(StandardCharsets.UTF_8), "f"));
        }
    }
}
