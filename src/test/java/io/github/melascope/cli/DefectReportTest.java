package io.github.melascope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.CancelToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefectReportTest {
    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();

    /** A session whose every use fails. */
    private Session failing(Error failure) {
        Console console = new Console(
                new PrintWriter(new StringWriter()),
                new PrintWriter(err, true),
                new ByteArrayOutputStream(),
                StandardCharsets.UTF_8,
                false);
        return new Session(console, List.of("models", "show", "Müller's"), new CancelToken(), first -> {
            throw failure;
        });
    }

    @Test
    void aDefectEndsWithACodeAndAFile() throws IOException {
        assertEquals(70, Program.run(failing(new AssertionError("oops")), folder));
        Matcher place = Pattern.compile("Details .*: (.*\\.txt)").matcher(err.toString());
        assertTrue(place.find(), err.toString());
        String text = Files.readString(Path.of(place.group(1)));
        String code = text.lines().findFirst().orElse("");
        assertTrue(err.toString().contains("Code to report: " + code), err.toString());
        assertTrue(text.contains("melascope models show 'Müller'\\''s'"), text);
        assertTrue(text.contains("AssertionError: oops"), text);
    }

    @Test
    void anUnexpectedExceptionOfACommandIsADefectToo() {
        Session session = failing(new AssertionError());
        assertEquals(
                70,
                Program.run(
                        new Session(session.console(), session.arguments(), session.cancel(), first -> {
                            throw new IllegalStateException("unforeseen");
                        }),
                        folder));
        assertTrue(err.toString().contains("Code to report: "), err.toString());
    }
}
