package io.github.melascope.realwindow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.melascope.app.SampleImages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Files dragged with the mouse from another program's window onto the real window. */
@Tag("xvfb")
class DragTest {
    @TempDir
    Path folder;

    @RepeatedTest(3)
    void filesAndFoldersDraggedFromAnotherWindowAreAnswered() throws Exception {
        List<Path> samples = SampleImages.in(folder.resolve("samples"));
        Path lone = Files.copy(samples.get(0), folder.resolve("ü 一 lone.jpg"));
        try (Desktop desktop = Desktop.open(folder)) {
            Child program = desktop.program();
            program.ask("place", 0, 0, 1200, 800);
            Child source = desktop.source(1300, 300, List.of(folder.resolve("samples"), lone));
            assertEquals("COPY", source.ask("drag", 600, 400), "how the window took the files");
            Child.until("a row for each file", () -> program.number("rows") == samples.size() + 1);
            Child.until("an answer in words", () -> Desktop.OUTCOMES.contains(program.ask("text", "#outcome")));
        }
    }
}
