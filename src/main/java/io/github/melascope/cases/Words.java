package io.github.melascope.cases;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Texts as the search sees them: "MÜLLER" and "muller" are the same. */
final class Words {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    /** More words than anybody types; each costs time. */
    private static final int MOST = 10;

    private Words() {}

    /** One line of the texts without case, accents and line breaks. */
    static String fold(String... texts) {
        String joined = Arrays.stream(texts).filter(text -> !text.isBlank()).collect(Collectors.joining(" "));
        String plain = MARKS.matcher(Normalizer.normalize(joined, Normalizer.Form.NFKD))
                .replaceAll("");
        return BLANKS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    /** The words of a query, folded; the first ten. */
    static List<String> of(String query) {
        return BLANKS.splitAsStream(fold(query))
                .filter(word -> !word.isEmpty())
                .limit(MOST)
                .toList();
    }
}
