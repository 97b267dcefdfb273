package io.github.melascope.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CaseTableTest {
    @Test
    void whatIsWrittenIsReadBack() {
        Map<String, List<Case>> groups = new LinkedHashMap<>();
        groups.put("validation", EvaluationTest.cases(40, true, 3));
        groups.put("test", EvaluationTest.cases(30, false, 4));
        String text = CaseTable.write(groups);
        Map<String, List<Case>> back = CaseTable.read(text);
        assertEquals(List.copyOf(groups.keySet()), List.copyOf(back.keySet()));
        groups.forEach((part, cases) -> {
            for (int i = 0; i < cases.size(); i++) {
                Case was = cases.get(i);
                Case is = Objects.requireNonNull(back.get(part)).get(i);
                assertEquals(was.melanomaProbability(), is.melanomaProbability(), 5e-7);
                assertEquals(was.probabilities().size(), is.probabilities().size());
                assertEquals(was.diagnosis(), is.diagnosis());
                assertEquals(was.melanoma(), is.melanoma());
                assertEquals(
                        List.of(was.id(), was.lesionId(), was.dxType(), was.sex(), was.ageBand(), was.site()),
                        List.of(is.id(), is.lesionId(), is.dxType(), is.sex(), is.ageBand(), is.site()));
            }
        });
        assertEquals(text, CaseTable.write(back));
    }

    @Test
    void aDamagedTableIsRefusedWithItsLine() {
        String text = CaseTable.write(Map.of("test", EvaluationTest.cases(5, true, 1)));
        assertRefused(text.replace("p_mel,", ""), "line 1");
        assertRefused(text + "test,a,b\n", "3 cells");
        assertRefused(text.replaceFirst("0\\.\\d{6}", "1.500000"), "line 2");
        assertRefused(text.replaceFirst("0\\.\\d{6}", "one"), "line 2");
    }

    private static void assertRefused(String text, String words) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> CaseTable.read(text));
        assertTrue(String.valueOf(e.getMessage()).contains(words), e.getMessage());
    }
}
