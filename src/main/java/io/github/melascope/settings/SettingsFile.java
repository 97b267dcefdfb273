package io.github.melascope.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.melascope.base.AtomicFiles;
import io.github.melascope.base.IoReason;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Term;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the settings in one JSON file, replaced in one move. A file of an older program is brought up to date in memory; one
 * that cannot be read is set aside under another name, never lost.
 *
 * @param path of the file
 */
public record SettingsFile(Path path) {
    /** Of the file's form; raised with each change that an older file has to be told of. */
    static final int VERSION = 4;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * The settings as they were kept; the usual ones when there is no file yet.
     *
     * @throws ProblemException of kind {@code UNUSABLE} when the file cannot be read; it has then been set aside as
     *     {@code NAME.unreadable}, and the usual settings hold
     */
    public Settings load() throws ProblemException {
        if (!Files.exists(path)) {
            return Settings.USUAL;
        }
        try {
            JsonNode kept = JSON.readTree(Files.readAllBytes(path));
            if (!(kept instanceof ObjectNode old)) {
                throw setAside(Term.of("why.json.no-object"), null);
            }
            ObjectNode whole = JSON.valueToTree(Settings.USUAL);
            whole.setAll(migrated(old));
            return JSON.treeToValue(whole, Settings.class);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw setAside(Term.of("why.settings.content", firstLine(e)), e);
        } catch (IOException e) {
            throw setAside(IoReason.of(e), e);
        }
    }

    /**
     * Version 1 had a switch {@code dark} and no theme that follows the system. Version 2 knew no scales; a program of that
     * time must not take a file that has some, for it would lose them. Before version 4 nobody was welcomed: who has such a file knows
     * the program.
     */
    private ObjectNode migrated(ObjectNode old) throws ProblemException {
        int version = old.path("version").asInt(1);
        if (version > VERSION) {
            throw setAside(Term.of("why.settings.newer", version), null);
        }
        if (version < 2 && old.has("dark")) {
            old.put("theme", old.path("dark").asBoolean() ? "DARK" : "LIGHT");
        }
        if (version < 4) {
            old.put("welcomed", true);
        }
        old.remove("dark");
        old.remove("version");
        return old;
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).split("\n", -1)[0];
    }

    private ProblemException setAside(Term why, @Nullable Exception cause) {
        Path aside = path.resolveSibling(path.getFileName() + ".unreadable");
        Term next = Term.of("next.settings.kept", String.valueOf(aside.getFileName()));
        try {
            Files.move(path, aside, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            next = Term.of("next.settings.permissions");
        }
        return new ProblemException(ProblemException.Kind.UNUSABLE, cause, "problem.settings.unread", path, why, next);
    }

    /**
     * Keeps the settings.
     *
     * @throws ProblemException of kind {@code UNUSABLE} when the file cannot be written; the old one is then unchanged
     */
    public void save(Settings settings) throws ProblemException {
        ObjectNode json = JSON.createObjectNode();
        json.put("version", VERSION);
        json.setAll((ObjectNode) JSON.valueToTree(settings));
        try {
            AtomicFiles.write(path, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n");
        } catch (IOException e) {
            throw new ProblemException(
                    ProblemException.Kind.UNUSABLE, e, "problem.settings.unsaved", path, IoReason.of(e));
        }
    }
}
