package io.github.melascope.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.ProblemException;
import io.github.melascope.base.StrictJson;
import io.github.melascope.metrics.AuditTable.Aim;
import io.github.melascope.metrics.AuditTable.Row;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditTableTest {
    private static final AuditTable TABLE = new AuditTable(
            "robustness",
            "Robustness",
            "How it was measured.",
            List.of("Change", "AUC"),
            List.of(
                    new Row("ink", new Figure(0.02, 0.01, 0.03), new Figure(0.95, 0.9, 0.97)),
                    new Row("hair", new Figure(0.021, 0.01, 0.03, 4), new Figure(Double.NaN, Double.NaN, Double.NaN))),
            List.of(Aim.atMost("Change", 0.02), Aim.atLeast("AUC", 0.99).of("ink")));

    @Test
    void anAimIsMissedBeyondItsLimitWhereThereIsAFigure() {
        List<AuditTable.Miss> missed = TABLE.missed();
        assertEquals(
                List.of("ink", "hair"),
                missed.stream().map(AuditTable.Miss::row).toList());
        assertEquals(
                List.of("AUC", "Change"),
                missed.stream().map(AuditTable.Miss::column).toList());
        assertEquals(3, TABLE.aimed());
    }

    @Test
    void whatDoesNotFitTogetherIsRefused() {
        List<Row> rows = List.of(new Row("one", new Figure(1, 1, 1)));
        List<String> two = List.of("a", "b");
        assertThrows(IllegalArgumentException.class, () -> new AuditTable("i", "t", "n", two, rows, List.of()));
        List<Aim> foreign = List.of(Aim.atMost("c", 1));
        assertThrows(IllegalArgumentException.class, () -> new AuditTable("i", "t", "n", two, List.of(), foreign));
    }

    @Test
    void jsonTellsTheSameAgain() throws Exception {
        AuditResult result = new AuditResult(
                "m",
                "abc",
                "ham, validation part",
                10,
                8,
                2,
                "melascope …",
                "2026-11-23",
                new Bootstrap(50, 1),
                List.of(TABLE));
        String text = StrictJson.pretty(AuditJson.write(result));
        assertEquals(result, AuditJson.read(text.getBytes(StandardCharsets.UTF_8), "audit.json"));
        String cut = text.replace("\"column\" : \"AUC\"", "\"column\" : \"ABC\"");
        ProblemException refused = assertThrows(
                ProblemException.class, () -> AuditJson.read(cut.getBytes(StandardCharsets.UTF_8), "audit.json"));
        assertTrue(refused.getMessage().contains("ABC"), refused.getMessage());
    }
}
