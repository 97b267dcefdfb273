package io.github.melascope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
    private static final Opening FIRST = new Opening("2026-11-23", "melascope train x --id \"a\"", "synthetic, seed 1");
    private static final Opening SECOND = new Opening("2026-11-24", "melascope evaluate x", "Müller\nŁukasz 山田");

    @TempDir
    Path folder;

    @Test
    void openingsAreCountedAndKept() throws Exception {
        Ledger ledger = new Ledger(folder.resolve("openings.jsonl"));
        assertEquals(List.of(), ledger.read());
        assertEquals(1, ledger.append(FIRST));
        String before = Files.readString(ledger.file());
        assertEquals(2, ledger.append(SECOND));
        assertTrue(Files.readString(ledger.file()).startsWith(before), "only ever appended");
        assertEquals(List.of(FIRST, SECOND), ledger.read());
        assertEquals(2, Files.readAllLines(ledger.file()).size());
    }

    @Test
    void aLineCutShortStillCountsAndSpoilsNoOther() throws Exception {
        Ledger ledger = new Ledger(folder.resolve("openings.jsonl"));
        ledger.append(FIRST);
        Files.writeString(ledger.file(), "{\"date\":\"2026", StandardOpenOption.APPEND);
        assertEquals(2, ledger.read().size());
        assertEquals(3, ledger.append(SECOND));
        assertEquals(FIRST, ledger.read().get(0));
        assertEquals("unreadable", ledger.read().get(1).exam());
        assertEquals(SECOND, ledger.read().get(2));
    }

    @Test
    void anOpeningThatCannotBeWrittenDownIsRefused() throws Exception {
        Path file = Files.createDirectories(folder.resolve("openings.jsonl"));
        ProblemException e = assertThrows(ProblemException.class, () -> new Ledger(file).append(FIRST));
        assertEquals(ProblemException.Kind.UNUSABLE, e.kind());
        assertTrue(e.what().contains("opening of the test part"));
    }
}
