package io.github.melascope.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.base.Term;
import io.github.melascope.lesion.Diagnosis;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    @TempDir
    Path temporary;

    private Path folder;
    private Path file;
    private Path target;
    private List<CaseRow> rows = List.of();

    @BeforeEach
    void write() throws Exception {
        folder = temporary.resolve("library");
        file = temporary.resolve("today.melascope-library");
        target = temporary.resolve("restored");
        try (CaseLibrary library = TestLibrary.open(folder)) {
            CaseImage image = TestLibrary.fill(library, temporary, "P-1", 1, 2).get(0);
            library.readings().add(image.id(), Diagnosis.DF, 0.5, "");
            TestLibrary.fill(library, temporary, "P-2", 3);
            long deleted = library.patients().find("P-2").orElseThrow().id();
            library.trash().delete(Trash.Kind.PATIENT, deleted);
            rows = library.search().find(CaseQuery.ALL).rows();
            assertEquals(
                    new Backup.Written(2, List.of()),
                    library.backUp(file, Progress.NONE, new CancelToken()),
                    "what is deleted stays out");
        }
    }

    private Restore.Restored restore() throws ProblemException {
        return Restore.restore(file, target, Clock.systemUTC(), Progress.NONE, new CancelToken());
    }

    @Test
    void everythingComesBackInANewFolder() throws Exception {
        Restore.Restored restored = restore();
        assertEquals(2, restored.images());
        assertTrue(restored.audit().passed());
        assertRestored();
        assertEquals(2, TestLibrary.files(target).size());
        assertTidy();
    }

    private void assertRestored() throws Exception {
        try (CaseLibrary library = TestLibrary.open(target)) {
            assertEquals(rows, library.search().find(CaseQuery.ALL).rows());
            assertEquals(1, library.patients().list().size());
            assertEquals(List.of(), library.images().check(Progress.NONE, new CancelToken()));
            assertEquals("restored", library.audit().latest(1).get(0).action());
            assertTrue(library.audit().check().passed());
        }
    }

    @Test
    void anEmptyFolderWillDoAndAFullOneIsRefused() throws Exception {
        Files.createDirectories(target);
        restore();
        ProblemException e = assertThrows(ProblemException.class, this::restore);
        assertTrue(e.why().contains("is not empty"), e.why());
        assertEquals(2, TestLibrary.files(target).size());
    }

    @Test
    void aMissingImageIsLeftOutAndNamed() throws Exception {
        try (CaseLibrary library = TestLibrary.open(folder)) {
            CaseImage image = library.images().find(rows.get(0).imageId()).orElseThrow();
            Files.delete(library.images().file(image));
            assertEquals(
                    new Backup.Written(1, List.of(image.fileName())),
                    library.backUp(file, Progress.NONE, new CancelToken()));
        }
        assertEquals(1, restore().images());
        try (CaseLibrary library = TestLibrary.open(target)) {
            assertEquals(
                    1, library.images().check(Progress.NONE, new CancelToken()).size());
        }
    }

    /** A changed byte anywhere is either found, or changes nothing that was kept. */
    @Test
    void aDamagedBackupIsRefusedAndLeavesNothing() throws Exception {
        byte[] whole = Files.readAllBytes(file);
        List<String> refusals = new ArrayList<>();
        for (int at = 20; at < whole.length; at += whole.length / 25) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x55;
            Files.write(file, damaged);
            target = temporary.resolve("restored-" + at);
            try {
                restore();
                assertRestored();
            } catch (ProblemException e) {
                refusals.add(e.getMessage());
                assertFalse(Files.exists(target));
            }
        }
        assertTrue(refusals.size() > 15, refusals.toString());
        assertTrue(refusals.toString().contains("is damaged"), refusals.toString());
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
        ProblemException cut = assertThrows(ProblemException.class, this::restore);
        assertTrue(cut.why().contains("damaged"), cut.why());
        Files.writeString(file, "no zip");
        assertTrue(assertThrows(ProblemException.class, this::restore).why().contains("no backup"));
        assertTidy();
    }

    @Test
    void entriesThatLeaveTheFolderOrAreNotInTheManifestAreRefused() throws Exception {
        for (String name : List.of("../evil.txt", "images/../../evil.txt", "/tmp/evil.txt", "evil.sh")) {
            Map<String, byte[]> entries = entries();
            entries.put(name, new byte[] {1});
            pack(entries);
            ProblemException foreign = assertThrows(ProblemException.class, this::restore);
            assertTrue(foreign.why().contains("foreign file"), foreign.why());
            byte[] manifest = text(entries().get("manifest.json"))
                    .replaceFirst("library\\.db", name)
                    .getBytes(StandardCharsets.UTF_8);
            entries.put("manifest.json", manifest);
            pack(entries);
            ProblemException listed = assertThrows(ProblemException.class, this::restore);
            assertTrue(listed.why().contains("cannot be in a backup"), listed.why());
            assertFalse(Files.exists(temporary.resolve("evil.txt")));
        }
        assertTidy();
    }

    @Test
    void aNewerFormatOrSchemaAndAbsurdSizesAreRefused() throws Exception {
        Map<String, byte[]> entries = entries();
        String manifest = text(entries.get("manifest.json"));
        assertRefused(entries, manifest.replace("\"format\" : 1", "\"format\" : 2"), "newer version");
        assertRefused(entries, manifest.replaceFirst("\"size\" : \\d+", "\"size\" : 900000000000"), "swells");
        assertRefused(entries, manifest.replaceFirst("\"size\" : \\d+", "\"size\" : 17"), "is damaged");
        assertRefused(entries, manifest.replaceFirst("\"size\" : \\d+", "\"size\" : -1"), "cannot be in a backup");
        assertRefused(entries, "{}", "\"format\" is missing");
        try (CaseLibrary library = TestLibrary.open(folder)) {
            library.database()
                    .write(
                            Term.of("what.search"),
                            sql -> sql.update("UPDATE flyway_schema_history SET version = '77'"));
            library.backUp(file, Progress.NONE, new CancelToken());
        }
        ProblemException e = assertThrows(ProblemException.class, this::restore);
        assertTrue(e.why().contains("newer version"), e.why());
        assertTidy();
    }

    private void assertRefused(Map<String, byte[]> entries, String manifest, String why) throws IOException {
        entries.put("manifest.json", manifest.getBytes(StandardCharsets.UTF_8));
        pack(entries);
        ProblemException e = assertThrows(ProblemException.class, this::restore);
        assertTrue(e.why().contains(why), e.getMessage());
        assertFalse(Files.exists(target));
    }

    @Test
    void cancellingLeavesNothingNew() throws Exception {
        byte[] before = Files.readAllBytes(file);
        CancelToken cancel = new CancelToken();
        cancel.cancel();
        assertThrows(
                CancellationException.class,
                () -> Restore.restore(file, target, Clock.systemUTC(), Progress.NONE, cancel));
        try (CaseLibrary library = TestLibrary.open(folder)) {
            assertThrows(CancellationException.class, () -> library.backUp(file, Progress.NONE, cancel));
        }
        assertEquals(-1, java.util.Arrays.mismatch(before, Files.readAllBytes(file)));
        assertFalse(Files.exists(target));
        assertTidy();
    }

    /** Nothing half is left beside the backup, the library and the new folder. */
    private void assertTidy() throws IOException {
        for (Path place : List.of(temporary, folder)) {
            try (Stream<Path> left = Files.list(place)) {
                assertEquals(
                        List.of(),
                        left.filter(path -> String.valueOf(path.getFileName()).startsWith("."))
                                .toList());
            }
        }
    }

    private Map<String, byte[]> entries() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        Path original = temporary.resolve("original");
        if (!Files.exists(original)) {
            Files.copy(file, original);
        }
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(original))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private void pack(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        Files.write(file, bytes.toByteArray());
    }

    private static String text(byte @org.jspecify.annotations.Nullable [] bytes) {
        return new String(java.util.Objects.requireNonNull(bytes), StandardCharsets.UTF_8);
    }
}
