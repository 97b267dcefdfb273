package io.github.melascope.imaging.synthetic;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/** Things with a course: hairs across the frame, vessels that branch, gel bubbles that shine. */
final class Strokes {
    private Strokes() {}

    /** Branching vessels as a layer, 0 … 255 by thickness; places are given in pixels. */
    static BufferedImage vessels(
            SplittableRandom random, int width, int height, double centreX, double centreY, double radius, int trunks) {
        BufferedImage layer = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = smooth(layer);
        for (int i = 0; i < trunks; i++) {
            double angle = 2 * StrictMath.PI * random.nextDouble();
            double x = centreX + 0.75 * radius * StrictMath.cos(angle);
            double y = centreY + 0.75 * radius * StrictMath.sin(angle);
            branch(graphics, random, x, y, angle + StrictMath.PI + random.nextGaussian() * 0.4, radius, 0.035 * radius);
        }
        graphics.dispose();
        return layer;
    }

    private static void branch(
            Graphics2D graphics,
            SplittableRandom random,
            double fromX,
            double fromY,
            double direction,
            double length,
            double thickness) {
        if (length < 4 || thickness < 0.3) {
            return;
        }
        double x = fromX;
        double y = fromY;
        double angle = direction;
        int steps = 12;
        for (int i = 0; i < steps; i++) {
            Path2D piece = new Path2D.Double();
            piece.moveTo(x, y);
            angle += random.nextGaussian() * 0.28;
            x += length / steps * StrictMath.cos(angle);
            y += length / steps * StrictMath.sin(angle);
            piece.lineTo(x, y);
            draw(graphics, piece, Color.WHITE, thickness * (1 - 0.6 * i / steps));
            if (i == 4 || i == 8) {
                double side = random.nextDouble() < 0.5 ? 0.7 : -0.7;
                branch(graphics, random, x, y, angle + side, length * 0.5, thickness * 0.6);
            }
        }
    }

    static void hairs(BufferedImage image, SplittableRandom random, int count) {
        Graphics2D graphics = smooth(image);
        double side = Math.min(image.getWidth(), image.getHeight());
        double lie = StrictMath.PI * random.nextDouble();
        for (int i = 0; i < count; i++) {
            double angle = lie + random.nextGaussian() * 0.45;
            double x = image.getWidth() * random.nextDouble();
            double y = image.getHeight() * random.nextDouble();
            double reach = side * (0.25 + 0.5 * random.nextDouble());
            double bend = reach * 0.35 * random.nextGaussian();
            double alongX = reach * StrictMath.cos(angle);
            double alongY = reach * StrictMath.sin(angle);
            double thickness = side * (0.002 + 0.0045 * random.nextDouble());
            int strength = 110 + random.nextInt(100);
            Path2D hair = new Path2D.Double();
            hair.moveTo(x - alongX, y - alongY);
            hair.quadTo(x - bend * alongY / reach, y + bend * alongX / reach, x + alongX, y + alongY);
            draw(graphics, hair, new Color(30, 20, 16, 40), thickness * 2.4);
            draw(graphics, hair, new Color(38, 26, 20, strength), thickness);
        }
        graphics.dispose();
    }

    static void reflections(BufferedImage image, SplittableRandom random, int count) {
        Graphics2D graphics = smooth(image);
        double side = Math.min(image.getWidth(), image.getHeight());
        for (int i = 0; i < count; i++) {
            double radius = side * (0.002 + 0.006 * random.nextDouble());
            double x = image.getWidth() * random.nextDouble();
            double y = image.getHeight() * random.nextDouble();
            graphics.setColor(new Color(255, 250, 245, 60));
            graphics.fill(new Ellipse2D.Double(x - 1.8 * radius, y - 1.8 * radius, 3.6 * radius, 3.6 * radius));
            graphics.setColor(new Color(255, 252, 248, 215));
            graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
        }
        graphics.dispose();
    }

    private static Graphics2D smooth(BufferedImage image) {
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return graphics;
    }

    private static void draw(Graphics2D graphics, Path2D path, Color colour, double thickness) {
        graphics.setColor(colour);
        graphics.setStroke(new BasicStroke((float) thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(path);
    }
}
