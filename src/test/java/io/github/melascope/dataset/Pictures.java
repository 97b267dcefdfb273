package io.github.melascope.dataset;

import io.github.melascope.lesion.RgbImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** Pictures for the doctor: a bright field with a dark blob and seeded spots, all of them alike from afar. */
final class Pictures {
    private Pictures() {}

    static RgbImage blob(long seed, int size) {
        Random random = new Random(seed);
        int[] pixels = new int[size * size];
        double[][] spots = new double[40][];
        for (int s = 0; s < spots.length; s++) {
            spots[s] = new double[] {
                random.nextDouble(), random.nextDouble(), 0.02 + 0.05 * random.nextDouble(), random.nextGaussian() * 50
            };
        }
        for (int i = 0; i < pixels.length; i++) {
            double x = (i % size + 0.5) / size;
            int row = i / size;
            double y = (row + 0.5) / size;
            double light = 200 - 120 * Math.exp(-(square(x - 0.5) + square(y - 0.5)) / 0.05);
            for (double[] spot : spots) {
                light += spot[3] * Math.exp(-(square(x - spot[0]) + square(y - spot[1])) / square(spot[2]));
            }
            int red = clamp(light);
            pixels[i] = red << 16 | clamp(light * 0.75) << 8 | clamp(light * 0.65);
        }
        return new RgbImage(size, size, pixels);
    }

    static RgbImage turned(RgbImage image) {
        int n = image.width();
        int[] pixels = new int[n * n];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i % n * n + (n - 1 - i / n)] = image.pixels()[i];
        }
        return new RgbImage(n, n, pixels);
    }

    static RgbImage mirrored(RgbImage image) {
        int n = image.width();
        int[] pixels = new int[n * n];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i - i % n + n - 1 - i % n] = image.pixels()[i];
        }
        return new RgbImage(n, n, pixels);
    }

    static RgbImage brighter(RgbImage image, double factor) {
        int[] pixels = image.pixels().clone();
        for (int i = 0; i < pixels.length; i++) {
            int p = pixels[i];
            pixels[i] =
                    clamp((p >> 16) * factor) << 16 | clamp((p >> 8 & 255) * factor) << 8 | clamp((p & 255) * factor);
        }
        return new RgbImage(image.width(), image.height(), pixels);
    }

    static void png(Path file, RgbImage image) throws IOException {
        Files.createDirectories(file.getParent());
        ImageIO.write(buffered(image), "png", file.toFile());
    }

    static void jpeg(Path file, RgbImage image, float quality) throws IOException {
        Files.createDirectories(file.getParent());
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(quality);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (javax.imageio.stream.ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(buffered(image), null, null), param);
        } finally {
            writer.dispose();
        }
        Files.write(file, bytes.toByteArray());
    }

    private static BufferedImage buffered(RgbImage image) {
        BufferedImage picture = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, image.width(), image.height(), image.pixels(), 0, image.width());
        return picture;
    }

    private static double square(double v) {
        return v * v;
    }

    private static int clamp(double v) {
        return (int) Math.max(0, Math.min(255, Math.round(v)));
    }
}
