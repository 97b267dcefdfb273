package io.github.melascope.audit;

import io.github.melascope.imaging.Images;
import io.github.melascope.lesion.RgbImage;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Things that lie on or beside a lesion in real collections and that networks have been seen to learn from (Winkler et al.,
 * JAMA Dermatology 155, 2019, on ink; Bissoto et al., CVPR Workshops 2020, on rulers, patches and hairs). All are drawn in a
 * frame of 1 × 1 that is turned by quarters, at the edge, where photographers put them.
 */
public final class Pasted {
    private static final List<Color> INKS = List.of(new Color(86, 60, 150), new Color(50, 60, 140));
    private static final List<Color> PATCHES =
            List.of(new Color(60, 120, 200), new Color(70, 160, 90), new Color(235, 200, 60), new Color(215, 80, 70));
    private static final double RULER_AT = 0.06;
    private static final double INK_AT = 0.1;
    private static final double PATCH_AT = 0.13;

    private Pasted() {}

    /**
     * Where an artefact lies in the frame.
     *
     * @param x 0 … 1 from the left
     * @param y 0 … 1 from the top
     */
    public record Place(double x, double y) {}

    /** A scale along one edge: a mark every millimetre, longer every fifth. */
    static RgbImage ruler(RgbImage image, SplittableRandom random) {
        return drawn(image, quarters(random), graphics -> {
            graphics.setColor(new Color(30, 30, 34, 215));
            for (int mark = 0; mark <= 40; mark++) {
                double length = mark % 10 == 0 ? 0.11 : mark % 5 == 0 ? 0.085 : 0.055;
                graphics.setStroke(stroke(0.006));
                graphics.draw(new Line2D.Double(mark / 40.0, 0, mark / 40.0, length));
            }
        });
    }

    static Place placeOfRuler(SplittableRandom random) {
        return turned(0.5, RULER_AT, quarters(random));
    }

    /** Strokes of a surgeon's pen beside the lesion. */
    static RgbImage ink(RgbImage image, SplittableRandom random) {
        int quarters = quarters(random);
        Color colour = INKS.get(random.nextInt(INKS.size()));
        return drawn(image, quarters, graphics -> {
            graphics.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 190));
            for (int i = 0; i < 4; i++) {
                double x = 0.28 + 0.13 * i + 0.02 * random.nextGaussian();
                Path2D line = new Path2D.Double();
                line.moveTo(x, 0.02);
                line.quadTo(x + 0.05 * random.nextGaussian(), 0.1, x + 0.02 * random.nextGaussian(), 0.17);
                graphics.setStroke(stroke(0.028));
                graphics.draw(line);
            }
        });
    }

    static Place placeOfInk(SplittableRandom random) {
        return turned(0.475, INK_AT, quarters(random));
    }

    /** A round coloured sticker in a corner, as lies beside the lesions of children. */
    static RgbImage patch(RgbImage image, SplittableRandom random) {
        int quarters = quarters(random);
        Color colour = PATCHES.get(random.nextInt(PATCHES.size()));
        return drawn(image, quarters, graphics -> {
            graphics.setColor(colour);
            graphics.fill(new Ellipse2D.Double(PATCH_AT - 0.2, PATCH_AT - 0.2, 0.4, 0.4));
        });
    }

    static Place placeOfPatch(SplittableRandom random) {
        return turned(PATCH_AT, PATCH_AT, quarters(random));
    }

    /** Dark hairs across the whole frame. */
    static RgbImage hair(RgbImage image, SplittableRandom random) {
        return drawn(image, 0, graphics -> {
            for (int i = 0; i < 14; i++) {
                int shade = 20 + random.nextInt(40);
                graphics.setColor(new Color(shade + 15, shade + 5, shade, 220));
                graphics.setStroke(stroke(0.004 + 0.004 * random.nextDouble()));
                double x = random.nextDouble();
                double y = random.nextDouble();
                double angle = 2 * StrictMath.PI * random.nextDouble();
                double reach = 0.2 + 0.25 * random.nextDouble();
                double right = reach * StrictMath.cos(angle);
                double down = reach * StrictMath.sin(angle);
                double bend = 0.3 * random.nextGaussian();
                Path2D hair = new Path2D.Double();
                hair.moveTo(x - right, y - down);
                hair.quadTo(x - bend * down, y + bend * right, x + right, y + down);
                graphics.draw(hair);
            }
        });
    }

    private static int quarters(SplittableRandom random) {
        return random.nextInt(4);
    }

    private static BasicStroke stroke(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    private static AffineTransform turn(int quarters) {
        return AffineTransform.getQuadrantRotateInstance(quarters, 0.5, 0.5);
    }

    private static Place turned(double x, double y, int quarters) {
        double[] point = {x, y};
        turn(quarters).transform(point, 0, point, 0, 1);
        return new Place(point[0], point[1]);
    }

    private static RgbImage drawn(RgbImage image, int quarters, Consumer<Graphics2D> drawing) {
        BufferedImage copy = Images.toBuffered(image);
        Graphics2D graphics = copy.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(image.width(), image.height());
        graphics.transform(turn(quarters));
        drawing.accept(graphics);
        graphics.dispose();
        return Images.fromBuffered(copy);
    }
}
