package io.github.melascope.cases;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/**
 * An image in the library.
 *
 * @param id of the library
 * @param visitId on which it was taken
 * @param sha256 of the file's bytes, which are kept as they came
 * @param fileName the name it came with
 * @param extension of the file in the library, lower case, without a dot
 * @param width in pixels
 * @param height in pixels
 * @param pixelSizeMicrometres what one pixel measures on the skin, where that is known
 * @param addedAt when it was copied into the library
 * @param tags in alphabetical order
 */
public record CaseImage(
        long id,
        long visitId,
        String sha256,
        String fileName,
        String extension,
        int width,
        int height,
        OptionalDouble pixelSizeMicrometres,
        Instant addedAt,
        List<String> tags) {
    public CaseImage {
        tags = List.copyOf(tags);
    }
}
