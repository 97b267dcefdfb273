package io.github.melascope.app;

import io.github.melascope.base.IoReason;
import io.github.melascope.base.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether a downloaded release is the makers' own: {@code FILE.sig} beside it holds the Ed25519 signature of the file's bytes, 64 bytes
 * in base64. The public key comes with the program; docs/release-keys.md tells how a maintainer makes one.
 */
public final class ReleaseSignature {
    private static final String KEY = "release-key.pem";
    private static final String ENDING = ".sig";
    private static final int LENGTH = 64;
    /** Larger than any release: the whole file is read at once, as Ed25519 wants it. */
    private static final long MOST_BYTES = Integer.MAX_VALUE - 16L;

    private final PublicKey key;

    private ReleaseSignature(PublicKey key) {
        this.key = key;
    }

    /**
     * With the key that came with the program.
     *
     * @throws ProblemException of kind {@code SURROUNDINGS} when it came without one
     */
    public static ReleaseSignature ofProgram() throws ProblemException {
        try (InputStream in = ReleaseSignature.class.getResourceAsStream(KEY)) {
            String pem = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            return of(pem).orElseThrow(
                            () -> new ProblemException(ProblemException.Kind.SURROUNDINGS, "problem.release.no-key"));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a damaged program
        }
    }

    /**
     * With a key.
     *
     * @param pem lines of base64 of an X.509 public key, as {@code openssl pkey -pubout} prints them; lines with # or - are
     *     passed over
     * @return empty where there is no key in it
     */
    static Optional<ReleaseSignature> of(String pem) {
        String base64 = pem.lines()
                .filter(line -> !line.startsWith("#") && !line.startsWith("-"))
                .map(String::strip)
                .collect(Collectors.joining());
        if (base64.isEmpty()) {
            return Optional.empty();
        }
        try {
            byte[] encoded = Base64.getDecoder().decode(base64);
            return Optional.of(new ReleaseSignature(
                    KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("the key that came with the program is none", e);
        }
    }

    /**
     * Checks a file.
     *
     * @throws ProblemException of kind {@code USAGE} when file or signature are not there, {@code UNUSABLE} when the signature does
     *     not belong to the file or was made with another key
     */
    public void check(Path file) throws ProblemException {
        Path beside = file.resolveSibling(file.getFileName() + ENDING);
        if (Files.exists(file) && !Files.exists(beside)) {
            throw new ProblemException(ProblemException.Kind.USAGE, "problem.release.unsigned", file, beside);
        }
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new ProblemException(ProblemException.Kind.USAGE, "problem.release.large", file);
            }
            byte[] signature = decoded(beside);
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update(Files.readAllBytes(file));
            if (!verifies(ed25519, signature)) {
                throw new ProblemException(ProblemException.Kind.UNUSABLE, "problem.release.other", file);
            }
        } catch (IOException e) {
            throw new ProblemException(ProblemException.Kind.USAGE, e, "problem.file.unread", file, IoReason.naming(e));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }

    /** Bytes that can be no signature at all are refused by an exception, which says the same as false. */
    private static boolean verifies(Signature ed25519, byte[] signature) {
        try {
            return ed25519.verify(signature);
        } catch (SignatureException e) {
            return false;
        }
    }

    private static byte[] decoded(Path file) throws IOException, ProblemException {
        try {
            byte[] signature = Base64.getMimeDecoder().decode(Files.readAllBytes(file));
            if (signature.length == LENGTH) {
                return signature;
            }
        } catch (IllegalArgumentException e) {
            // falls through: the same words
        }
        throw new ProblemException(ProblemException.Kind.UNUSABLE, "problem.release.no-signature", file);
    }
}
