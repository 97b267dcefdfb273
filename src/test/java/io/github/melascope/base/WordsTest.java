package io.github.melascope.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final Path SOURCES = Path.of("src/main/java/io/github/melascope");
    private static final Pattern KEY = Pattern.compile("words\\.of\\(\\s*\"([a-z0-9.-]+)\"");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)[^}]*}");

    @Test
    void everyLanguageHasEveryTextWithTheSamePlaces() throws IOException {
        for (String topic : Words.TOPICS) {
            Properties english = load(topic + ".properties");
            Properties german = load(topic + "_de.properties");
            assertEquals(new TreeSet<>(english.keySet()), new TreeSet<>(german.keySet()));
            for (String key : english.stringPropertyNames()) {
                assertEquals(places(english.getProperty(key)), places(german.getProperty(key)), key);
                assertFalse(german.getProperty(key).isBlank(), key);
            }
        }
    }

    @Test
    void everyTextTheCodeAsksForIsThere() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (String topic : Words.TOPICS) {
            keys.addAll(load(topic + ".properties").stringPropertyNames());
        }
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher matcher = KEY.matcher(Files.readString(file));
                while (matcher.find()) {
                    String key = matcher.group(1).replaceFirst("\\.$", "");
                    assertTrue(
                            keys.contains(key)
                                    || keys.stream().anyMatch(k -> k.startsWith(key.endsWith(".") ? key : key + ".")),
                            key + " in " + file);
                }
            }
        }
    }

    @Test
    void percentagesAreNeverRoundedToCertainty() {
        Words words = new Words(Locale.ENGLISH);
        assertEquals("<\u00a00.1\u00a0%", words.percent(0.0004));
        assertEquals("8.8\u00a0%", words.percent(0.0879));
        assertEquals("42\u00a0%", words.percent(0.4201));
        assertEquals("99.5\u00a0%", words.percent(0.9951));
        assertEquals(">\u00a099.9\u00a0%", words.percent(0.99999));
        assertEquals("8,8\u00a0%", new Words(Locale.GERMAN).percent(0.0879));
        assertEquals("en", Words.inLanguage("xx").locale().getLanguage());
    }

    @Test
    void noLineEndsBeforeAPercentSign() throws IOException {
        Pattern parted = Pattern.compile("[0-9}] %");
        for (String topic : Words.TOPICS) {
            for (String file : new String[] {topic + ".properties", topic + "_de.properties"}) {
                load(file)
                        .forEach((key, text) ->
                                assertFalse(parted.matcher(text.toString()).find(), file + ": " + key));
            }
        }
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Matcher matcher = PLACE.matcher(text);
        while (matcher.find()) {
            places.add(matcher.group(1));
        }
        return places;
    }

    private static Properties load(String name) throws IOException {
        Properties properties = new Properties();
        try (InputStreamReader in = new InputStreamReader(
                Objects.requireNonNull(WordsTest.class.getResourceAsStream("/io/github/melascope/words/" + name)),
                StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties;
    }
}
