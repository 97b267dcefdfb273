package io.github.melascope.ui.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.app.SimilarCase;
import io.github.melascope.imaging.PngWriter;
import io.github.melascope.imaging.synthetic.SyntheticLesions;
import io.github.melascope.lesion.Diagnosis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import javafx.scene.image.Image;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without a window; background work waits until a test lets it go. */
class SimilarPicturesTest {
    private static final SimilarCase ONE = new SimilarCase("ISIC_1", Diagnosis.NV, 0.9);
    private static final SimilarCase TWO = new SimilarCase("ISIC_2", Diagnosis.MEL, 0.8);
    private static final SimilarCase ELSEWHERE = new SimilarCase("ISIC_9", Diagnosis.DF, 0.7);

    @TempDir
    Path folder;

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final SimilarPictures pictures = new SimilarPictures(waiting::add, Runnable::run);

    @BeforeEach
    void draw() throws IOException {
        write("part_1/ISIC_1.png", 300, 200);
        write("part_2/ISIC_2.png", 240, 320);
    }

    private void write(String name, int width, int height) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, PngWriter.encode(SyntheticLesions.draw(1, 0, Diagnosis.NV, width, height), Map.of()));
    }

    private void work() {
        for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
            next.run();
        }
    }

    private Map<String, SimilarPictures.Picture> found() {
        return assertInstanceOf(
                        SimilarPictures.State.Found.class,
                        pictures.stateProperty().get())
                .pictures();
    }

    private Image first() {
        return Objects.requireNonNull(found().get("ISIC_1")).small();
    }

    @Test
    void withoutAFolderNothingIsLookedFor() {
        pictures.find(List.of(ONE));
        assertInstanceOf(
                SimilarPictures.State.NoFolder.class, pictures.stateProperty().get());
        assertTrue(waiting.isEmpty());
    }

    @Test
    void picturesAreFoundByNameAndMadeSmall() {
        pictures.folder(folder.toString());
        pictures.find(List.of(ONE, TWO, ELSEWHERE));
        assertInstanceOf(
                SimilarPictures.State.Coming.class, pictures.stateProperty().get());
        work();
        assertEquals(Set.of("ISIC_1", "ISIC_2"), found().keySet(), "the third is not in the folder");
        assertEquals(
                folder.resolve("part_1/ISIC_1.png"),
                Objects.requireNonNull(found().get("ISIC_1")).file());
        assertEquals(224, first().getWidth());
        assertEquals(149, first().getHeight());
    }

    @Test
    void onlyTheLastAskedForAreShown() {
        pictures.folder(folder.toString());
        pictures.find(List.of(ONE));
        pictures.find(List.of(TWO));
        work();
        assertEquals(Set.of("ISIC_2"), found().keySet());
    }

    @Test
    void whatWasDecodedIsKept() {
        pictures.folder(folder.toString());
        pictures.find(List.of(ONE));
        work();
        Image before = first();
        pictures.find(List.of(TWO, ONE));
        work();
        assertSame(before, first());
    }

    @Test
    void aFolderThatIsGoneIsNamed() {
        Path gone = folder.resolve("gone");
        pictures.folder(gone.toString());
        pictures.find(List.of(ONE));
        work();
        SimilarPictures.State.Gone state = assertInstanceOf(
                SimilarPictures.State.Gone.class, pictures.stateProperty().get());
        assertEquals(gone.toString(), state.folder());
    }

    @Test
    void aFolderChosenLaterIsLookedThroughAtOnce() {
        pictures.find(List.of(ONE));
        pictures.folder(folder.toString());
        work();
        assertEquals(Set.of("ISIC_1"), found().keySet());
    }

    @Test
    void aFileThatIsNoImageIsLeftOut() throws IOException {
        Files.writeString(folder.resolve("part_1/ISIC_1.png"), "no picture");
        pictures.folder(folder.toString());
        pictures.find(List.of(ONE, TWO));
        work();
        assertEquals(Set.of("ISIC_2"), found().keySet());
    }
}
