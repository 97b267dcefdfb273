package io.github.melascope.ui.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;

class ChainsTest {
    @Test
    void aRingInAnyOrderBecomesOneLine() {
        List<Chains.Piece> pieces = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            // Every third piece is told backwards, and ends never agree to the last bit.
            pieces.add(
                    i % 3 == 0
                            ? new Chains.Piece(onRing(i + 1, 1e-12), onRing(i, 0))
                            : new Chains.Piece(onRing(i, 0), onRing(i + 1, 1e-12)));
        }
        Collections.shuffle(pieces, new Random(2));
        List<List<Point2D>> lines = Chains.of(pieces);
        assertEquals(1, lines.size());
        List<Point2D> line = lines.get(0);
        assertEquals(91, line.size());
        assertEquals(0, line.get(0).distance(line.get(90)), 1e-9, "it comes back to where it began");
        for (int i = 0; i < 90; i++) {
            assertEquals(100 * 2 * Math.sin(Math.PI / 90), line.get(i).distance(line.get(i + 1)), 1e-9);
        }
    }

    @Test
    void linesThatDoNotMeetStayApart() {
        Chains.Piece one = new Chains.Piece(new Point2D(0, 0), new Point2D(5, 5));
        Chains.Piece more = new Chains.Piece(new Point2D(5, 5), new Point2D(9, 5));
        Chains.Piece other = new Chains.Piece(new Point2D(0, 9), new Point2D(5, 9));
        assertEquals(
                List.of(
                        List.of(new Point2D(0, 0), new Point2D(5, 5), new Point2D(9, 5)),
                        List.of(new Point2D(0, 9), new Point2D(5, 9))),
                Chains.of(List.of(one, other, more)));
        assertEquals(List.of(), Chains.of(List.of()));
    }

    private static Point2D onRing(int i, double error) {
        double angle = 2 * Math.PI * (i % 90) / 90;
        return new Point2D(200.3 + 100 * Math.cos(angle) + error, 150.7 + 100 * Math.sin(angle) - error);
    }
}
