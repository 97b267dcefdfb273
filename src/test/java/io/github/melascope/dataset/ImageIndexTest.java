package io.github.melascope.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.melascope.base.ProblemException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageIndexTest {
    @TempDir
    Path root;

    @Test
    void imagesAreFoundByIdWhereverTheyLie() throws ProblemException {
        new DatasetFolder(root)
                .image("HAM10000_images_part_1/ISIC_0024306.jpg")
                .image("HAM10000_images_part_2/ISIC_0029999.jpg")
                .image("masks/ISIC_0024306_segmentation.png")
                .image("a/twice.png")
                .image("b/twice.png")
                .table("HAM10000_metadata.csv", "lesion_id,image_id,dx");
        ImageIndex index = ImageIndex.of(root);
        assertEquals(4, index.size());
        assertEquals(Optional.of(root.resolve("HAM10000_images_part_2/ISIC_0029999.jpg")), index.find("ISIC_0029999"));
        assertEquals(Optional.empty(), index.find("ISIC_0000000"));
        assertEquals(Optional.empty(), index.find("twice"), "either could be meant");
        assertEquals(Optional.of(root.resolve("b/twice.png")), index.find("b/twice.png"));
    }

    @Test
    void aFolderThatIsGoneSaysSo() {
        ProblemException e = assertThrows(ProblemException.class, () -> ImageIndex.of(root.resolve("gone")));
        assertEquals(ProblemException.Kind.UNUSABLE, e.kind());
    }
}
