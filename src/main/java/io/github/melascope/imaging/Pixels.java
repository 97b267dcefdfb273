package io.github.melascope.imaging;

import io.github.melascope.base.Term;
import io.github.melascope.lesion.RgbImage;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;

/**
 * Turns what ImageIO decodes into 8-bit RGB. Stored gray values are taken as they are: Java takes gray for linear light
 * and would turn a stored 54 into 127 (see {@code BufferedImage.getRGB}).
 */
final class Pixels {
    private static final int OPAQUE = 255;

    private Pixels() {}

    /**
     * The picture as RGB, transparent parts on white.
     *
     * @throws RefusedImage when its samples are measured values (32 bit, floating point) without a known range
     */
    static RgbImage toRgb(BufferedImage image) throws RefusedImage {
        ColorModel model = image.getColorModel();
        Raster raster = image.getRaster();
        int[] pixels = new int[image.getWidth() * image.getHeight()];
        if (image.getType() == BufferedImage.TYPE_3BYTE_BGR && packed(raster, 3)) {
            fromBgr(((DataBufferByte) raster.getDataBuffer()).getData(), pixels);
        } else if (image.getType() == BufferedImage.TYPE_BYTE_GRAY && packed(raster, 1)) {
            fromGray(((DataBufferByte) raster.getDataBuffer()).getData(), pixels);
        } else if (model instanceof IndexColorModel palette) {
            fromPalette(raster, palette, pixels);
        } else if (model instanceof ComponentColorModel && !eightOrSixteenBit(model)) {
            throw new RefusedImage(Term.of("why.image.deep"), Term.of("next.image.deep"));
        } else if (inks(model)) {
            fromInks(raster, pixels);
        } else if (plainComponents(model)) {
            fromComponents(raster, model, pixels);
        } else {
            fromDrawing(image, pixels);
        }
        return new RgbImage(image.getWidth(), image.getHeight(), pixels);
    }

    /** Whether the raster's bytes are the whole picture, row by row without gaps. */
    private static boolean packed(Raster raster, int bands) {
        return raster.getParent() == null
                && raster.getSampleModel() instanceof PixelInterleavedSampleModel model
                && model.getPixelStride() == bands
                && model.getScanlineStride() == bands * raster.getWidth()
                && raster.getDataBuffer().getSize() == bands * raster.getWidth() * raster.getHeight()
                && raster.getDataBuffer().getOffset() == 0;
    }

    private static void fromBgr(byte[] data, int[] pixels) {
        for (int i = 0, at = 0; i < pixels.length; i++, at += 3) {
            pixels[i] = rgb(data[at + 2] & 0xFF, data[at + 1] & 0xFF, data[at] & 0xFF);
        }
    }

    private static void fromGray(byte[] data, int[] pixels) {
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (data[i] & 0xFF) * 0x010101;
        }
    }

    private static void fromPalette(Raster raster, IndexColorModel palette, int[] pixels) {
        int[] colours = new int[palette.getMapSize()];
        for (int i = 0; i < colours.length; i++) {
            colours[i] = onWhite(palette.getRed(i), palette.getGreen(i), palette.getBlue(i), palette.getAlpha(i));
        }
        int width = raster.getWidth();
        int[] row = new int[width];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 0, row);
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = row[x] < colours.length ? colours[row[x]] : 0;
            }
        }
    }

    private static boolean eightOrSixteenBit(ColorModel model) {
        int transfer = model.getTransferType();
        return transfer == DataBuffer.TYPE_BYTE || transfer == DataBuffer.TYPE_USHORT;
    }

    /** CMYK of 8 bit without a profile that says which inks. */
    private static boolean inks(ColorModel model) {
        return model instanceof ComponentColorModel
                && model.getColorSpace().getType() == ColorSpace.TYPE_CMYK
                && !(model.getColorSpace() instanceof ICC_ColorSpace)
                && model.getNumComponents() == 4
                && model.getTransferType() == DataBuffer.TYPE_BYTE;
    }

    /** Each ink takes away its share of light, black takes from all: what everybody does without a profile. */
    private static void fromInks(Raster raster, int[] pixels) {
        int width = raster.getWidth();
        int[] row = new int[width * 4];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int x = 0, at = 0; x < width; x++, at += 4) {
                int light = OPAQUE - row[at + 3];
                pixels[y * width + x] = rgb(lit(row[at], light), lit(row[at + 1], light), lit(row[at + 2], light));
            }
        }
    }

    private static int lit(int ink, int light) {
        return ((OPAQUE - ink) * light + OPAQUE / 2) / OPAQUE;
    }

    /** Unsigned samples in gray or sRGB, with or without alpha. */
    private static boolean plainComponents(ColorModel model) {
        int type = model.getColorSpace().getType();
        return model instanceof ComponentColorModel
                && (type == ColorSpace.TYPE_GRAY || model.getColorSpace().isCS_sRGB())
                && !model.isAlphaPremultiplied();
    }

    private static void fromComponents(Raster raster, ColorModel model, int[] pixels) {
        int bands = raster.getNumBands();
        int colours = model.getNumColorComponents();
        int largest = (1 << model.getComponentSize(0)) - 1;
        int width = raster.getWidth();
        int[] row = new int[width * bands];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int x = 0, at = 0; x < width; x++, at += bands) {
                int red = to8Bit(row[at], largest);
                int green = colours < 3 ? red : to8Bit(row[at + 1], largest);
                int blue = colours < 3 ? red : to8Bit(row[at + 2], largest);
                int alpha = bands > colours ? to8Bit(row[at + colours], largest) : OPAQUE;
                pixels[y * width + x] = onWhite(red, green, blue, alpha);
            }
        }
    }

    private static int to8Bit(int value, int largest) {
        return largest == 255 ? value : (int) ((value * 255L + largest / 2) / largest);
    }

    private static int onWhite(int red, int green, int blue, int alpha) {
        return rgb(mix(red, alpha), mix(green, alpha), mix(blue, alpha));
    }

    private static int rgb(int red, int green, int blue) {
        return (red << 16) | (green << 8) | blue;
    }

    private static int mix(int value, int alpha) {
        return alpha == OPAQUE ? value : (value * alpha + OPAQUE * (OPAQUE - alpha) + OPAQUE / 2) / OPAQUE;
    }

    /** Everything else by Java's own drawing, which leaves gray as it is. */
    private static void fromDrawing(BufferedImage image, int[] pixels) {
        BufferedImage rgb = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = rgb.createGraphics();
        graphics.drawImage(image, 0, 0, Color.WHITE, null);
        graphics.dispose();
        rgb.getRaster().getDataElements(0, 0, image.getWidth(), image.getHeight(), pixels);
    }
}
