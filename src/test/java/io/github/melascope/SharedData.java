package io.github.melascope;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The real images beside the checkout. They are never part of the project; tests that need them skip without. */
public final class SharedData {
    private SharedData() {}

    /** The folder or file, or a skipped test that says what is missing. */
    public static Path at(String name) {
        Path path = Path.of("..", "shared", "data", name);
        Assumptions.assumeTrue(Files.exists(path), "skipped: " + path + " is not on this machine");
        return path;
    }
}
