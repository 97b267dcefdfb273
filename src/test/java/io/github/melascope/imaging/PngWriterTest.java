package io.github.melascope.imaging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.Tag;
import io.github.melascope.lesion.RgbImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PngWriterTest {
    @TempDir
    private Path folder;

    @Test
    void otherReadersSeeTheSamePixels() throws Exception {
        for (RgbImage image : new RgbImage[] {TestImages.pattern(1, 1), TestImages.pattern(37, 53)}) {
            byte[] png = PngWriter.encode(image, Map.of());
            assertArrayEquals(
                    image.pixels(),
                    Images.fromBuffered(ImageIO.read(new ByteArrayInputStream(png)))
                            .pixels());
        }
    }

    @Test
    void textsAreReadableByOthersInAnyScript() throws Exception {
        byte[] png = PngWriter.encode(
                TestImages.pattern(5, 5), Map.of("Software", "Melascope", "Title", "Łukasz 山田", "Author", "Müller"));
        Metadata metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(png));
        String texts = StreamSupport.stream(metadata.getDirectories().spliterator(), false)
                .flatMap(directory -> directory.getTags().stream())
                .map(Tag::getDescription)
                .collect(Collectors.joining("\n"));
        for (String text : new String[] {"Software: Melascope", "Title: Łukasz 山田", "Author: Müller"}) {
            assertTrue(texts.contains(text), texts);
        }
    }

    @Test
    void theSameInputGivesTheSameBytes() throws Exception {
        Map<String, String> oneOrder = new LinkedHashMap<>();
        oneOrder.put("B", "2");
        oneOrder.put("A", "1");
        Path file = folder.resolve("deep/er.png");
        PngWriter.write(file, TestImages.pattern(30, 20), oneOrder);
        assertArrayEquals(
                PngWriter.encode(TestImages.pattern(30, 20), Map.of("A", "1", "B", "2")), Files.readAllBytes(file));
    }

    @Test
    void keywordsAreChecked() {
        RgbImage image = TestImages.pattern(2, 2);
        assertThrows(IllegalArgumentException.class, () -> PngWriter.encode(image, Map.of("", "x")));
        assertThrows(IllegalArgumentException.class, () -> PngWriter.encode(image, Map.of("山", "x")));
    }
}
