package io.github.melascope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.ProblemException;
import io.github.melascope.lesion.Task;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleCareTest {
    @TempDir
    Path root;

    private final BundleCare care = new BundleCare(TestBundles.SHAPES);

    @BeforeEach
    void one() throws ProblemException {
        save("first", 1);
    }

    private void save(String id, long seed) throws ProblemException {
        ModelBundle.save(root, TestBundles.content(id, Task.DIAGNOSIS, seed), false, TestBundles.SHAPES);
    }

    private List<String> ids() throws ProblemException {
        return new BundleStore(List.of(root), TestBundles.SHAPES)
                .list().stream().map(BundleStore.Entry::id).toList();
    }

    @Test
    void aRenamedModelKeepsItsWeightsItsExamAndItsOpenings() throws Exception {
        ModelBundle before = ModelBundle.load(root.resolve("first"), TestBundles.SHAPES);
        List<Opening> openings = before.ledger().read();
        ModelBundle after = care.rename(root.resolve("first"), "second", "A better name");
        assertEquals(List.of("second"), ids());
        assertEquals("A better name", after.spec().title());
        assertEquals(before.weightsSha256(), after.weightsSha256());
        assertEquals(before.metrics(), after.metrics());
        assertEquals(openings, after.ledger().read());
        String card = ModelBundle.card(after.folder());
        assertTrue(card.contains("A better name") && card.contains("`second`"), card);
    }

    @Test
    void aTitleAloneCanChange() throws Exception {
        care.rename(root.resolve("first"), "first", "Another title");
        assertEquals(
                "Another title",
                ModelBundle.load(root.resolve("first"), TestBundles.SHAPES)
                        .spec()
                        .title());
    }

    @Test
    void aNameThatIsTakenOrNotAllowedChangesNothing() throws Exception {
        save("second", 2);
        String card = ModelBundle.card(root.resolve("second"));
        assertEquals(
                ProblemException.Kind.USAGE,
                assertThrows(ProblemException.class, () -> care.rename(root.resolve("first"), "second", "x"))
                        .kind());
        assertThrows(ProblemException.class, () -> care.rename(root.resolve("first"), "../x", "x"));
        assertEquals(List.of("first", "second"), ids());
        assertEquals(card, ModelBundle.card(root.resolve("second")));
    }

    @Test
    void aDeletedModelIsInNoListAndComesBackWhole() throws Exception {
        Removed removed = care.remove(root.resolve("first"));
        assertEquals(List.of(), ids());
        care.restore(removed);
        assertEquals(List.of("first"), ids());
        assertEquals(
                "first",
                ModelBundle.load(root.resolve("first"), TestBundles.SHAPES)
                        .spec()
                        .id());
    }

    @Test
    void whatIsBroughtBackReplacesNoOtherModel() throws Exception {
        Removed removed = care.remove(root.resolve("first"));
        save("first", 3);
        String card = ModelBundle.card(root.resolve("first"));
        assertThrows(ProblemException.class, () -> care.restore(removed));
        assertEquals(card, ModelBundle.card(root.resolve("first")));
        assertTrue(Files.exists(removed.aside()), "nothing is lost by it");
    }

    @Test
    void aBrokenModelCanBeDeletedForGood() throws Exception {
        Files.writeString(root.resolve("first").resolve(BundleFiles.SPLIT), "changed");
        Removed removed = care.remove(root.resolve("first"));
        care.discard(removed);
        assertFalse(Files.exists(removed.aside()));
        assertEquals(List.of(), ids());
    }

    @Test
    void whatAnEndedProgramHadDeletedIsClearedAway() throws Exception {
        Path left = root.resolve(".removed.999999999-1-7.gone");
        Files.move(root.resolve("first"), left);
        assertEquals(List.of(), ids());
        assertFalse(Files.exists(left));
    }
}
