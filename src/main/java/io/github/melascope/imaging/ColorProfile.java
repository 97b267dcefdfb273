package io.github.melascope.imaging;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.Raster;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Brings colours to sRGB by the ICC profile (ISO 15076-1) that comes with a picture. Gray pictures stay as they are:
 * their profiles describe printing inks or plain gamma, and Java's own gray space would brighten them.
 */
final class ColorProfile {
    private ColorProfile() {}

    /**
     * The picture in sRGB, or itself where there is nothing to convert or the profile is broken or of another kind.
     *
     * @param icc the profile beside the picture, or empty; the picture's own colour space comes first
     */
    static BufferedImage toSrgb(BufferedImage image, byte[] icc) {
        if (image.getColorModel().hasAlpha() || image.getColorModel() instanceof java.awt.image.IndexColorModel) {
            return image;
        }
        Optional<ICC_ColorSpace> space = own(image).or(() -> of(icc));
        int bands = image.getRaster().getNumBands();
        if (space.isEmpty() || space.get().getNumComponents() != bands || bands < 3) {
            return image;
        }
        try {
            BufferedImage srgb = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
            Raster source = image.getRaster();
            new ColorConvertOp(space.get(), srgb.getColorModel().getColorSpace(), null)
                    .filter(source, srgb.getRaster());
            return srgb;
        } catch (CMMException | IllegalArgumentException e) {
            return image;
        }
    }

    private static Optional<ICC_ColorSpace> own(BufferedImage image) {
        return image.getColorModel().getColorSpace() instanceof ICC_ColorSpace space && usable(space.getProfile())
                ? Optional.of(space)
                : Optional.empty();
    }

    private static Optional<ICC_ColorSpace> of(byte[] icc) {
        if (icc.length == 0) {
            return Optional.empty();
        }
        try {
            ICC_Profile profile = ICC_Profile.getInstance(icc);
            return usable(profile) ? Optional.of(new ICC_ColorSpace(profile)) : Optional.empty();
        } catch (CMMException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether it is for RGB or CMYK, and not sRGB under one of its names. */
    private static boolean usable(ICC_Profile profile) {
        int type = profile.getColorSpaceType();
        return (type == ColorSpace.TYPE_RGB || type == ColorSpace.TYPE_CMYK) && !saysSrgb(profile);
    }

    private static boolean saysSrgb(ICC_Profile profile) {
        byte[] description = profile.getData(ICC_Profile.icSigProfileDescriptionTag);
        if (description == null) {
            return false;
        }
        // Version 2 describes in ASCII, version 4 in UTF-16: without its zero bytes both read the same.
        String text = new String(description, StandardCharsets.ISO_8859_1).replace("\0", "");
        return text.contains("sRGB") && !text.toLowerCase(Locale.ROOT).contains("linear");
    }
}
