package io.github.melascope.ui.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;

class ViewportTest {
    private static final double EXACT = 1e-6;

    private final SplittableRandom random = new SplittableRandom(4);

    @Test
    void whatIsSeenSomewhereIsThere() {
        each(viewport -> {
            double x = random.nextDouble(-50, 1500);
            double y = random.nextDouble(-50, 1500);
            Point2D there = viewport.toScreen(x, y);
            Point2D back = viewport.toImage(there.getX(), there.getY());
            assertEquals(x, back.getX(), EXACT);
            assertEquals(y, back.getY(), EXACT);
        });
    }

    @Test
    void zoomingInKeepsWhatIsUnderThePointer() {
        each(viewport -> {
            Point2D pixel = new Point2D(
                    random.nextDouble(0, viewport.imageWidth()), random.nextDouble(0, viewport.imageHeight()));
            Point2D pointer = viewport.toScreen(pixel.getX(), pixel.getY());
            Viewport closer = with(viewport, viewport.zoomedAt(1.7, pointer.getX(), pointer.getY()));
            Point2D after = closer.toImage(pointer.getX(), pointer.getY());
            assertEquals(0, pixel.distance(after), EXACT);
            Viewport back =
                    with(closer, closer.zoomedAt(viewport.zoom() / closer.zoom(), pointer.getX(), pointer.getY()));
            assertEquals(viewport.zoom(), back.zoom(), EXACT);
            assertEquals(viewport.viewpoint().x(), back.viewpoint().x(), EXACT);
            assertEquals(viewport.viewpoint().y(), back.viewpoint().y(), EXACT);
        });
    }

    @Test
    void zoomHasLimitsButOneToOneIsAlwaysWithin() {
        each(viewport -> {
            Viewport far = with(viewport, viewport.zoomedAt(1e-9, 3, 4));
            Viewport close = with(viewport, viewport.zoomedAt(1e9, 3, 4));
            assertEquals(viewport.leastZoom(), far.zoom(), EXACT);
            assertEquals(viewport.mostZoom(), close.zoom(), EXACT);
            assertTrue(close.zoom() >= Viewport.MOST_ZOOM - EXACT);
            assertEquals(1, with(viewport, viewport.oneToOneAt(3, 4)).zoom(), EXACT);
        });
    }

    @Test
    void whatFitsIsSeenWholeAndTouchesTwoEdges() {
        each(viewport -> {
            Viewport whole = with(viewport, viewport.viewpoint().fitted());
            Point2D one = whole.toScreen(0, 0);
            Point2D other = whole.toScreen(whole.imageWidth(), whole.imageHeight());
            double left = Math.min(one.getX(), other.getX());
            double top = Math.min(one.getY(), other.getY());
            assertEquals(0, Math.min(left, top), EXACT);
            assertTrue(left >= -EXACT && top >= -EXACT);
            assertEquals(whole.viewWidth(), one.getX() + other.getX(), EXACT, "in the middle");
            assertEquals(whole.viewHeight(), one.getY() + other.getY(), EXACT, "in the middle");
        });
    }

    @Test
    void panningMovesThePictureAlongWithTheHand() {
        Viewport viewport = new Viewport(800, 600, 400, 300, 1, new Viewpoint(4, 0.5, 0.5, 1));
        Viewport moved = with(viewport, viewport.pannedBy(30, -20));
        Point2D before = viewport.toScreen(380, 310);
        assertEquals(0, before.add(30, -20).distance(moved.toScreen(380, 310)), EXACT);
        Viewpoint away = viewport.pannedBy(1e6, -1e6);
        assertEquals(0, Math.min(Math.min(away.x(), 1 - away.x()), Math.min(away.y(), 1 - away.y())), EXACT);
    }

    @Test
    void turningGoesClockwiseAroundTheMiddleAndKeepsTheZoom() {
        Viewport viewport = new Viewport(800, 600, 400, 300, 1, new Viewpoint(4, 0.25, 0.5, 0));
        Viewport turned = with(viewport, viewport.turnedBy(1));
        assertEquals(viewport.zoom(), turned.zoom(), EXACT);
        Point2D right = viewport.toImage(200 + 50, 150);
        assertEquals(0, new Point2D(200, 150 + 50).distance(turned.toScreen(right.getX(), right.getY())), EXACT);
        assertEquals(viewport.viewpoint().turns(), turned.turnedBy(-1).turns());
        Viewport whole = with(viewport, Viewpoint.FIT);
        assertTrue(whole.turnedBy(1).fits());
        assertEquals(300.0 / 800, with(whole, whole.turnedBy(1)).zoom(), EXACT);
    }

    @Test
    void onADenseScreenOneToOneMeansItsOwnPixels() {
        Viewport viewport = new Viewport(800, 600, 400, 300, 2, Viewpoint.FIT);
        assertEquals(1, viewport.zoom(), EXACT);
        assertEquals(0.5, viewport.scale(), EXACT);
    }

    @Test
    void viewpointsAreAlwaysOnTheImage() {
        assertEquals(new Viewpoint(2, 0, 1, 3), new Viewpoint(2, -3, 1.5, -1));
        assertThrows(IllegalArgumentException.class, () -> new Viewpoint(0, 0.5, 0.5, 0));
        assertThrows(IllegalArgumentException.class, () -> new Viewpoint(Double.NaN, 0.5, 0.5, 0));
        assertFalse(new Viewpoint(1, 0.4, 0.5, 0).fits());
        assertTrue(new Viewpoint(1, 0.5, 0.5, 3).fits());
    }

    private void each(Consumer<Viewport> check) {
        for (int i = 0; i < 400; i++) {
            Viewport any = new Viewport(
                    random.nextInt(20, 5000),
                    random.nextInt(20, 5000),
                    random.nextDouble(80, 2000),
                    random.nextDouble(80, 2000),
                    random.nextInt(1, 3),
                    new Viewpoint(random.nextDouble(0.6, 3), random.nextDouble(), random.nextDouble(), i));
            if (any.zoom() <= any.mostZoom()) {
                check.accept(any);
            }
        }
    }

    private static Viewport with(Viewport viewport, Viewpoint viewpoint) {
        return new Viewport(
                viewport.imageWidth(),
                viewport.imageHeight(),
                viewport.viewWidth(),
                viewport.viewHeight(),
                viewport.density(),
                viewpoint);
    }
}
