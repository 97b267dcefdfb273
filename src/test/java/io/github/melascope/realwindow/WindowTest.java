package io.github.melascope.realwindow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.app.SampleImages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only the whole program shows: its start, its end, its process, and real keys. */
@Tag("xvfb")
@SuppressWarnings("NullAway.Init") // set before each test
class WindowTest {
    @TempDir
    Path folder;

    private Desktop desktop;
    private List<Path> samples;

    @BeforeEach
    void open() throws Exception {
        desktop = Desktop.open(folder);
        samples = SampleImages.in(folder.resolve("samples"));
    }

    @AfterEach
    void end() throws Exception {
        if (desktop != null) {
            desktop.close();
        }
    }

    private static void untilAnswered(Child program) throws Exception {
        Child.until("an answer in words", () -> Desktop.OUTCOMES.contains(program.ask("text", "#outcome")));
    }

    @Test
    void filesOfTheCommandLineAreAnsweredAndALaterStartHandsItsFilesOver() throws Exception {
        Child program = desktop.program(samples.get(0), samples.get(1));
        Child.until("two rows", () -> program.number("rows") == 2);
        untilAnswered(program);
        Child second = desktop.start(samples.get(1), samples.get(2)); // one of them is there already
        assertTrue(second.process().waitFor(20, TimeUnit.SECONDS), "the second start stays");
        assertEquals(0, second.process().exitValue(), second.errors());
        Child.until("a third row", () -> program.number("rows") == 3);
        assertEquals("", program.errors(), "nothing to complain of");
    }

    @Test
    void theKeyboardAloneGoesThroughTheProgram() throws Exception {
        Child program = desktop.program(samples.toArray(Path[]::new));
        untilAnswered(program);
        program.ask("type", "ALT+DOWN");
        Child.until("the second image", () -> program.number("selected") == 1);
        program.ask("type", "CONTROL+DIGIT2");
        Child.until("the cases", () -> program.is("shown", "#case-search"));
        program.ask("type", "F1");
        Child.until("the sheet of keys", () -> program.number("windows") == 2);
        program.ask("type", "ESCAPE");
        Child.until("the sheet is gone", () -> program.number("windows") == 1);
        program.ask("type", "CONTROL+DIGIT1");
        Child.until("the review", () -> program.is("shown", "#images"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void inTheMiddleOfAListItEndsWithinThreeSeconds(boolean byTheUser) throws Exception {
        Path many = Files.createDirectory(folder.resolve("many"));
        for (int i = 0; i < 400; i++) {
            Files.copy(samples.get(i % samples.size()), many.resolve(i + ".jpg"));
        }
        Child program = desktop.program(many);
        Child.until("a list that is read", () -> program.is("shown", "#stop"));
        long start = System.nanoTime();
        if (byTheUser) {
            program.ask("close");
        } else {
            program.process().toHandle().destroy(); // unlike the process's own, it leaves the pipes open
        }
        assertTrue(program.process().waitFor(30, TimeUnit.SECONDS));
        double seconds = (System.nanoTime() - start) / 1e9;
        assertEquals(byTheUser ? 0 : 4, program.process().exitValue(), program.errors());
        assertTrue(seconds < 3, seconds + " s");
        assertEquals("en", desktop.settings().load().language());
        assertTrue(desktop.settings().load().window().width() > 0, "the window's place is kept");
        assertEquals("", program.errors());
    }

    @Test
    void theWindowComesBackWhereItWas() throws Exception {
        Child first = desktop.program();
        first.ask("place", 210, 90, 1111, 707);
        Child.until("the place", () -> first.ask("window").equals("210 90 1111 707"));
        first.ask("close");
        assertTrue(first.process().waitFor(20, TimeUnit.SECONDS), "it stays");
        assertEquals(0, first.process().exitValue(), first.errors());
        Child second = desktop.program();
        assertEquals("210 90 1111 707", second.ask("window"));
    }

    @Test
    void afterADefectTheWindowTellsItsCodeAndGoesOn() throws Exception {
        Child program = desktop.program(samples.get(0));
        untilAnswered(program);
        program.ask("fail");
        Child.until("a dialog", () -> program.number("windows") == 2);
        String told = program.ask("texts", ".dialog-pane");
        List<Path> saved;
        try (Stream<Path> files = Files.list(desktop.logs())) {
            saved = files.filter(file -> file.getFileName().toString().startsWith("defect-"))
                    .toList();
        }
        assertEquals(1, saved.size(), saved.toString());
        String name = saved.get(0).getFileName().toString();
        String code = name.substring("defect-".length(), name.length() - ".txt".length());
        assertTrue(told.contains(code) && told.contains(saved.get(0).toString()), told);
        assertTrue(Files.readString(saved.get(0)).contains("a defect that the test wants"));
        program.ask("type", "ESCAPE");
        Child.until("the dialog is gone", () -> program.number("windows") == 1);
        program.ask("type", "CONTROL+DIGIT2");
        Child.until("the cases", () -> program.is("shown", "#case-search"));
    }
}
