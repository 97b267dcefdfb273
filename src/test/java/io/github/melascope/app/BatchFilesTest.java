package io.github.melascope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchFilesTest {
    @TempDir
    Path folder;

    private void make(String... names) throws IOException {
        for (String name : names) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "");
        }
    }

    private List<String> names(Path... paths) {
        return BatchFiles.of(List.of(paths)).stream()
                .map(BatchFile::path)
                .map(path -> folder.relativize(path).toString().replace('\\', '/'))
                .toList();
    }

    @Test
    void aFoldersPicturesComeSortedWithThoseOfItsFolders() throws IOException {
        make(
                "b.JPG",
                "a b/ü.png",
                "a b/z.tif",
                "a.webp",
                "a/x.gif",
                "notes.txt",
                ".hidden.jpg",
                ".trash/y.jpg",
                "c/d/e.bmp");
        assertEquals(List.of("a/x.gif", "a b/z.tif", "a b/ü.png", "a.webp", "b.JPG", "c/d/e.bmp"), names(folder));
    }

    @Test
    void namedFilesComeWhateverTheyAreCalledInTheOrderOfTheirNaming() throws IOException {
        make("z.dat", "a.jpg", ".hidden");
        assertEquals(
                List.of("z.dat", "a.jpg", ".hidden", "absent", "a.jpg"),
                names(
                        folder.resolve("z.dat"),
                        folder.resolve("a.jpg"),
                        folder.resolve(".hidden"),
                        folder.resolve("absent"),
                        folder.resolve("a.jpg")));
    }

    @Test
    void aFolderWithoutPicturesIsAProblemOfItsOwn() throws IOException {
        make("notes.txt");
        List<BatchFile> files = BatchFiles.of(List.of(folder));
        assertEquals(1, files.size());
        assertTrue(files.get(0).problem().orElseThrow().why().contains("holds no picture"));
    }

    @Test
    void linksAreFollowedAndCirclesEnd() throws IOException {
        make("real/a.jpg", "photos/b.jpg");
        Files.createSymbolicLink(folder.resolve("photos/linked"), folder.resolve("real"));
        Files.createSymbolicLink(folder.resolve("photos/circle"), folder.resolve("photos"));
        assertEquals(List.of("photos/b.jpg", "photos/linked/a.jpg"), names(folder.resolve("photos")));
    }
}
