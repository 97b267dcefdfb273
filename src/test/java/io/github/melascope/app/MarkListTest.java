package io.github.melascope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkListTest {
    @TempDir
    Path folder;

    @Test
    void marksComeBackAsTheyWereWritten() throws Exception {
        Path file = folder.resolve("deep").resolve("marks.csv");
        List<ImageMark> marks = List.of(
                new ImageMark(
                        "HAM, test \"part\"",
                        "a",
                        "l1",
                        ImageMark.Kind.MISLABELLED,
                        "nävus?\nsee, b",
                        "m",
                        "2026-11-23"),
                new ImageMark("HAM", "b", "l2", ImageMark.Kind.POOR, "", "m", "2026-11-23"));
        assertEquals(List.of(), MarkList.read(file));
        MarkList.write(file, marks);
        assertEquals(marks, MarkList.read(file));
        assertTrue(Files.readString(file).startsWith("dataset,image,lesion,mark,note,model,date\n"));
    }

    @Test
    void aDamagedListIsRefusedAndStaysAsItIs() throws Exception {
        Path file = Files.writeString(folder.resolve("marks.csv"), "dataset,image\nx,y\n");
        ProblemException refused = assertThrows(ProblemException.class, () -> MarkList.read(file));
        assertTrue(String.valueOf(refused.getMessage()).contains("marks.csv"), refused.getMessage());
        assertEquals("dataset,image\nx,y\n", Files.readString(file));
    }
}
