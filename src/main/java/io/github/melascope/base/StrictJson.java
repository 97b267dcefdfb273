package io.github.melascope.base;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON file that a user was given: a name that is missing, doubled, or of the wrong type is refused by a
 * {@link ProblemException} of kind {@code UNUSABLE} that names file and field.
 *
 * @param file as the user knows it
 * @param use what the file was wanted for: {@code "a model's description"}
 * @param next what the user can do about a bad one
 */
public record StrictJson(String file, Term use, Term next) {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** The text of a tree, indented by two, keys in the order of the tree, the same bytes on every machine. */
    public static String pretty(JsonNode json) {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        try {
            return MAPPER.writer(printer).writeValueAsString(json) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    /** The file's one object. */
    public JsonNode parse(byte[] content) throws ProblemException {
        try {
            JsonNode json = MAPPER.readTree(content);
            if (!json.isObject()) {
                throw refused(Term.of("why.json.no-object"));
            }
            return json;
        } catch (JsonProcessingException e) {
            throw refused(Term.of("why.json.syntax", e.getLocation().getLineNr()), e);
        } catch (IOException e) {
            throw refused(IoReason.of(e), e);
        }
    }

    /** The value of a field that must be there; null values are there. */
    public JsonNode child(JsonNode json, String name) throws ProblemException {
        JsonNode node = json.get(name);
        if (node == null) {
            throw refused(Term.of("why.json.missing", name));
        }
        return node;
    }

    /** A text that is not blank. */
    public String text(JsonNode json, String name) throws ProblemException {
        JsonNode node = child(json, name);
        if (!node.isTextual() || node.asText().isBlank()) {
            throw refused(Term.of("why.json.no-text", name));
        }
        return node.asText();
    }

    /** A finite number. */
    public double number(JsonNode json, String name) throws ProblemException {
        JsonNode node = child(json, name);
        if (!node.isNumber() || !Double.isFinite(node.asDouble())) {
            throw refused(Term.of("why.json.no-number", name));
        }
        return node.asDouble();
    }

    /** A number, or empty for null. */
    public OptionalDouble optionalNumber(JsonNode json, String name) throws ProblemException {
        return child(json, name).isNull() ? OptionalDouble.empty() : OptionalDouble.of(number(json, name));
    }

    /** A whole number, 0 … 2³¹ − 1. */
    public int count(JsonNode json, String name) throws ProblemException {
        JsonNode node = child(json, name);
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.asInt() < 0) {
            throw refused(Term.of("why.json.no-count", name));
        }
        return node.asInt();
    }

    /** A whole number of 64 bits. */
    public long whole(JsonNode json, String name) throws ProblemException {
        JsonNode node = child(json, name);
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw refused(Term.of("why.json.no-whole", name));
        }
        return node.asLong();
    }

    public boolean flag(JsonNode json, String name) throws ProblemException {
        JsonNode node = child(json, name);
        if (!node.isBoolean()) {
            throw refused(Term.of("why.json.no-flag", name));
        }
        return node.asBoolean();
    }

    public ProblemException refused(Term why) {
        return refused(why, null);
    }

    private ProblemException refused(Term why, @Nullable Throwable cause) {
        return new ProblemException(ProblemException.Kind.UNUSABLE, cause, "problem.json", file, use, why, next);
    }
}
