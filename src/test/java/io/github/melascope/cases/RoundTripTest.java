package io.github.melascope.cases;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.base.Sha256;
import io.github.melascope.base.Term;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.Outcome;
import io.github.melascope.lesion.Prediction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class RoundTripTest {
    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void nameTheFolder() {
        // Blanks, a percent sign, a question mark and other letters must not confuse the driver.
        folder = temporary.resolve("Fälle 100% ? #1 &x=y");
    }

    @Test
    void everythingComesBackAfterClosing() throws Exception {
        Patient patient;
        Lesion lesion;
        Visit visit;
        CaseImage image;
        Reading.User own;
        Reading.Model answer;
        Prediction prediction = TestLibrary.answer(Outcome.CLOSER_LOOK, 0.625);
        try (CaseLibrary library = TestLibrary.open(folder)) {
            patient = library.patients()
                    .add(new Patient(0, " P-1 ", OptionalInt.of(1961), Optional.of(Sex.FEMALE), "Größe, \"x\"\n2"));
            lesion = library.lesions()
                    .add(new Lesion(
                            0, patient.id(), "left", BodySite.LOWER_EXTREMITY, Optional.of(Diagnosis.BCC), "n"));
            visit = library.visits().add(new Visit(0, lesion.id(), TestLibrary.DAY, "itches"));
            Path picture = TestLibrary.picture(temporary, 1);
            image = library.images().add(visit.id(), picture, "jpg", 600, 450, OptionalDouble.of(12.5));
            image = library.images().setTags(image.id(), List.of(" follow-up ", "blue veil", ""));
            own = library.readings().add(image.id(), Diagnosis.MEL, 0.8, "irregular");
            answer = library.readings().add(image.id(), prediction);
        }
        try (CaseLibrary library = TestLibrary.open(folder)) {
            assertEquals("P-1", patient.pseudonym());
            assertEquals(List.of(patient), library.patients().list());
            assertEquals(List.of(lesion), library.lesions().of(patient.id()));
            assertEquals(List.of(visit), library.visits().of(lesion.id()));
            assertEquals(List.of(image), library.images().of(visit.id()));
            assertEquals(List.of("blue veil", "follow-up"), image.tags());
            assertEquals(List.of("blue veil", "follow-up"), library.images().tags());
            assertEquals(List.of(answer, own), library.readings().of(image.id()));
            assertEquals(Optional.of(own), library.readings().latestOwn(image.id()));
            assertEquals(Optional.of(answer), library.readings().latestAnswer(image.id()));
            assertEquals(prediction.probabilities(), answer.probabilities());
            assertEquals("test-1", answer.modelId());
            assertEquals(prediction.weightsSha256(), answer.weightsSha256());
            assertTrue(library.audit().check().passed());
        }
    }

    @Test
    void changesAreKeptAndOwnersAreNot() throws Exception {
        try (CaseLibrary library = TestLibrary.open(folder)) {
            CaseImage image = TestLibrary.fill(library, temporary, "P-1", 1).get(0);
            Patient patient = library.patients().find("p-1").orElseThrow();
            Patient renamed = library.patients()
                    .change(new Patient(patient.id(), "P-9", OptionalInt.empty(), Optional.of(Sex.MALE), "new"));
            assertEquals(Optional.of(renamed), library.patients().find(patient.id()));
            Lesion lesion = library.lesions().of(patient.id()).get(0);
            Lesion moved = library.lesions()
                    .change(new Lesion(lesion.id(), 77, "arm", BodySite.HAND, Optional.of(Diagnosis.NV), "benign"));
            assertEquals(patient.id(), moved.patientId());
            assertEquals(Optional.of(moved), library.lesions().find(lesion.id()));
            Visit visit = library.visits().change(new Visit(image.visitId(), 77, LocalDate.of(2026, 4, 2), "later"));
            assertEquals(lesion.id(), visit.lesionId());
            assertEquals(Optional.of(visit), library.visits().find(visit.id()));
            OptionalDouble size = OptionalDouble.of(7.5);
            library.images().setPixelSize(image.id(), size);
            assertEquals(size, library.images().find(image.id()).orElseThrow().pixelSizeMicrometres());
        }
    }

    @Test
    void whatMakesNoSenseIsRefusedInWords() throws Exception {
        try (CaseLibrary library = TestLibrary.open(folder)) {
            library.patients().add(Patient.of("P-1"));
            Patients patients = library.patients();
            assertRefused("is empty", () -> patients.add(Patient.of("  ")));
            assertRefused("a patient P-1 already", () -> patients.add(Patient.of("p-1")));
            Patient unborn = new Patient(0, "P-2", OptionalInt.of(2031), Optional.empty(), "");
            assertRefused("2031 cannot be a year", () -> patients.add(unborn));
            assertRefused("no longer", () -> library.lesions().add(Lesion.of(99, "x", BodySite.EAR)));
            assertRefused("no longer", () -> library.visits().add(Visit.of(99, TestLibrary.DAY)));
            Path picture = TestLibrary.picture(temporary, 5);
            assertRefused("no longer", () -> TestLibrary.add(library, 99, picture));
            assertRefused("no longer", () -> library.readings().add(99, Diagnosis.NV, 1, ""));
            assertRefused("no longer", () -> library.images().setTags(99, List.of("x")));
            assertEquals(1, patients.list().size());
            assertEquals(List.of(), library.search().find(CaseQuery.ALL).rows());
        }
        assertEquals(List.of(), TestLibrary.files(folder), "the file of the image that was refused is gone");
    }

    private static void assertRefused(String why, org.junit.jupiter.api.function.Executable call) {
        ProblemException e = assertThrows(ProblemException.class, call);
        assertTrue(e.why().contains(why), e.getMessage());
    }

    @Test
    void theDatabaseItselfRefusesOrphansAndChangedReadings() throws Exception {
        try (CaseLibrary library = TestLibrary.open(folder)) {
            CaseImage image = TestLibrary.fill(library, temporary, "P-1", 1).get(0);
            library.readings().add(image.id(), Diagnosis.NV, 1, "");
            for (String sql : List.of(
                    "INSERT INTO visit (lesion_id, date, note, words) VALUES (99, '2026-01-01', '', '')",
                    "DELETE FROM patient",
                    "UPDATE reading SET diagnosis = 'mel'",
                    "UPDATE audit SET action = 'x'",
                    "DELETE FROM audit")) {
                assertThrows(
                        IllegalStateException.class,
                        () -> library.database().write(Term.of("what.search"), open -> open.update(sql)),
                        sql);
            }
            assertEquals(
                    Diagnosis.NV,
                    library.readings().latestOwn(image.id()).orElseThrow().diagnosis());
            assertTrue(library.audit().check().passed());
        }
    }

    @Test
    void threadsTakeTurns() throws Exception {
        try (CaseLibrary library = TestLibrary.open(folder);
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<List<CaseImage>>> works = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                int number = i;
                Path own = Files.createDirectory(temporary.resolve("own-" + i));
                works.add(() -> TestLibrary.fill(library, own, "P-" + number, number, number % 3 + 20));
            }
            for (Future<List<CaseImage>> work : threads.invokeAll(works)) {
                assertEquals(2, work.get().size());
            }
            assertEquals(12, library.patients().list().size());
            assertEquals(15, TestLibrary.files(folder).size());
            assertEquals(List.of(), library.images().check(Progress.NONE, new CancelToken()));
            assertTrue(library.audit().check().passed());
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aNewFolderIsTheUsersOwn() throws Exception {
        TestLibrary.open(folder).close();
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
    }

    @Test
    void thePictureIsKeptOnceAndUnchanged() throws Exception {
        Path picture = TestLibrary.picture(temporary, 7);
        byte[] before = Files.readAllBytes(picture);
        try (CaseLibrary library = TestLibrary.open(folder)) {
            CaseImage first = TestLibrary.fill(library, temporary, "P-1", 7).get(0);
            CaseImage second = TestLibrary.add(library, first.visitId(), picture);
            assertEquals(first.sha256(), second.sha256());
            assertEquals(List.of(first.sha256() + ".jpg"), TestLibrary.files(folder));
            assertEquals(Sha256.of(before), first.sha256());
            assertArrayEquals(before, Files.readAllBytes(library.images().file(second)));
            assertArrayEquals(before, Files.readAllBytes(picture));
        }
    }

    @Test
    void missingAndDamagedFilesAreFoundAndMendedByAddingThePictureAgain() throws Exception {
        try (CaseLibrary library = TestLibrary.open(folder)) {
            List<CaseImage> images = TestLibrary.fill(library, temporary, "P-1", 1, 2, 3);
            Files.delete(library.images().file(images.get(0)));
            Files.write(library.images().file(images.get(1)), new byte[3000]);
            assertEquals(
                    List.of(new Images.Broken(images.get(0), true), new Images.Broken(images.get(1), false)),
                    library.images().check(Progress.NONE, new CancelToken()));
            ProblemException e =
                    assertThrows(ProblemException.class, () -> library.images().file(images.get(0)));
            assertTrue(String.valueOf(e.getMessage()).contains("DSC_1.JPG could not be shown"), e.getMessage());
            for (int seed : new int[] {1, 2}) {
                TestLibrary.add(library, images.get(0).visitId(), TestLibrary.picture(temporary, seed));
            }
            assertEquals(List.of(), library.images().check(Progress.NONE, new CancelToken()));
        }
    }
}
