package io.github.melascope.base;

import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;

/**
 * A text that is not yet in any language: its key in the {@link Words}, and what stands in its places. What is thrown or
 * kept by the engine is said in these, so that who shows it chooses the language.
 *
 * @param key such as {@code "why.image.truncated"}
 * @param values numbers, names, other terms, or lists of these
 */
// The values are texts, numbers, paths and lists of them, which can all be serialized.
@SuppressWarnings("serial")
public record Term(String key, List<Object> values) implements Serializable {
    /** Stands between a key and the number of the part that is meant. */
    static final char PART = '#';

    public Term {
        values = List.copyOf(values);
    }

    public static Term of(String key, Object... values) {
        return new Term(key, List.of(values));
    }

    /** One part, from 0, of a text that has several. */
    Term part(int index) {
        return new Term(key + PART + index, values);
    }

    /** The same with one name for another: a temporary file's for that which the user knows. */
    Term renamed(String from, String to) {
        return new Term(
                key, values.stream().map(value -> renamed(value, from, to)).toList());
    }

    private static Object renamed(Object value, String from, String to) {
        if (value instanceof Term term) {
            return term.renamed(from, to);
        }
        return value instanceof String || value instanceof Path
                ? value.toString().replace(from, to)
                : value;
    }

    /** In English: for the command line, logs and files. */
    @JsonValue
    @Override
    public String toString() {
        return Words.ENGLISH.of(this);
    }
}
