package io.github.melascope.nn.engine;

import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** The user's folder for what can be made again: unpacked libraries, decoded images. */
public final class CacheFolder {
    private CacheFolder() {}

    /** {@code MELASCOPE_CACHE}, or {@code melascope} in the system's usual place. */
    public static Path path() {
        String chosen = System.getenv("MELASCOPE_CACHE");
        if (chosen != null && !chosen.isBlank()) {
            return Path.of(chosen);
        }
        String home = System.getProperty("user.home");
        Path usual = System.getProperty("os.name").startsWith("Mac")
                ? Path.of(home, "Library", "Caches")
                : Path.of(home, ".cache");
        return Stream.of(System.getenv("LOCALAPPDATA"), System.getenv("XDG_CACHE_HOME"))
                .filter(Objects::nonNull)
                .filter(name -> !name.isBlank())
                .findFirst()
                .map(Path::of)
                .orElse(usual)
                .resolve("melascope");
    }
}
