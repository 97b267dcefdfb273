package io.github.melascope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefectTest {
    @TempDir
    Path folder;

    private static List<RuntimeException> twice() {
        RuntimeException[] made = new RuntimeException[2];
        for (int i = 0; i < 2; i++) {
            made[i] = new IllegalStateException("patient " + i, new IOException("file " + i));
        }
        return List.of(made);
    }

    @Test
    void theSameFailureHasTheSameCodeWhateverItsWords() {
        List<RuntimeException> same = twice();
        assertEquals(Defect.code(same.get(0)), Defect.code(same.get(1)));
        assertTrue(Defect.code(same.get(0)).matches("[0-9A-F]{4}-[0-9A-F]{4}"));
        assertNotEquals(Defect.code(same.get(0)), Defect.code(new IllegalStateException("patient 0")));
    }

    @Test
    void theFileTellsTheRest() throws IOException {
        Path file = Defect.write(folder.resolve("log"), twice().get(0), "melascope review x.jpg")
                .orElseThrow();
        String text = Files.readString(file);
        assertTrue(text.contains("melascope review x.jpg") && text.contains("Caused by: java.io.IOException"), text);
        Path blocked = Files.writeString(folder.resolve("blocked"), "").resolve("log");
        assertFalse(Defect.write(blocked, twice().get(0), "x").isPresent());
    }
}
