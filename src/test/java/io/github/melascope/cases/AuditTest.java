package io.github.melascope.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.ProblemException;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTest {
    @TempDir
    Path folder;

    @TempDir
    Path pictures;

    private long rows;

    @BeforeEach
    void write() throws Exception {
        try (CaseLibrary library = TestLibrary.open(folder)) {
            CaseImage image = TestLibrary.fill(library, pictures, "Secret-1", 1).get(0);
            library.readings().add(image.id(), Diagnosis.NV, 0.5, "a private note");
            library.readings().add(image.id(), TestLibrary.answer(Outcome.CLOSER_LOOK, 0.6));
            rows = library.audit().check().rows();
        }
    }

    @Test
    void everyChangeHasItsRowAndNoneTellsWhoItWas() throws Exception {
        try (CaseLibrary library = TestLibrary.open(folder)) {
            List<AuditRow> latest = library.audit().latest(100);
            assertEquals(
                    List.of(
                            "model-answered",
                            "user-read",
                            "image-added",
                            "visit-added",
                            "lesion-added",
                            "patient-added",
                            "library-made"),
                    latest.stream().map(AuditRow::action).toList());
            assertTrue(
                    latest.get(0).detail().contains("\"model\":\"test-1\""),
                    latest.get(0).detail());
            assertTrue(
                    latest.get(1).detail().contains("\"diagnosis\":\"nv\""),
                    latest.get(1).detail());
            assertFalse(latest.toString().contains("Secret"));
            assertFalse(latest.toString().contains("private"));
            assertFalse(latest.toString().contains("DSC_"));
            assertEquals(rows, library.audit().check().rows());
            assertEquals(latest.get(0).hash(), library.audit().check().head());
        }
    }

    @Test
    void aChangedRowIsNamed() throws Exception {
        TestLibrary.tamper(
                folder,
                "DROP TRIGGER audit_is_not_changed",
                "UPDATE audit SET detail = replace(detail, 'nv', 'mel') WHERE action = 'user-read'");
        assertBroken(rows - 1, "changed");
    }

    @Test
    void aRowTakenOutIsNamed() throws Exception {
        TestLibrary.tamper(folder, "DROP TRIGGER audit_is_not_shortened", "DELETE FROM audit WHERE seq = 3");
        assertBroken(3, "missing");
    }

    @Test
    void aRowTakenOutAndTheRestMovedUpIsNamed() throws Exception {
        TestLibrary.tamper(
                folder,
                "DROP TRIGGER audit_is_not_shortened",
                "DROP TRIGGER audit_is_not_changed",
                "DELETE FROM audit WHERE seq = 3",
                "UPDATE audit SET seq = seq - 1 WHERE seq > 3");
        assertBroken(3, "does not follow");
    }

    @Test
    void anEndCutOffIsSeen() throws Exception {
        TestLibrary.tamper(
                folder, "DROP TRIGGER audit_is_not_shortened", "DELETE FROM audit WHERE seq > " + (rows - 2));
        assertBroken(rows - 1, "cut off");
    }

    @Test
    void aRowAddedByHandIsNamed() throws Exception {
        TestLibrary.tamper(
                folder,
                "INSERT INTO audit (at, action, subject, detail, previous_hash, hash)"
                        + " SELECT at, action, subject, detail, hash, hash FROM audit ORDER BY seq DESC LIMIT 1");
        assertBroken(rows + 1, "changed");
    }

    private void assertBroken(long seq, String why) throws ProblemException {
        try (CaseLibrary library = TestLibrary.open(folder)) {
            AuditCheck check = library.audit().check();
            Optional<AuditCheck.Fault> fault = check.fault();
            assertEquals(seq, fault.orElseThrow().seq());
            assertTrue(
                    fault.get().why().toString().contains(why),
                    fault.get().why().toString());
            assertEquals(seq - 1, check.rows());
        }
    }
}
