package io.github.melascope.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The texts of problems against the code that uses them. */
class ProblemWordsTest {
    private static final Path SOURCES = Path.of("src/main/java/io/github/melascope");
    private static final Pattern KEY =
            Pattern.compile("\"((?:problem|what|why|next|thing|note|finding|stage)\\.[a-z0-9_.-]*)\"");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)");
    /** Keys that are handed on to where their values are. */
    private static final Set<String> HANDED_ON =
            Set.of("problem.split.lesions", "problem.split.images", "note.same-pixels", "note.look-alikes");

    private record Use(String key, int values, String file) {}

    @Test
    void everyUseFillsEveryPlaceOfATextThatIsThere() throws IOException {
        Set<String> keys = keys();
        for (Use use : uses()) {
            if (use.key().endsWith(".")) {
                assertTrue(keys.stream().anyMatch(key -> key.startsWith(use.key())), use.toString());
            } else if (keys.contains(use.key())) {
                int places = places(text(Locale.ENGLISH, use.key()));
                boolean handedOn = use.key().startsWith("stage.") || HANDED_ON.contains(use.key());
                assertTrue(handedOn || places == use.values(), places + " places for " + use);
            } else {
                // Other topics have keys of such names, too.
                assertFalse(new Words(Locale.ENGLISH).of(use.key()).isEmpty(), use.toString());
            }
        }
    }

    @Test
    void everyTextIsUsed() throws IOException {
        Set<String> unused = keys();
        for (Use use : uses()) {
            unused.removeIf(key -> use.key().endsWith(".") ? key.startsWith(use.key()) : key.equals(use.key()));
        }
        assertEquals(Set.of(), unused);
    }

    @Test
    void everyProblemHasThreePartsInEveryLanguageAndFillsThem() {
        for (Locale language : Words.LANGUAGES) {
            Words words = new Words(language);
            for (String key : keys()) {
                Object[] values = new Object[places(text(language, key))];
                java.util.Arrays.fill(values, 7);
                String text;
                if (key.startsWith("problem.")) {
                    assertEquals(3, text(language, key).split(" \\| ", -1).length, key);
                    ProblemException problem = new ProblemException(ProblemException.Kind.INPUT, key, values);
                    text = problem.message(words);
                    assertFalse(
                            problem.why(words).endsWith(".")
                                    || problem.next(words).endsWith("."),
                            key);
                } else {
                    text = words.of(Term.of(key, values));
                }
                assertFalse(text.isBlank() || text.contains("{") || text.contains("|") || text.contains("''"), text);
            }
        }
    }

    private static String text(Locale language, String key) {
        return bundle(language).getString(key);
    }

    private static Set<String> keys() {
        return new TreeSet<>(bundle(Locale.ENGLISH).keySet());
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(
                "io.github.melascope.words.problems",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static int places(String text) {
        int places = 0;
        for (Matcher matcher = PLACE.matcher(text); matcher.find(); ) {
            places = Math.max(places, Integer.parseInt(matcher.group(1)) + 1);
        }
        return places;
    }

    private static List<Use> uses() throws IOException {
        List<Use> uses = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String code = Files.readString(file).replaceAll("(?s)/\\*\\*.*?\\*/", "");
                for (Matcher matcher = KEY.matcher(code); matcher.find(); ) {
                    uses.add(new Use(matcher.group(1), values(code, matcher.end()), file.toString()));
                }
            }
        }
        assertTrue(uses.size() > 200, "the sources were read");
        return uses;
    }

    /** How many arguments follow in the same call. */
    private static int values(String code, int from) {
        int depth = 0;
        int values = 0;
        boolean quoted = false;
        for (int at = from; depth >= 0; at++) {
            char c = code.charAt(at);
            if (quoted) {
                at += c == '\\' ? 1 : 0;
                quoted = c != '"';
            } else if (c == '"') {
                quoted = true;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' || c == ';') {
                depth--;
            } else if (c == ',' && depth == 0) {
                values++;
            }
        }
        return values;
    }
}
