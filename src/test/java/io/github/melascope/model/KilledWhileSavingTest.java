package io.github.melascope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.ProblemException;
import io.github.melascope.lesion.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledWhileSavingTest {
    private static final int KILLED = 9;
    /** Linux gives numbers up to 2²² at most. */
    private static final String DEAD = "99999999999-1700000000-1";

    @TempDir
    Path root;

    /** Dies without a word while it saves the model {@code keep}. */
    public static final class Dying {
        private Dying() {}

        public static void main(String[] args) throws ProblemException {
            BundleFolder.place(Path.of(args[0]), "keep", true, "test", building -> {
                Files.writeString(building.resolve(BundleFiles.MODEL), "{\"half\":");
                Runtime.getRuntime().halt(KILLED);
            });
        }
    }

    private ModelBundle save(String id, long seed) throws ProblemException {
        return ModelBundle.save(root, TestBundles.content(id, Task.DIAGNOSIS, seed), true, TestBundles.SHAPES);
    }

    @Test
    void aProcessKilledInTheMiddleLeavesTheOldModelAndItsLeftoversAreCleared() throws Exception {
        String before = save("keep", 1).weightsSha256();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Dying.class.getName(),
                        root.toString())
                .inheritIO()
                .start();
        assertEquals(KILLED, process.waitFor());
        assertEquals(2, ModelBundleTest.children(root).size(), "the killed process left its folder");
        BundleStore store = new BundleStore(List.of(root), TestBundles.SHAPES);
        assertEquals(
                List.of("keep"),
                store.list().stream().map(BundleStore.Entry::id).toList());
        assertEquals(before, store.open("keep").weightsSha256());
        assertEquals(List.of("keep"), ModelBundleTest.children(root));
    }

    @Test
    void anOldModelThatLostItsPlaceGetsItBack() throws Exception {
        String before = save("keep", 1).weightsSha256();
        Files.move(root.resolve("keep"), root.resolve(".keep." + DEAD + ".old"));
        BundleStore store = new BundleStore(List.of(root), TestBundles.SHAPES);
        assertEquals(before, store.open("keep").weightsSha256());
        assertEquals(List.of("keep"), ModelBundleTest.children(root));
    }

    @Test
    void anOldModelWhoseSuccessorIsInPlaceGoes() throws Exception {
        save("keep", 1);
        Files.move(root.resolve("keep"), root.resolve(".keep." + DEAD + ".old"));
        // Saving mends first, so the successor must come by another way, as a move does.
        Path elsewhere = root.resolve("elsewhere");
        ModelBundle.save(elsewhere, TestBundles.content("keep", Task.DIAGNOSIS, 2), false, TestBundles.SHAPES);
        Files.move(elsewhere.resolve("keep"), root.resolve("keep"));
        Files.delete(elsewhere);
        BundleStore store = new BundleStore(List.of(root), TestBundles.SHAPES);
        assertEquals("Synthetic model 2", store.open("keep").spec().title());
        assertEquals(List.of("keep"), ModelBundleTest.children(root));
    }

    @Test
    void whatALivingProcessIsWritingStays() throws Exception {
        Path busy = Files.createDirectories(
                root.resolve(".busy." + BundleFolder.owner(ProcessHandle.current()) + "-5.new"));
        Path foreign = Files.createDirectories(root.resolve(".git"));
        BundleStore store = new BundleStore(List.of(root), TestBundles.SHAPES);
        assertEquals(List.of(), store.list());
        assertTrue(Files.isDirectory(busy) && Files.isDirectory(foreign));
    }

    @Test
    void aProcessNumberThatCameAgainIsNotTakenForTheKilledOne() throws Exception {
        String before = save("keep", 1).weightsSha256();
        long pid = ProcessHandle.current().pid();
        Files.move(root.resolve("keep"), root.resolve(".keep." + pid + "-1700000000-1.old"));
        assertEquals(
                before,
                new BundleStore(List.of(root), TestBundles.SHAPES).open("keep").weightsSha256());
    }

    @Test
    void aDiskThatFailsInTheMiddleLeavesNothing() throws Exception {
        String before = save("keep", 1).weightsSha256();
        ProblemException e = assertThrows(
                ProblemException.class,
                () -> BundleFolder.place(root, "keep", true, "test", building -> {
                    Files.writeString(building.resolve(BundleFiles.MODEL), "{\"half\":");
                    throw new IOException("No space left on device");
                }));
        assertTrue(e.why().contains("the disk is full"), e.why());
        assertEquals(List.of("keep"), ModelBundleTest.children(root));
        assertEquals(
                before,
                ModelBundle.load(root.resolve("keep"), TestBundles.SHAPES).weightsSha256());
    }
}
