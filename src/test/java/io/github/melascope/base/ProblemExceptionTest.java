package io.github.melascope.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ProblemExceptionTest {
    private static final Words GERMAN = new Words(Locale.GERMAN);
    private final ProblemException broken = new ProblemException(
            ProblemException.Kind.INPUT,
            "problem.image",
            Path.of("scan.jpg"),
            Term.of("why.image.pixels", 30_000, 20_000, 120),
            Term.of("next.image.smaller"));

    @Test
    void itIsSaidInTheLanguageOfWhoAsks() {
        assertEquals(
                "scan.jpg cannot be used as an image: it has 30000 × 20000 pixels, more than the 120 million that are"
                        + " allowed. Save it in a smaller size.",
                broken.getMessage());
        assertEquals(
                "scan.jpg ist als Bild nicht verwendbar: Das Bild hat 30000 × 20000 Pixel, mehr als die erlaubten 120"
                        + " Millionen. Das Bild kleiner speichern.",
                broken.message(GERMAN));
    }

    @Test
    void namesAndSignsInValuesAreLeftAsTheyAre() {
        ProblemException odd =
                new ProblemException(ProblemException.Kind.USAGE, "problem.model.id", "{0} | it''s # 'one'");
        assertEquals("\"{0} | it''s # 'one'\" cannot be a model's id", odd.what());
    }

    @Test
    void aTemporaryNameGivesWayToTheOneTheUserKnows() {
        ProblemException renamed = broken.renamed("scan", "mole");
        assertEquals("mole.jpg cannot be used as an image", renamed.what());
        assertEquals(broken.why(GERMAN), renamed.why(GERMAN));
        assertSame(broken, renamed.getCause());
    }
}
