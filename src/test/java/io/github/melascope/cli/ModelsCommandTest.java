package io.github.melascope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.app.TinyModel;
import io.github.melascope.base.ProblemException;
import io.github.melascope.lesion.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsCommandTest {
    @TempDir
    Path folder;

    private Path models;
    private Calls calls;

    @BeforeEach
    void prepare() {
        models = folder.resolve("models");
        calls = new Calls(models, folder.resolve("logs"));
    }

    private Path save(Path root, String id) throws ProblemException {
        return TinyModel.save(root, id, Task.DIAGNOSIS, 0.2, OptionalDouble.empty())
                .folder();
    }

    @Test
    void listShowAndVerifyAWholeModel() throws ProblemException {
        Path bundle = save(models, "one");
        Calls.Result list = calls.call("models", "list");
        assertEquals(0, list.code());
        assertTrue(list.lines().get(0).startsWith("one "), list.out());
        assertTrue(list.out().contains(bundle.toString()));
        Calls.Result show = calls.call("models", "show", "one");
        assertEquals(0, show.code());
        assertTrue(show.out().startsWith("# "), show.out());
        Calls.Result verify = calls.call("models", "verify");
        assertEquals(0, verify.code());
        assertTrue(verify.out().contains("good, weights "), verify.out());
    }

    @Test
    void aBrokenModelIsNamedAndTheOthersAreChecked() throws ProblemException, IOException {
        save(models, "good");
        Files.writeString(save(models, "bad").resolve("MODEL_CARD.md"), "better than it is");
        Calls.Result verify = calls.call("models", "verify", "bad", "good");
        assertEquals(3, verify.code());
        assertTrue(verify.lines().get(0).contains("unusable: ") && verify.out().contains("MODEL_CARD.md"));
        assertTrue(verify.lines().get(1).contains("good, weights"));
        assertEquals(3, calls.call("models", "show", "bad").code());
        Calls.Result list = calls.call("models", "list");
        assertEquals(0, list.code());
        assertTrue(list.out().contains("broken: "), list.out());
    }

    @Test
    void importTakesInAModelOnce() throws ProblemException {
        Path elsewhere = save(folder.resolve("else where"), "theirs");
        Calls.Result first = calls.call("models", "import", elsewhere);
        assertEquals(0, first.code(), first.err());
        assertEquals(models.resolve("theirs").toString(), first.out().strip());
        assertEquals(2, calls.call("models", "import", elsewhere).code());
        assertEquals(0, calls.call("models", "import", elsewhere, "--replace").code());
        assertEquals(2, calls.call("models", "import", folder.resolve("absent")).code());
        assertEquals(3, calls.call("models", "import", folder).code());
        Path other = folder.resolve("other models");
        assertEquals(
                0,
                calls.call("models", "import", elsewhere, "--models-dir", other).code());
        assertTrue(Files.isDirectory(other.resolve("theirs")));
    }

    @Test
    void noModelsIsSaid() {
        Calls.Result list = calls.call("models", "list");
        assertEquals(0, list.code());
        assertEquals("", list.out());
        assertTrue(list.err().contains("There are no models"));
        assertEquals(2, calls.call("models", "show", "any").code());
        assertEquals(2, calls.call("models", "verify", "any").code());
    }
}
