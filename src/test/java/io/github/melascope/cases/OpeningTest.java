package io.github.melascope.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Sha256;
import io.github.melascope.base.Term;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What can be wrong with a library, and that nothing is lost by it. */
class OpeningTest {
    @TempDir
    Path folder;

    @TempDir
    Path pictures;

    private Path database() {
        return folder.resolve("library.db");
    }

    private void write() throws Exception {
        try (CaseLibrary library = TestLibrary.open(folder)) {
            TestLibrary.fill(library, pictures, "P-1", 1, 2);
        }
    }

    private void assertThere() throws ProblemException {
        try (CaseLibrary library = TestLibrary.open(folder)) {
            assertEquals(2, library.search().find(CaseQuery.ALL).total());
            assertTrue(library.audit().check().passed());
        }
    }

    private ProblemException assertRefused(String words) {
        ProblemException e = assertThrows(
                ProblemException.class, () -> TestLibrary.open(folder).close());
        assertTrue(String.valueOf(e.getMessage()).contains(words), e.getMessage());
        return e;
    }

    @Test
    void theConnectionIsSetAsPromised() throws Exception {
        try (CaseLibrary library = TestLibrary.open(folder)) {
            library.database().read(Term.of("what.search"), sql -> {
                assertEquals(1, sql.number("PRAGMA foreign_keys"));
                assertEquals(1, sql.number("PRAGMA secure_delete"));
                assertEquals(2, sql.number("PRAGMA synchronous"), "FULL");
                assertEquals(List.of("wal"), sql.list("PRAGMA journal_mode", row -> row.text("journal_mode")));
                return sql;
            });
        }
    }

    @Test
    void theNewestVersionIsTheOneFlywayKnows() {
        MigrationInfo[] migrations = Flyway.configure()
                .dataSource(Database.source(database(), false))
                .locations(Schema.CURRENT.locations().toArray(String[]::new))
                .load()
                .info()
                .pending();
        assertEquals(
                String.valueOf(Schema.CURRENT.newest()),
                migrations[migrations.length - 1].getVersion().getVersion());
    }

    @Test
    void aLaterProgramKeepsACopyAndAnEarlierOneRefusesAfterwards() throws Exception {
        write();
        List<String> both = List.of("classpath:db/migration", "classpath:db/later");
        Schema later = new Schema(Schema.CURRENT.newest() + 1, both);
        try (CaseLibrary library = CaseLibrary.open(folder, Clock.systemUTC(), later)) {
            assertEquals("library-migrated", library.audit().latest(1).get(0).action());
            assertEquals(2, library.search().find(CaseQuery.ALL).total());
        }
        String hash = Sha256.of(database());
        ProblemException e = assertRefused("a newer version of this program wrote it");
        assertTrue(e.next().contains("newer version"), e.next());
        assertEquals(hash, Sha256.of(database()));
        Path copy = folder.resolve("library.before-1.db");
        Files.move(copy, database(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThere();
    }

    @Test
    void aSecondOpeningIsRefusedUntilTheFirstIsClosed() throws Exception {
        write();
        try (CaseLibrary library = TestLibrary.open(folder)) {
            assertRefused("has it open");
            assertEquals(2, library.search().find(CaseQuery.ALL).total());
        }
        assertThere();
    }

    @Test
    void aDatabaseToolThatHoldsTheDatabaseIsTold() throws Exception {
        write();
        try (CaseLibrary library = TestLibrary.open(folder);
                Connection tool = Database.source(database(), false).getConnection();
                Statement statement = tool.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            ProblemException e = assertThrows(
                    ProblemException.class, () -> library.patients().add(Patient.of("P-2")));
            assertTrue(e.why().contains("another program is writing"), e.why());
            statement.execute("ROLLBACK");
            library.patients().add(Patient.of("P-2"));
        }
        assertThere();
    }

    @Test
    void aDatabaseThatIsNoneIsLeftAsItIs() throws Exception {
        write();
        Files.writeString(database(), "This is not a database at all, but a long enough text. ".repeat(100));
        assertDamaged();
    }

    @Test
    void overwrittenPagesAreFoundAndLeftAsTheyAre() throws Exception {
        write();
        try (RandomAccessFile file = new RandomAccessFile(database().toFile(), "rw")) {
            for (long page = 4096 * 3; page + 200 < file.length(); page += 4096) {
                file.seek(page);
                file.write(new byte[200]);
            }
        }
        assertDamaged();
    }

    /** The rest can be read, so that only the check of all pages can tell. */
    @Test
    void oneOverwrittenTableIsFound() throws Exception {
        write();
        long page;
        try (CaseLibrary library = TestLibrary.open(folder)) {
            page = library.database()
                    .read(
                            Term.of("what.search"),
                            sql -> sql.number("SELECT rootpage FROM sqlite_master WHERE name = 'image_tag'"));
        }
        try (RandomAccessFile file = new RandomAccessFile(database().toFile(), "rw")) {
            file.seek((page - 1) * 4096);
            file.write(new byte[4096]);
        }
        assertDamaged();
    }

    @Test
    void aDatabaseCutInTheMiddleIsFound() throws Exception {
        write();
        try (RandomAccessFile file = new RandomAccessFile(database().toFile(), "rw")) {
            file.setLength(file.length() / 8192 * 4096);
        }
        assertDamaged();
    }

    @Test
    void anEmptiedOrLostDatabaseIsNoNewLibrary() throws Exception {
        write();
        Files.write(database(), new byte[0]);
        assertDamaged();
        Files.delete(database());
        ProblemException e = assertRefused("is missing or empty");
        assertTrue(e.next().contains("restore a backup"), e.next());
        assertEquals(2, TestLibrary.files(folder).size());
    }

    private void assertDamaged() throws Exception {
        String hash = Sha256.of(database());
        ProblemException e = assertRefused("is damaged");
        assertTrue(e.next().contains("restore a backup"), e.next());
        assertEquals(hash, Sha256.of(database()), "the damaged file is left as it is");
        assertEquals(2, TestLibrary.files(folder).size());
    }

    @Test
    void anotherProgramsDatabaseIsRefused() throws Exception {
        TestLibrary.tamper(folder, "CREATE TABLE bookmark (id INTEGER)");
        assertRefused("another program's database");
    }

    @Test
    void aProgramKilledWhileItMadeTheLibraryIsNoObstacle() throws Exception {
        Files.write(database(), new byte[0]);
        write();
        assertThere();
    }

    @Test
    void aFolderOfOtherThingsIsRefused() throws Exception {
        Files.writeString(folder.resolve("holiday.txt"), "sun");
        assertRefused("the folder holds other things, such as holiday.txt");
        assertFalse(Files.exists(database()));
    }

    @Test
    void aFullDiskLosesNothing() throws Exception {
        write();
        try (CaseLibrary library = TestLibrary.open(folder)) {
            library.database().read(Term.of("what.search"), sql -> sql.number("PRAGMA max_page_count = 1"));
            Patient large = new Patient(
                    0, "P-2", java.util.OptionalInt.empty(), java.util.Optional.empty(), "x".repeat(100_000));
            ProblemException e = assertThrows(
                    ProblemException.class, () -> library.patients().add(large));
            assertEquals("the disk is full", e.why());
            assertTrue(e.next().contains("free some space"), e.next());
            assertEquals(1, library.patients().list().size());
            library.database().read(Term.of("what.search"), sql -> sql.number("PRAGMA max_page_count = 1000000"));
            library.patients().add(large);
        }
        assertThere();
    }

    @Test
    void imagesThatCannotBeCopiedLeaveNoRow() throws Exception {
        try (CaseLibrary library = TestLibrary.open(folder)) {
            TestLibrary.fill(library, pictures, "P-1");
            long visit = library.visits()
                    .of(library.lesions()
                            .of(library.patients().list().get(0).id())
                            .get(0)
                            .id())
                    .get(0)
                    .id();
            Files.writeString(folder.resolve("images"), "in the way");
            Path picture = TestLibrary.picture(pictures, 1);
            ProblemException e = assertThrows(ProblemException.class, () -> TestLibrary.add(library, visit, picture));
            assertTrue(e.what().contains("could not be copied into the library"), e.what());
            Path gone = pictures.resolve("gone.jpg");
            ProblemException missing =
                    assertThrows(ProblemException.class, () -> TestLibrary.add(library, visit, gone));
            assertTrue(missing.why().endsWith("gone.jpg: there is no such file or folder"), missing.why());
            assertEquals(List.of(), library.images().of(visit));
            Files.delete(folder.resolve("images"));
            TestLibrary.add(library, visit, picture);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFolderThatCannotBeMadeIsToldInWords() {
        ProblemException e =
                assertThrows(ProblemException.class, () -> TestLibrary.open(Path.of("/proc/melascope-library")));
        assertTrue(e.what().contains("There can be no library in /proc/melascope-library"), e.what());
        assertTrue(e.next().contains("permissions"), e.next());
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aFolderThatMayNotBeWrittenIsToldInWords() throws Exception {
        write();
        Files.setPosixFilePermissions(database(), PosixFilePermissions.fromString("r--r--r--"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assumeTrue(!Files.isWritable(database()), "root may write everything");
            ProblemException e = assertThrows(
                    ProblemException.class, () -> TestLibrary.open(folder).close());
            assertTrue(String.valueOf(e.getMessage()).contains("may not be"), e.getMessage());
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.setPosixFilePermissions(database(), PosixFilePermissions.fromString("rw-r--r--"));
        }
        assertThere();
    }
}
