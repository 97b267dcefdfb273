package io.github.melascope.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.ProblemException;
import io.github.melascope.lesion.Task;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleStoreTest {
    @TempDir
    Path folder;

    private Path shipped = Path.of("");
    private Path own = Path.of("");
    private BundleStore store = new BundleStore(List.of(), TestBundles.SHAPES);

    @BeforeEach
    void twoRoots() throws ProblemException {
        shipped = folder.resolve("shipped");
        own = folder.resolve("own");
        store = new BundleStore(List.of(shipped, own), TestBundles.SHAPES);
        save(shipped, "dermoscopy-1", 1);
    }

    private static void save(Path root, String id, long seed) throws ProblemException {
        ModelBundle.save(root, TestBundles.content(id, Task.DIAGNOSIS, seed), false, TestBundles.SHAPES);
    }

    @Test
    void brokenModelsAreListedWithTheirReason() throws Exception {
        save(own, "mine", 2);
        save(own, "broken", 3);
        Files.writeString(own.resolve("broken").resolve(BundleFiles.SPLIT), "changed");
        Files.createDirectories(own.resolve("empty"));
        Files.writeString(own.resolve("notes.txt"), "a file is no model");
        List<BundleStore.Entry> entries = store.list();
        assertEquals(
                List.of("dermoscopy-1", "broken", "empty", "mine"),
                entries.stream().map(BundleStore.Entry::id).toList());
        assertTrue(entries.get(0).spec().isPresent() && entries.get(0).problem().isEmpty());
        assertTrue(entries.get(1).problem().orElseThrow().what().contains(BundleFiles.SPLIT));
        assertTrue(entries.get(2).problem().orElseThrow().why().contains("missing"));
        assertEquals("mine", store.open("mine").spec().id());
        assertEquals(
                ProblemException.Kind.UNUSABLE,
                assertThrows(ProblemException.class, () -> store.open("broken")).kind());
    }

    @Test
    void anUnknownIdNamesTheModelsThereAre() {
        ProblemException e = assertThrows(ProblemException.class, () -> store.open("dermoscopy-2"));
        assertEquals(ProblemException.Kind.USAGE, e.kind());
        assertTrue(e.why().contains("dermoscopy-1"), e.why());
        assertThrows(ProblemException.class, () -> store.open("../shipped/dermoscopy-1"));
        BundleStore none = new BundleStore(List.of(folder.resolve("nowhere")), TestBundles.SHAPES);
        assertTrue(
                assertThrows(ProblemException.class, () -> none.open("x")).why().contains("no models"));
    }

    @Test
    void theFirstOfTwoModelsOfOneIdIsOpened() throws Exception {
        save(own, "dermoscopy-1", 5);
        assertEquals("Synthetic model 1", store.open("dermoscopy-1").spec().title());
        assertTrue(store.list().get(1).problem().orElseThrow().why().contains("hides"));
    }

    @Test
    void anExportedModelIsImportedEqualAndItsBytesAreStable() throws Exception {
        Path archive = folder.resolve("a.melascope");
        store.exportTo("dermoscopy-1", archive);
        store.exportTo("dermoscopy-1", folder.resolve("b.melascope"));
        assertArrayEquals(Files.readAllBytes(archive), Files.readAllBytes(folder.resolve("b.melascope")));
        ModelBundle imported = store.importFrom(archive, own, false);
        assertEquals(store.open("dermoscopy-1").spec(), imported.spec());
        assertEquals(1, imported.ledger().read().size());
        new BundleStore(List.of(own), TestBundles.SHAPES).exportTo("dermoscopy-1", folder.resolve("c.melascope"));
        assertArrayEquals(Files.readAllBytes(archive), Files.readAllBytes(folder.resolve("c.melascope")));
        assertEquals(
                ProblemException.Kind.USAGE,
                assertThrows(ProblemException.class, () -> store.importFrom(archive, own, false))
                        .kind());
        assertEquals("dermoscopy-1", store.importFrom(archive, own, true).spec().id());
        assertEquals(List.of("dermoscopy-1"), ModelBundleTest.children(own));
    }

    @Test
    void aFolderIsImportedTooAndABadOneIsNot() throws Exception {
        Path source = shipped.resolve("dermoscopy-1");
        assertEquals("dermoscopy-1", store.importFrom(source, own, false).spec().id());
        Files.writeString(source.resolve("run.sh"), "x");
        ProblemException e =
                assertThrows(ProblemException.class, () -> store.importFrom(source, folder.resolve("third"), false));
        assertTrue(e.why().contains("run.sh"));
        assertEquals(List.of(), ModelBundleTest.children(folder.resolve("third")));
        assertThrows(ProblemException.class, () -> store.importFrom(folder.resolve("nothing"), own, false));
    }

    /** Adds what a zip could be misused for. */
    private interface Trap {
        void into(ZipOutputStream zip) throws IOException;
    }

    private ProblemException refused(Trap trap) throws IOException {
        Path archive = folder.resolve("trap.melascope");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (String name : ModelBundleTest.children(shipped.resolve("dermoscopy-1"))) {
                zip.putNextEntry(new ZipEntry("dermoscopy-1/" + name));
                Files.copy(shipped.resolve("dermoscopy-1").resolve(name), zip);
                zip.closeEntry();
            }
            trap.into(zip);
        }
        ProblemException e = assertThrows(ProblemException.class, () -> store.importFrom(archive, own, false));
        assertEquals(ProblemException.Kind.UNUSABLE, e.kind());
        assertTrue(e.what().contains("trap.melascope"), e.what());
        assertFalse(Files.exists(own) && !ModelBundleTest.children(own).isEmpty(), "nothing is left behind");
        return e;
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    @Test
    void entriesThatLeaveTheFolderAreRefused() throws Exception {
        byte[] evil = "evil".getBytes(StandardCharsets.UTF_8);
        for (String name : List.of(
                "../evil.txt",
                "dermoscopy-1/../../evil.txt",
                "/evil.txt",
                "C:\\evil.txt",
                "dermoscopy-1\\..\\evil.txt",
                "../model.json",
                "..//model.json",
                "dermoscopy-1/deeper/model.json",
                "evil\n.txt")) {
            ProblemException e = refused(zip -> add(zip, name, evil));
            assertTrue(e.why().contains("foreign"), e.why());
        }
        assertFalse(Files.exists(folder.resolve("evil.txt")));
    }

    @Test
    void doubledEntriesAreRefused() throws Exception {
        assertTrue(refused(zip -> add(zip, "model.json", new byte[0])).why().contains("twice"));
        assertTrue(refused(zip -> add(zip, "other/LICENSE", new byte[0])).why().contains("twice"));
    }

    @Test
    void bombsAreRefusedBeforeTheyFillTheDisk() throws Exception {
        Path archive = folder.resolve("bomb.melascope");
        byte[] zeros = new byte[1 << 20];
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            add(
                    zip,
                    "model.json",
                    Files.readAllBytes(shipped.resolve("dermoscopy-1").resolve("model.json")));
            zip.putNextEntry(new ZipEntry("weights.safetensors"));
            for (int i = 0; i < 300; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        ProblemException e = assertThrows(ProblemException.class, () -> store.importFrom(archive, own, false));
        assertTrue(e.why().contains("swells"), e.why());
        assertEquals(List.of(), ModelBundleTest.children(own));
    }

    @Test
    void otherFilesAndCutArchivesAreRefused() throws Exception {
        Path text = Files.writeString(folder.resolve("text.melascope"), "no zip at all");
        assertTrue(assertThrows(ProblemException.class, () -> store.importFrom(text, own, false))
                .why()
                .contains("no model archive"));
        Path archive = folder.resolve("whole.melascope");
        store.exportTo("dermoscopy-1", archive);
        byte[] whole = Files.readAllBytes(archive);
        for (int part = 1; part < 10; part++) {
            Path cut = folder.resolve("cut.melascope");
            Files.write(cut, java.util.Arrays.copyOf(whole, whole.length * part / 11));
            ProblemException e = assertThrows(ProblemException.class, () -> store.importFrom(cut, own, false));
            assertEquals(ProblemException.Kind.UNUSABLE, e.kind());
        }
        assertFalse(Files.exists(own) && !ModelBundleTest.children(own).isEmpty());
    }

    @Test
    void aChangedArchiveIsRefusedNamingArchiveAndFile() throws Exception {
        Path archive = folder.resolve("whole.melascope");
        store.exportTo("dermoscopy-1", archive);
        byte[] bytes = Files.readAllBytes(archive);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int at = text.indexOf("Terms of the synthetic");
        bytes[at] ^= 1;
        Files.write(archive, bytes);
        ProblemException crc = assertThrows(ProblemException.class, () -> store.importFrom(archive, own, false));
        assertTrue(crc.why().contains("damaged"), crc.why());
        ProblemException hash = refusedWithLicence();
        assertTrue(hash.what().contains("LICENSE") && hash.why().contains("SHA-256"), hash.what() + hash.why());
    }

    private ProblemException refusedWithLicence() throws IOException {
        Path licence = shipped.resolve("dermoscopy-1").resolve(BundleFiles.LICENSE);
        Files.writeString(licence, "other terms");
        return refused(zip -> {});
    }
}
