package io.github.melascope.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.ProblemException;
import io.github.melascope.cases.Trash.Kind;
import io.github.melascope.lesion.Diagnosis;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrashTest {
    @TempDir
    Path temporary;

    private static List<Long> shown(CaseLibrary library) throws ProblemException {
        return library.search().find(CaseQuery.ALL).rows().stream()
                .map(CaseRow::imageId)
                .sorted()
                .toList();
    }

    @Test
    void aDeletionIsUndoneWithAllThatWentAlong() throws Exception {
        Path folder = temporary.resolve("library");
        try (CaseLibrary library = TestLibrary.open(folder)) {
            List<CaseImage> images = TestLibrary.fill(library, temporary, "P-1", 1, 2);
            library.readings().add(images.get(0).id(), Diagnosis.NV, 0.5, "note");
            Patient patient = library.patients().list().get(0);
            assertEquals(new Trash.Contents(1, 1, 2), library.trash().contents(Kind.PATIENT, patient.id()));
            assertEquals(
                    new Trash.Contents(0, 0, 2),
                    library.trash().contents(Kind.VISIT, images.get(0).visitId()));
            Deletion deletion = library.trash().delete(Kind.PATIENT, patient.id());
            assertEquals(List.of(), library.patients().list());
            assertEquals(List.of(), shown(library));
            assertEquals(List.of(deletion), library.trash().list());
            assertEquals(2, TestLibrary.files(folder).size());
            library.trash().undo(deletion);
            assertEquals(List.of(patient), library.patients().list());
            assertEquals(images, library.images().of(images.get(0).visitId()));
            assertEquals(1, library.readings().of(images.get(0).id()).size());
            assertEquals(List.of(), library.trash().list());
            ProblemException e =
                    assertThrows(ProblemException.class, () -> library.trash().undo(deletion));
            assertTrue(e.why().contains("undone already"), e.why());
        }
    }

    @Test
    void closingMakesDeletionsFinalAndOverwritesThem() throws Exception {
        Path folder = temporary.resolve("library");
        String secret = "Zebrafink-7741";
        try (CaseLibrary library = TestLibrary.open(folder)) {
            TestLibrary.fill(library, temporary, secret, 1, 2);
            TestLibrary.fill(library, temporary, "P-2", 2, 3);
            library.trash()
                    .delete(
                            Kind.PATIENT,
                            library.patients().find(secret).orElseThrow().id());
        }
        assertEquals(2, TestLibrary.files(folder).size(), "the picture that P-2 has too stays");
        byte[] database = Files.readAllBytes(folder.resolve("library.db"));
        assertFalse(new String(database, StandardCharsets.ISO_8859_1).contains(secret), "nothing of it is left");
        try (CaseLibrary library = TestLibrary.open(folder)) {
            assertEquals(1, library.patients().list().size());
            assertEquals(2, shown(library).size());
            assertTrue(library.audit().check().passed());
        }
    }

    @Test
    void whatAProgramLeftDeletedGoesAtTheNextStart() throws Exception {
        Path folder = temporary.resolve("library");
        try (CaseLibrary library = TestLibrary.open(folder)) {
            TestLibrary.fill(library, temporary, "P-1", 1);
        }
        // As if killed after the deletion, and before that while a picture was copied.
        String sha256 = "cd".repeat(32);
        TestLibrary.tamper(
                folder,
                "INSERT INTO deletion (id, at, subject) VALUES (5, 0, 'image 1')",
                "UPDATE image SET deletion_id = 5",
                "INSERT INTO loose_file VALUES ('" + sha256 + "', 'jpg')");
        Path half = folder.resolve("images/cd/." + sha256 + ".jpg.123.tmp");
        Files.createDirectories(folder.resolve("images/cd"));
        Files.write(half, new byte[10]);
        Path copy = Files.write(folder.resolve(".library.backup"), new byte[10]);
        Path foreign = Files.write(folder.resolve("images/cd/notes.txt"), new byte[10]);
        try (CaseLibrary library = TestLibrary.open(folder)) {
            assertEquals(List.of(), shown(library));
            assertEquals(List.of("notes.txt"), TestLibrary.files(folder));
            assertTrue(Files.exists(foreign));
            assertFalse(Files.exists(copy));
            assertEquals(1, library.patients().list().size());
        }
    }

    @Test
    void anUndoThatWouldLeaveOrphansOrTwinsIsRefused() throws Exception {
        try (CaseLibrary library = TestLibrary.open(temporary.resolve("library"))) {
            List<CaseImage> images = TestLibrary.fill(library, temporary, "P-1", 1, 2);
            CaseImage image = images.get(0);
            Patient patient = library.patients().list().get(0);
            Deletion ofImage = library.trash().delete(Kind.IMAGE, images.get(1).id());
            Deletion ofVisit = library.trash().delete(Kind.VISIT, image.visitId());
            Lesion lesion = library.lesions().add(Lesion.of(patient.id(), "arm", BodySite.HAND));
            Deletion ofLesion = library.trash().delete(Kind.LESION, lesion.id());
            Deletion ofPatient = library.trash().delete(Kind.PATIENT, patient.id());
            for (Deletion below : List.of(ofImage, ofVisit, ofLesion)) {
                ProblemException orphan = assertThrows(
                        ProblemException.class, () -> library.trash().undo(below));
                assertTrue(orphan.why().contains("deleted later"), orphan.why());
            }
            Patient twin = library.patients().add(Patient.of("p-1"));
            ProblemException taken =
                    assertThrows(ProblemException.class, () -> library.trash().undo(ofPatient));
            assertTrue(taken.why().contains("same pseudonym"), taken.why());
            library.trash().delete(Kind.PATIENT, twin.id());
            library.trash().undo(ofPatient);
            assertEquals(List.of(), shown(library), "the visit was deleted for itself");
            library.trash().undo(ofVisit);
            assertEquals(List.of(image.id()), shown(library));
        }
    }

    /** However deletions are nested, undoing them in turn passes through every state before, back to the first. */
    @Test
    void undoingInTurnRestoresEveryState() throws Exception {
        Random random = new Random(20260723);
        List<Kind> kinds = List.of(Kind.values());
        try (CaseLibrary library = TestLibrary.open(temporary.resolve("library"))) {
            for (int p = 0; p < 4; p++) {
                TestLibrary.fill(library, temporary, "P-" + p, 10 * p, 10 * p + 1, 10 * p + 2);
            }
            Deque<List<Long>> states = new ArrayDeque<>();
            List<Deletion> deletions = new ArrayList<>();
            while (!shown(library).isEmpty()) {
                states.push(shown(library));
                List<CaseRow> rows = library.search().find(CaseQuery.ALL).rows();
                CaseRow row = rows.get(random.nextInt(rows.size()));
                Kind kind = kinds.get(random.nextInt(kinds.size()));
                Map<Kind, Long> ids = Map.of(
                        Kind.PATIENT, row.patientId(),
                        Kind.LESION, row.lesionId(),
                        Kind.VISIT, row.visitId(),
                        Kind.IMAGE, row.imageId());
                deletions.add(library.trash().delete(kind, Objects.requireNonNull(ids.get(kind))));
            }
            assertTrue(deletions.size() >= 4);
            for (int i = deletions.size() - 1; i >= 0; i--) {
                library.trash().undo(deletions.get(i));
                assertEquals(states.pop(), shown(library));
            }
            assertTrue(library.audit().check().passed());
        }
    }
}
