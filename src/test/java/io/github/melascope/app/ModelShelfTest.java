package io.github.melascope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.ProblemException;
import io.github.melascope.model.BundleStore;
import io.github.melascope.model.ModelBundle;
import io.github.melascope.model.Removed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shelf with the shipped model and the user's own folder. */
class ModelShelfTest {
    private static final String SHIPPED = AppContext.USUAL_MODEL;

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // before each test
    private AppContext context;

    @SuppressWarnings("NullAway.Init") // before each test
    private ModelShelf shelf;

    @BeforeEach
    void open() {
        context = new AppContext(List.of(Path.of("models"), folder.resolve("models")), 1);
        shelf = new ModelShelf(context);
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void theShippedModelIsListedWithItsExamAndStaysAsItIs() throws Exception {
        ModelShelf.Item item = shipped();
        assertFalse(item.changeable());
        assertTrue(item.bytes() > 10 << 20, item.bytes() + " bytes");
        assertTrue(item.content().orElseThrow().exam().images() > 0);
        assertTrue(shelf.verify(item) > 260);
        assertTrue(shelf.card(item).contains(SHIPPED));
    }

    @Test
    void aModelGoesOutComesInUnderAnotherNameAndIsTakenAwayAndBroughtBack() throws Exception {
        int before = shelf.list().size();
        Path file = folder.resolve("out.melascope");
        shelf.export(shipped(), file);
        assertThrows(ProblemException.class, () -> shelf.importFrom(file), "an import replaces and hides nothing");
        assertEquals(before, shelf.list().size());
        ModelBundle copy = new BundleStore(List.of(folder.resolve("models")), Architectures::shapes)
                .importFrom(file, folder.resolve("models"), false);
        ModelShelf.Item twin = own(SHIPPED);
        assertTrue(twin.problem().isPresent(), "the shipped one hides it");
        assertEquals(SHIPPED, copy.spec().id());
        assertTrue(twin.changeable());
        assertThrows(ProblemException.class, () -> shelf.rename(twin, SHIPPED + "x/y", "a path"));
        assertEquals("mine", shelf.rename(twin, "mine", "My own"));
        ModelShelf.Item mine = own("mine");
        assertTrue(mine.content().isPresent());
        assertThrows(ProblemException.class, () -> shelf.rename(mine, SHIPPED, "taken in another folder"));
        Removed removed = shelf.remove(mine);
        assertEquals(before, shelf.list().size());
        shelf.restore(removed);
        assertEquals(before + 1, shelf.list().size());
        shelf.discard(shelf.remove(mine));
        assertEquals(before, shelf.list().size());
    }

    private ModelShelf.Item shipped() throws ProblemException {
        return shelf.list().stream()
                .filter(item -> item.id().equals(SHIPPED) && !item.changeable())
                .findFirst()
                .orElseThrow();
    }

    /** The user's own model of an id. */
    private ModelShelf.Item own(String id) throws ProblemException {
        return shelf.list().stream()
                .filter(item -> item.id().equals(id) && item.changeable())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void onlyWeightsOfTheArchitectureAreKeptToStartFrom() throws Exception {
        WeightsShelf weights = new WeightsShelf(context);
        Path model = Path.of("models", SHIPPED, "weights.safetensors");
        Path kept = weights.add(model);
        assertEquals(List.of(kept), weights.list());
        assertEquals(-1, Files.mismatch(model, kept));
        Path foreign = Path.of("models", SHIPPED, "reference.safetensors");
        assertThrows(ProblemException.class, () -> weights.add(foreign));
        assertEquals(List.of(kept), weights.list());
    }
}
