package io.github.melascope.cases;

import io.github.melascope.base.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * One change, as the audit trail tells it.
 *
 * @param seq 1, 2, 3, …
 * @param at when
 * @param action what happened: {@code "patient-added"}
 * @param subject to what: {@code "patient 12"}
 * @param detail a JSON object; never a free text, a pseudonym or a file name, so that what is deleted is gone
 * @param previousHash the hash of the row before; 64 zeros for the first
 * @param hash SHA-256 of all the above
 */
public record AuditRow(
        long seq, Instant at, String action, String subject, String detail, String previousHash, String hash) {
    static final String NO_HASH = "0".repeat(64);

    /** A row whose hash is right. */
    static AuditRow of(long seq, Instant at, String action, String subject, String detail, String previousHash) {
        String hash = hash(seq, at, action, subject, detail, previousHash);
        return new AuditRow(seq, at, action, subject, detail, previousHash, hash);
    }

    boolean isWhole() {
        return hash.equals(hash(seq, at, action, subject, detail, previousHash));
    }

    /** Each field with its length in bytes before it, so that no two rows make the same text. */
    private static String hash(
            long seq, Instant at, String action, String subject, String detail, String previousHash) {
        MessageDigest digest = Sha256.digest();
        for (Object field : List.of(seq, at.toEpochMilli(), action, subject, detail, previousHash)) {
            byte[] text = field.toString().getBytes(StandardCharsets.UTF_8);
            digest.update((text.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(text);
            digest.update((byte) ',');
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
