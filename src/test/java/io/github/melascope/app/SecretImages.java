package io.github.melascope.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Images that hold what must never leave the program, and the search for it in what did. */
public final class SecretImages {
    /** What camera, owner and place are called in the image's EXIF. */
    private static final List<String> SECRETS = List.of("Exif", "SecretCamera", "Jane Doe", "48.137154N");

    private SecretImages() {}

    /** A spot as a JPEG file that says who took it, where and with what. */
    public static Path spot(Path file, int seed) throws IOException {
        byte[] jpeg = Files.readAllBytes(TinyModel.spotFile(file, seed));
        byte[] secret = "Exif\0\0II*\0SecretCamera Jane Doe 48.137154N".getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = ByteBuffer.allocate(jpeg.length + secret.length + 4)
                .put(jpeg, 0, 2)
                .put((byte) 0xFF)
                .put((byte) 0xE1)
                .putShort((short) (secret.length + 2))
                .put(secret)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
        return Files.write(file, whole);
    }

    /** Which secrets a file tells; for a PDF also what its streams hold when they are unpacked. */
    public static List<String> told(Path file) throws IOException {
        StringBuilder all = new StringBuilder(latin(Files.readAllBytes(file)));
        if (file.toString().endsWith(".pdf")) {
            try (PDDocument document = Loader.loadPDF(file.toFile())) {
                for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
                    COSObject object = document.getDocument().getObjectFromPool(key);
                    if (object.getObject() instanceof COSStream stream) {
                        all.append(latin(stream.createInputStream().readAllBytes()));
                    }
                }
            }
        }
        return SECRETS.stream().filter(secret -> all.indexOf(secret) >= 0).toList();
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
