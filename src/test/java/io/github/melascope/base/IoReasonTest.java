package io.github.melascope.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class IoReasonTest {
    private static final Words GERMAN = new Words(Locale.GERMAN);

    @TempDir
    Path folder;

    private static String why(Executable work) {
        return GERMAN.of(IoReason.of(assertThrows(IOException.class, work)));
    }

    @Test
    void theUsualReasonsHaveWordsHoweverTheyWereFound() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        String missing = "Die Datei oder der Ordner ist nicht vorhanden";
        assertEquals(missing, why(() -> Files.readAllBytes(folder.resolve("gone"))));
        assertEquals(
                missing,
                why(() -> new FileOutputStream(folder.resolve("gone/file").toFile())));
        assertEquals(file + " ist eine Datei und kein Ordner", why(() -> Files.createDirectories(file)));
        assertEquals(
                "Ein Teil des Pfads ist eine Datei und kein Ordner",
                why(() -> Files.readAllBytes(file.resolve("below"))));
        assertEquals("Es ist ein Ordner", why(() -> Files.readAllBytes(folder)));
    }

    @Test
    void aFullDiskIsCalledFull() {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full));
        assertEquals("Der Datenträger ist voll", why(() -> Files.write(full, "x".getBytes(StandardCharsets.US_ASCII))));
    }

    @Test
    void whatTheSystemSaidIsKeptWhereThereAreNoWordsForIt() {
        IOException e = new FileSystemException("/cases/library.db", null, "Input/output error");
        assertEquals("Lesen oder Schreiben ist misslungen (Input/output error)", GERMAN.of(IoReason.of(e)));
        assertEquals(
                "/cases/library.db: Der Datenträger ist schreibgeschützt",
                GERMAN.of(
                        IoReason.naming(new FileSystemException("/cases/library.db", null, "Read-only file system"))));
    }
}
