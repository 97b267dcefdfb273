package io.github.melascope.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.StrictJson;
import io.github.melascope.base.Term;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a backup says of itself.
 *
 * @param format of the file; 1
 * @param created when
 * @param auditRows rows of the audit trail
 * @param auditHead hash of the last of them
 * @param entries every file in it by name
 */
record BackupManifest(int format, Instant created, long auditRows, String auditHead, Map<String, Entry> entries) {
    static final String NAME = "manifest.json";
    static final String DATABASE = "library.db";
    static final int FORMAT = 1;

    /** The only names there can be: none leads out of the folder. */
    private static final Pattern NAMES =
            Pattern.compile("library\\.db|images/([0-9a-f]{2})/\\1[0-9a-f]{62}\\.[a-z0-9]{1,5}");

    /** Far more than a library holds; the sum of all sizes still fits a long. */
    private static final long MAX_SIZE = 1L << 40;

    private static final int MAX_ENTRIES = 1 << 20;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /**
     * @param size in bytes
     * @param sha256 of the bytes
     */
    record Entry(long size, String sha256) {}

    byte[] json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("format", format)
                .put("created", created.toString())
                .put("auditRows", auditRows)
                .put("auditHead", auditHead);
        ArrayNode list = json.putArray("entries");
        entries.forEach((name, entry) ->
                list.addObject().put("name", name).put("size", entry.size()).put("sha256", entry.sha256()));
        return StrictJson.pretty(json).getBytes(StandardCharsets.UTF_8);
    }

    static BackupManifest read(String file, byte[] text) throws ProblemException {
        StrictJson strict = new StrictJson(file, Term.of("thing.backup"), Restore.NEXT);
        JsonNode json = strict.parse(text);
        int format = strict.count(json, "format");
        if (format > FORMAT) {
            throw new ProblemException(ProblemException.Kind.UNUSABLE, "problem.backup.newer", file, format);
        }
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (JsonNode node : strict.child(json, "entries")) {
            String name = strict.text(node, "name");
            Entry entry = new Entry(strict.whole(node, "size"), strict.text(node, "sha256"));
            boolean fits = NAMES.matcher(name).matches()
                    && entry.size() >= 0
                    && entry.size() <= MAX_SIZE
                    && HASH.matcher(entry.sha256()).matches();
            if (!fits || entries.put(name, entry) != null || entries.size() > MAX_ENTRIES) {
                throw strict.refused(Term.of("why.backup.foreign"));
            }
        }
        if (!entries.containsKey(DATABASE)) {
            throw strict.refused(Term.of("why.backup.no-library"));
        }
        return new BackupManifest(
                format,
                instant(strict, json),
                strict.whole(json, "auditRows"),
                strict.text(json, "auditHead"),
                entries);
    }

    private static Instant instant(StrictJson strict, JsonNode json) throws ProblemException {
        try {
            return Instant.parse(strict.text(json, "created"));
        } catch (java.time.format.DateTimeParseException e) {
            throw strict.refused(Term.of("why.json.no-time", "created"));
        }
    }

    /** Bytes of all entries, unpacked. */
    long size() {
        return entries.values().stream().mapToLong(Entry::size).sum();
    }
}
