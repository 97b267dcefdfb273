package io.github.melascope.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What launcher, tests and package must have in common, and what the desktop is told of the package. */
class SharedOptionsTest {
    private static final Path ENVIRONMENT = Path.of("packaging", "linux", "environment");
    private static final Pattern VARIABLE = Pattern.compile("\\b((?:MALLOC|OMP|OPT)_[A-Z_]+)=(\\w+)");

    private static Map<String, String> variables(String text, Pattern pattern) {
        Map<String, String> found = new TreeMap<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.put(matcher.group(1), matcher.group(2));
        }
        return found;
    }

    @Test
    void testsRunInTheEnvironmentOfTheProgram() throws IOException {
        Map<String, String> program = variables(Files.readString(ENVIRONMENT), VARIABLE);
        assertEquals(6, program.size(), program::toString);
        Pattern element = Pattern.compile("<((?:MALLOC|OMP|OPT)_[A-Z_]+)>(\\w+)</");
        assertEquals(program, variables(Files.readString(Path.of("pom.xml")), element));
    }

    @Test
    void launcherAndPackageReadTheSameFile() throws IOException {
        assertTrue(Files.readString(Path.of("melascope")).contains("\n. \"$home/packaging/linux/environment\"\n"));
        assertTrue(Files.readString(Path.of("packaging", "linux", "launcher"))
                .contains("\n. \"$home/lib/app/environment\"\n"));
        for (String launcher : new String[] {"melascope", "packaging/linux/launcher"}) {
            assertFalse(Files.readString(Path.of(launcher)).contains("MALLOC_"), launcher);
        }
    }

    @Test
    void theDesktopOffersItForEveryImageItReadsAndForModels() throws IOException {
        String types = Files.readAllLines(Path.of("packaging", "linux", "melascope.desktop")).stream()
                .filter(line -> line.startsWith("MimeType="))
                .findFirst()
                .orElseThrow();
        for (String type : new String[] {"jpeg", "png", "bmp", "gif", "tiff", "webp"}) {
            assertTrue(types.contains("image/" + type + ";"), type);
        }
        String model = "application/x-melascope-model";
        assertTrue(types.contains(model + ";"), types);
        assertTrue(
                Files.readString(Path.of("packaging", "linux", "melascope.xml")).contains("\"" + model + "\""));
        try (Stream<Path> files = Files.list(Path.of("packaging", "associations"))) {
            for (Path file : files.toList()) {
                assertTrue(Files.readString(file).contains("mime-type=" + model), file.toString());
            }
        }
    }

    @Test
    void theWindowsIconsHaveTheSizesTheirNamesSay() throws IOException {
        URL first = getClass().getResource("/io/github/melascope/icons/melascope-16.png");
        Assumptions.assumeTrue(first != null, "skipped: the icons are drawn by Maven's build");
        for (int size : new int[] {16, 24, 32, 48, 64, 128, 256}) {
            BufferedImage icon =
                    ImageIO.read(getClass().getResource("/io/github/melascope/icons/melascope-" + size + ".png"));
            assertEquals(size, icon.getWidth());
            assertEquals(size, icon.getHeight());
            assertEquals(0, icon.getRGB(0, 0) >>> 24, "a corner is transparent");
            assertEquals(255, icon.getRGB(size / 2, size / 2) >>> 24, "the middle is not");
        }
    }
}
