package io.github.melascope.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
    @TempDir
    Path folder;

    @Test
    void whatIsSavedIsLoaded() throws ProblemException {
        SettingsFile file = new SettingsFile(folder.resolve("new/settings.json"));
        assertEquals(Settings.USUAL, file.load());
        Settings settings = Settings.USUAL
                .withModel("own-1")
                .withSensitivity(0.95)
                .withLanguage("de")
                .withTheme(Settings.Theme.DARK)
                .withTextPercent(150)
                .withLibrary("/cases")
                .withDataset("/images")
                .withOwnReadingFirst(true)
                .withHeat(new Settings.HeatLook(false, "viridis", 0.3))
                .withSimilarOfEach(true)
                .withScale(600, 450, OptionalDouble.of(21.5))
                .withScale(4000, 3000, OptionalDouble.of(4))
                .withWelcomed(true)
                .withWindow(new Settings.WindowPlace(1, 2, 1000, 700, true));
        file.save(settings);
        assertEquals(settings, file.load());
    }

    @Test
    void aFileOfVersionOneIsUnderstood() throws ProblemException, IOException {
        Path path = folder.resolve("settings.json");
        Files.writeString(path, "{\"dark\": true, \"model\": \"own-1\", \"language\": \"de\"}");
        Settings settings = new SettingsFile(path).load();
        assertEquals(
                Settings.USUAL
                        .withTheme(Settings.Theme.DARK)
                        .withModel("own-1")
                        .withLanguage("de")
                        .withWelcomed(true),
                settings);
    }

    @Test
    void aFileOfVersionTwoKnowsNoScales() throws ProblemException, IOException {
        Path path = folder.resolve("settings.json");
        Files.writeString(
                path,
                "{\"version\": 2, \"language\": \"de\", \"heat\": {\"contour\": false, \"colours\": \"viridis\", \"opacity\": 0.3}}");
        Settings settings = new SettingsFile(path).load();
        assertEquals(
                Settings.USUAL
                        .withLanguage("de")
                        .withHeat(new Settings.HeatLook(false, "viridis", 0.3))
                        .withWelcomed(true),
                settings);
        assertEquals(OptionalDouble.empty(), settings.scale(600, 450));
        new SettingsFile(path).save(settings);
        assertTrue(Files.readString(path).contains("\"version\" : 4"), "older programs must not lose scales");
    }

    @Test
    void onlyWhoHasNoSettingsYetIsWelcomed() throws ProblemException, IOException {
        Path path = folder.resolve("settings.json");
        SettingsFile file = new SettingsFile(path);
        assertFalse(file.load().welcomed(), "the first start");
        Files.writeString(path, "{\"version\": 3, \"language\": \"de\"}");
        assertTrue(file.load().welcomed(), "a user of an older program knows it");
        file.save(Settings.USUAL.withTextPercent(150));
        assertFalse(file.load().welcomed(), "text was enlarged before the words were read");
        file.save(Settings.USUAL.withWelcomed(true));
        assertTrue(file.load().welcomed());
    }

    @Test
    void aScaleIsOfOneSizeHeldUprightOrAcross() {
        Settings settings = Settings.USUAL.withScale(600, 450, OptionalDouble.of(20));
        assertEquals(OptionalDouble.of(20), settings.scale(450, 600));
        assertEquals(OptionalDouble.empty(), settings.scale(600, 451));
        assertEquals(Settings.USUAL, settings.withScale(450, 600, OptionalDouble.empty()), "removed");
    }

    @Test
    void scalesThatCannotBeAreDropped() throws ProblemException, IOException {
        Path path = folder.resolve("settings.json");
        Files.writeString(path, "{\"version\": 3, \"scales\": {\"600×450\": -1, \"4×3\": 12, \"8×6\": 1e9}}");
        assertEquals(Map.of("4×3", 12.0), new SettingsFile(path).load().scales());
    }

    @Test
    void valuesOutOfRangeAreBroughtBack() throws ProblemException, IOException {
        Path path = folder.resolve("settings.json");
        Files.writeString(path, "{\"version\": 2, \"textPercent\": 1000, \"sensitivity\": 7, \"unknown\": 1}");
        Settings settings = new SettingsFile(path).load();
        assertEquals(Settings.LARGEST_TEXT, settings.textPercent());
        assertEquals(0, settings.sensitivity());
    }

    @Test
    void anUnreadableFileIsSetAsideNotLost() throws IOException, ProblemException {
        for (String content : new String[] {"{\"theme\": ", "[]", "{\"theme\": \"PINK\"}", "{\"version\": 99}"}) {
            Path path = folder.resolve("settings.json");
            Files.writeString(path, content);
            SettingsFile file = new SettingsFile(path);
            ProblemException e = assertThrows(ProblemException.class, file::load, content);
            assertTrue(String.valueOf(e.getMessage()).contains("settings.json.unreadable"), e.getMessage());
            assertFalse(Files.exists(path));
            assertEquals(content, Files.readString(folder.resolve("settings.json.unreadable")));
            assertEquals(Settings.USUAL, file.load());
        }
    }

    @Test
    void aFolderThatCannotBeWrittenLeavesTheOldFile() throws IOException, ProblemException {
        Path blocked = Files.writeString(folder.resolve("blocked"), "a file, not a folder");
        SettingsFile file = new SettingsFile(blocked.resolve("settings.json"));
        ProblemException e = assertThrows(ProblemException.class, () -> file.save(Settings.USUAL));
        assertTrue(String.valueOf(e.getMessage()).contains("settings.json"), e.getMessage());
    }
}
