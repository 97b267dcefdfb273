package io.github.melascope.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.app.AppContext;
import io.github.melascope.app.TinyModel;
import io.github.melascope.base.ProblemException;
import io.github.melascope.imaging.ImageDecoder;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.lesion.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewCommandTest {
    @TempDir
    static Path folder;

    private static Calls calls;
    private static Path image;

    @BeforeAll
    static void prepare() throws ProblemException, IOException {
        Path models = folder.resolve("models");
        TinyModel.save(models, AppContext.USUAL_MODEL, Task.DIAGNOSIS, 0, OptionalDouble.empty());
        TinyModel.save(models, "mel-only", Task.MELANOMA, 1, OptionalDouble.empty());
        calls = new Calls(models, folder.resolve("logs"));
        image = TinyModel.spotFile(folder.resolve("Müller 山田 left arm.png"), 1);
    }

    @Test
    void saysTheAnswerFirstAndThatItIsNoDiagnosis() {
        Calls.Result result = calls.call("review", image);
        assertEquals("", result.err());
        assertEquals(0, result.code());
        int disclaimer = result.lines().indexOf("Decision support for research and teaching. Not a diagnosis.");
        assertTrue(
                result.lines().subList(1, disclaimer).stream().allMatch(line -> line.startsWith("Note: ")),
                "between the answer and the disclaimer stands only what a reader must mind: " + result.out());
        assertEquals("", result.lines().get(disclaimer + 1));
        assertTrue(result.lines().get(0).startsWith("Closer look. The melanoma probability of "), result.out());
        assertTrue(result.lines().get(0).endsWith(" reaches the threshold of 0.0 %."), result.out());
        assertTrue(result.out().contains("Müller 山田 left arm.png"));
        assertTrue(result.out().contains("good, 300 × 240 pixels"));
        assertTrue(result.out().contains("Melanocytic nevus"));
        assertTrue(result.out().contains("Similar cases"));
        assertTrue(result.out().contains(AppContext.USUAL_MODEL + ", weights"));
    }

    @Test
    void aMelanomaModelAnswersToo() {
        Calls.Result result = calls.call("review", image, "--model", "mel-only");
        assertEquals(0, result.code());
        assertTrue(result.out().startsWith("Lower concern. The melanoma probability of "));
        assertTrue(result.out().contains(" is below the threshold of 100.0 %."), result.out());
        assertFalse(result.out().contains("Diagnoses"));
    }

    @Test
    void writesTheSameReportsForTheSameDate() throws IOException, ProblemException {
        Path first = folder.resolve("first folder");
        Path second = folder.resolve("second");
        for (Path to : new Path[] {first, second}) {
            Calls.Result result = calls.call(
                    "review",
                    image,
                    "--pdf",
                    to.resolve("r.pdf"),
                    "--png",
                    to.resolve("r.png"),
                    "--heatmap",
                    to.resolve("h.png"),
                    "--class",
                    "BCC",
                    "--date",
                    "2026-11-23");
            assertEquals(0, result.code(), result.err());
            assertTrue(result.out().contains("PDF report"), result.out());
        }
        for (String name : new String[] {"r.pdf", "r.png", "h.png"}) {
            assertArrayEquals(Files.readAllBytes(first.resolve(name)), Files.readAllBytes(second.resolve(name)), name);
        }
        assertTrue(Files.readString(first.resolve("h.png"), java.nio.charset.StandardCharsets.ISO_8859_1)
                .contains("Basal cell carcinoma"));
    }

    @Test
    void answersInGermanWhenAsked() throws IOException {
        Path pdf = folder.resolve("bericht.pdf");
        Calls.Result result = calls.call("review", image, "--language", "de", "--pdf", pdf);
        assertEquals(0, result.code(), result.err());
        assertTrue(result.out().startsWith("Genauer ansehen. Die Wahrscheinlichkeit für ein Melanom"), result.out());
        assertTrue(result.out().contains("Melanozytärer Nävus"), result.out());
        for (String english : List.of("Closer", "Quality", "Image", "Looked", "Probabilities", "report ")) {
            assertFalse(result.out().contains(english), english + " in " + result.out());
        }
        String raw = Files.readString(pdf, java.nio.charset.StandardCharsets.ISO_8859_1);
        assertTrue(raw.contains("/Lang (de)"), "the PDF names its language");
        assertWrong("--language fr", "review", image, "--language", "fr");
    }

    @Test
    void theHeatMapLiesOverTheImage() throws IOException, ProblemException {
        RgbImage plain = new ImageDecoder().decode(image);
        int hot = 0;
        for (Diagnosis dx : Diagnosis.ALL) {
            Path file = folder.resolve(dx.code() + ".png");
            Calls.Result result = calls.call("review", image, "--class", dx.code(), "--heatmap", file);
            assertEquals(0, result.code(), result.err());
            RgbImage heat = new ImageDecoder().decode(file);
            assertEquals(plain.width(), heat.width());
            assertEquals(plain.height(), heat.height());
            boolean flat = result.out().contains("no localised evidence");
            assertEquals(flat, Arrays.equals(plain.pixels(), heat.pixels()), dx.code());
            hot += flat ? 0 : 1;
        }
        assertTrue(hot > 0);
    }

    @Test
    void aFileThatIsNoImageIsRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("note.jpg"), "not a picture");
        Calls.Result result = calls.call("review", text);
        assertEquals(1, result.code());
        assertEquals("", result.out());
        assertTrue(result.err().contains("note.jpg cannot be used as an image"), result.err());
        assertEquals(1, calls.call("review", folder.resolve("absent.jpg")).code());
        assertEquals(1, calls.call("review", folder).code());
    }

    @Test
    void wrongUsageSaysWhatIsWrong() {
        assertWrong("no diagnosis", "review", image, "--class", "wart");
        assertWrong("--date", "review", image, "--date", "yesterday");
        assertWrong("IMAGE", "review");
        assertWrong("--pfd", "review", image, "--pfd", "x");
        assertWrong("There is no model absent", "review", image, "--model", "absent");
        assertWrong("cannot be a model's id", "review", image, "--model", "../x");
        assertWrong("knows no other class", "review", image, "--model", "mel-only", "--class", "nv");
    }

    private static void assertWrong(String words, Object... arguments) {
        Calls.Result result = calls.call(arguments);
        assertEquals(2, result.code(), result.err());
        assertTrue(result.err().contains(words), result.err());
        assertEquals("", result.out());
    }

    @Test
    void anOutputThatCannotBeWrittenIsSaidAndNothingIsLeft() throws IOException {
        Path blocked = Files.writeString(folder.resolve("file"), "").resolve("r.pdf");
        Calls.Result result = calls.call("review", image, "--pdf", blocked);
        assertEquals(2, result.code());
        assertTrue(result.err().contains("r.pdf could not be written"), result.err());
        assertEquals(2, calls.call("review", image, "--png", folder).code());
    }

    @Test
    void aBrokenModelIsRefusedByName() throws IOException, ProblemException {
        Path models = folder.resolve("broken");
        Path bundle = TinyModel.save(models, AppContext.USUAL_MODEL, Task.DIAGNOSIS, 0, OptionalDouble.empty())
                .folder();
        Files.writeString(bundle.resolve("LICENSE"), "other terms");
        Calls.Result result = calls.call("review", image, "--models-dir", models);
        assertEquals(3, result.code());
        assertTrue(result.err().contains("LICENSE"), result.err());
    }
}
