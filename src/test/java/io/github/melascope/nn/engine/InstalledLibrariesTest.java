package io.github.melascope.nn.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.melascope.base.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledLibrariesTest {
    @TempDir
    Path folder;

    @AfterEach
    void forget() {
        System.clearProperty("melascope.natives");
    }

    @Test
    void anInstalledProgramUnpacksNothing() throws IOException, ProblemException {
        Path installed = Files.createDirectories(folder.resolve("pytorch"));
        System.setProperty("melascope.natives", folder.toString());
        Path cache = folder.resolve("cache");
        assertEquals(installed, NativeLibraries.unpacked(cache));
        assertFalse(Files.exists(cache));
    }
}
