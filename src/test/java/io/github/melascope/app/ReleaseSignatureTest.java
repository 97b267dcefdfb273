package io.github.melascope.app;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signatures by keys made here. */
class ReleaseSignatureTest {
    @TempDir
    Path folder;

    private Path file = Path.of("");
    private Path signature = Path.of("");

    @BeforeEach
    void prepare() throws IOException {
        file = Files.write(folder.resolve("melascope_1.0.0_amd64.deb"), new byte[100_000]);
        signature = folder.resolve("melascope_1.0.0_amd64.deb.sig");
    }

    private static KeyPair key() throws GeneralSecurityException {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    private static ReleaseSignature of(KeyPair key) {
        String base64 = Base64.getMimeEncoder().encodeToString(key.getPublic().getEncoded());
        return ReleaseSignature.of("# a remark\n-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n")
                .orElseThrow();
    }

    private void sign(KeyPair key) throws GeneralSecurityException, IOException {
        Signature ed25519 = Signature.getInstance("Ed25519");
        ed25519.initSign(key.getPrivate());
        ed25519.update(Files.readAllBytes(file));
        Files.writeString(signature, Base64.getEncoder().encodeToString(ed25519.sign()) + "\n");
    }

    private ProblemException refused(ReleaseSignature signatures) {
        return assertThrows(ProblemException.class, () -> signatures.check(file));
    }

    @Test
    void aGoodSignatureIsGood() throws Exception {
        KeyPair key = key();
        sign(key);
        assertDoesNotThrow(() -> of(key).check(file));
    }

    @Test
    void aChangedFileAndAnotherKeyAreNot() throws Exception {
        KeyPair key = key();
        sign(key);
        ProblemException other = refused(of(key()));
        assertEquals(ProblemException.Kind.UNUSABLE, other.kind());
        assertTrue(other.what().startsWith("Do not install"), other.what());
        byte[] content = Files.readAllBytes(file);
        content[50_000] ^= 1;
        Files.write(file, content);
        assertEquals(ProblemException.Kind.UNUSABLE, refused(of(key)).kind());
    }

    @Test
    void whatIsNoSignatureIsSaidToBeNone() throws Exception {
        ReleaseSignature signatures = of(key());
        ProblemException missing = refused(signatures);
        assertEquals(ProblemException.Kind.USAGE, missing.kind());
        assertTrue(missing.why().contains(signature.toString()), missing.why());
        Files.writeString(signature, "aGVsbG8=");
        assertTrue(refused(signatures).why().contains("64 bytes"));
        Files.writeString(signature, Base64.getEncoder().encodeToString(new byte[64]));
        assertEquals(ProblemException.Kind.UNUSABLE, refused(signatures).kind());
        Files.write(signature, new byte[64]);
        assertEquals(ProblemException.Kind.UNUSABLE, refused(signatures).kind());
        Files.delete(file);
        assertEquals(ProblemException.Kind.USAGE, refused(signatures).kind());
    }

    /** Whoever puts a key in may change this test: it says that the program never claims to have one. */
    @Test
    void aProgramWithoutAKeySaysSo() {
        assertEquals(Optional.empty(), ReleaseSignature.of("# only remarks\n"));
        try {
            ReleaseSignature.ofProgram();
        } catch (ProblemException e) {
            assertEquals(ProblemException.Kind.SURROUNDINGS, e.kind());
            assertTrue(e.why().contains("no key"), e.why());
        }
    }
}
