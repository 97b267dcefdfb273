package io.github.melascope.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.ProblemException;
import io.github.melascope.lesion.Diagnosis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitFileTest {
    @TempDir
    Path temp;

    private static List<Sample> samples() {
        return IntStream.range(0, 60)
                .mapToObj(i -> SplitterTest.sample(
                        "a, \"b\"/" + i, "L" + i / 2, Diagnosis.ALL.get(i / 2 % Diagnosis.ALL.size())))
                .toList();
    }

    private ProblemException refusal(String... lines) throws IOException {
        Path file = temp.resolve("split.csv");
        Files.write(file, List.of(lines));
        ProblemException refusal =
                assertThrows(ProblemException.class, () -> SplitFile.read(file, samples(), Fractions.USUAL, 1));
        assertTrue(refusal.what().contains("split.csv"));
        return refusal;
    }

    @Test
    void roundTripAndTheSameBytes() throws ProblemException, IOException {
        Split split = Splitter.split(samples(), List.of(), Fractions.USUAL, 11);
        Path one = temp.resolve("one.csv");
        Path two = temp.resolve("two.csv");
        SplitFile.write(one, split);
        Split read = SplitFile.read(one, samples(), Fractions.USUAL, 11);
        assertEquals(split, read);
        SplitFile.write(two, read);
        assertEquals(-1, Files.mismatch(one, two));
        assertEquals("image,lesion,dx,part", Files.readAllLines(one).get(0));
        assertEquals(61, Files.readAllLines(one).size());
    }

    @Test
    void damagedOrForeignSplitsAreRefused() throws IOException {
        assertTrue(refusal("image,part", "1,train").why().contains("columns"));
        assertTrue(refusal("image,lesion,dx,part", "I1,L1,nv,exam").why().contains("line 2"));
        assertTrue(refusal("image,lesion,dx,part", "I1,L1,nv,test", "I1,L1,nv,test")
                .why()
                .contains("twice"));
        assertTrue(refusal("image,lesion,dx,part", "I1,L1,nv,test", "I2,L1,nv,train")
                .why()
                .contains("lesion L1 is in test and in train"));
        assertTrue(refusal("image,lesion,dx,part", "I1,L1,nv,test").why().contains("I1 is not in the dataset"));
        assertTrue(refusal("image,lesion,dx,part", "\"a, \"\"b\"\"/0\",L0,nv,test")
                .why()
                .contains("akiec of lesion L0 in the dataset"));
    }

    @Test
    void imagesTheFileDoesNotListAreInNoPart() throws ProblemException, IOException {
        Path file = temp.resolve("split.csv");
        Files.write(file, List.of("image,lesion,dx,part", "\"a, \"\"b\"\"/0\",L0,akiec,test"));
        Split split = SplitFile.read(file, samples(), Fractions.USUAL, 1);
        assertEquals(1, split.part(Part.TEST).size());
        assertEquals(0, split.part(Part.TRAIN).size());
    }
}
