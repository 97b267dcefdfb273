package io.github.melascope.lesion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PredictionTest {
    private static final Quality GOOD = new Quality(600, 450, 100, 150, 0, List.of());

    @Test
    void theLikeliestDiagnosisIsTheHighestProbability() {
        assertEquals(
                Optional.of(Diagnosis.BCC),
                prediction(Map.of(Diagnosis.NV, 0.3, Diagnosis.BCC, 0.6, Diagnosis.MEL, 0.1))
                        .likeliest());
        assertEquals(
                Optional.empty(), prediction(Map.of(Diagnosis.MEL, 0.9)).likeliest(), "one class has no likeliest");
    }

    @Test
    void onlyBasalCellCarcinomaAndActinicKeratosisAreOtherMalignancies() {
        assertTrue(Diagnosis.BCC.isOtherMalignancy() && Diagnosis.AKIEC.isOtherMalignancy());
        assertFalse(Diagnosis.MEL.isOtherMalignancy() || Diagnosis.NV.isOtherMalignancy());
    }

    private static Prediction prediction(Map<Diagnosis, Double> probabilities) {
        return new Prediction(Outcome.LOWER_CONCERN, "", 0.1, probabilities, 0.2, GOOD, "test", "00");
    }
}
