package io.github.melascope.imaging;

import io.github.melascope.lesion.HeatMap;
import io.github.melascope.lesion.RgbImage;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * Shows a heat map over the image it explains, at the image's own size. A flat map leaves the image as it is: there is
 * nothing to show.
 */
public final class Overlay {
    private static final double MIN_LINE = 1.5;
    private static final double LINE_PER_SIDE = 1 / 280.0;
    private static final Color LIGHT = new Color(0xFFFFFF);
    private static final Color DARK = new Color(0x101010);

    private Overlay() {}

    /**
     * The heat as colour over the image.
     *
     * @param opacity 0 (only the image) … 1 (only the heat)
     */
    public static RgbImage colour(RgbImage image, HeatMap map, ColorMap colours, double opacity) {
        double share = Math.max(0, Math.min(1, opacity));
        if (map.flat() || share == 0) {
            return image;
        }
        float[] heat = new HeatField(map).sampled(image.width(), image.height());
        int[] pixels = new int[heat.length];
        int weight = (int) Math.round(share * 256);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = mix(image.pixels()[i], colours.rgb(heat[i]), weight);
        }
        return new RgbImage(image.width(), image.height(), pixels);
    }

    /** Only the heat, bilinear at the given size; a flat map is all in the colour of 0. */
    public static RgbImage heat(HeatMap map, ColorMap colours, int width, int height) {
        float[] heat = new HeatField(map).sampled(width, height);
        int[] pixels = new int[heat.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = colours.rgb(map.flat() ? 0 : heat[i]);
        }
        return new RgbImage(width, height, pixels);
    }

    /**
     * Lines around the parts whose heat reaches each level, over the otherwise unaltered image. The lines are light with
     * a dark rim, so they show on any skin; the higher the level, the wider the line.
     *
     * @param levels 0 … 1 each; {@code 0.5} and {@code 0.75} are good ones
     */
    public static RgbImage contour(RgbImage image, HeatMap map, double... levels) {
        if (map.flat() || levels.length == 0) {
            return image;
        }
        BufferedImage canvas = Images.toBuffered(image);
        Graphics2D graphics = canvas.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        double[] ordered = Arrays.stream(levels).sorted().toArray();
        double thin = Math.max(MIN_LINE, Math.min(image.width(), image.height()) * LINE_PER_SIDE);
        for (int i = 0; i < ordered.length; i++) {
            Path2D path = Contours.of(map, ordered[i], image.width(), image.height());
            double width = thin * (1 + 0.6 * i);
            draw(graphics, path, DARK, width + 1.6 * thin);
            draw(graphics, path, LIGHT, width);
        }
        graphics.dispose();
        return Images.fromBuffered(canvas);
    }

    /** All colours of a map from 0 at the left to 1 at the right. */
    public static RgbImage legend(ColorMap colours, int width, int height) {
        int[] pixels = new int[width * height];
        for (int x = 0; x < width; x++) {
            int colour = colours.rgb(width == 1 ? 0 : x / (width - 1.0));
            for (int y = 0; y < height; y++) {
                pixels[y * width + x] = colour;
            }
        }
        return new RgbImage(width, height, pixels);
    }

    private static void draw(Graphics2D graphics, Path2D path, Color colour, double width) {
        graphics.setColor(colour);
        graphics.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(path);
    }

    /** @param weight of {@code top}, 0 … 256 */
    private static int mix(int bottom, int top, int weight) {
        int redBlue = (bottom & 0xFF00FF) * (256 - weight) + (top & 0xFF00FF) * weight + 0x800080;
        int green = (bottom & 0x00FF00) * (256 - weight) + (top & 0x00FF00) * weight + 0x008000;
        return ((redBlue >>> 8) & 0xFF00FF) | ((green >>> 8) & 0x00FF00);
    }
}
