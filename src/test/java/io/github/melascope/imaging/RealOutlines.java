package io.github.melascope.imaging;

import io.github.melascope.SharedData;
import io.github.melascope.lesion.LesionMask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Outlines that people drew around the lesions of HAM10000, and the images they belong to. */
public final class RealOutlines {
    private static final int WHITE = 127;

    private RealOutlines() {}

    /** All images that have an outline, by name. */
    public static List<Path> images() throws IOException {
        Path folder = SharedData.at("ham10000");
        try (Stream<Path> one = Files.list(folder.resolve("HAM10000_images_part_1"));
                Stream<Path> two = Files.list(folder.resolve("HAM10000_images_part_2"))) {
            return Stream.concat(one, two)
                    .filter(image -> Files.exists(outline(image)))
                    .sorted()
                    .toList();
        }
    }

    private static Path outline(Path image) {
        String name = String.valueOf(image.getFileName()).replace(".jpg", "_segmentation.png");
        return SharedData.at("ham10000/masks").resolve(name);
    }

    /** Which part of an image people called the lesion. */
    public static LesionMask of(Path image) throws IOException {
        var picture = ImageIO.read(outline(image).toFile());
        boolean[] inside = new boolean[picture.getWidth() * picture.getHeight()];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = (picture.getRGB(i % picture.getWidth(), i / picture.getWidth()) & 0xFF) > WHITE;
        }
        return new LesionMask(picture.getWidth(), inside);
    }

    /** Area that both have over area that either has, on the finer grid of the second. */
    public static double jaccard(LesionMask one, LesionMask two) {
        int both = 0;
        int either = 0;
        for (int i = 0; i < two.inside().length; i++) {
            int row = i / two.side();
            boolean there = one.contains((i % two.side() + 0.5) / two.side(), (row + 0.5) / two.side());
            both += there && two.inside()[i] ? 1 : 0;
            either += there || two.inside()[i] ? 1 : 0;
        }
        return either == 0 ? 1 : (double) both / either;
    }
}
