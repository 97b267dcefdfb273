package io.github.melascope.ui.image;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;

/** Joins short pieces that meet into long lines: the toolkit draws a line far faster than as many pieces with round ends. */
final class Chains {
    /** Ends are the same when they round to the same place on a grid this many times finer than pixels. */
    private static final double GRID = 1024;

    private final Map<Key, Deque<Piece>> meeting = new HashMap<>();

    private record Key(long x, long y) {
        static Key of(Point2D point) {
            return new Key(Math.round(point.getX() * GRID), Math.round(point.getY() * GRID));
        }
    }

    /** A line between two points. */
    record Piece(Point2D from, Point2D to) {}

    /** The lines of a path of short pieces. */
    static List<List<Point2D>> of(Path2D path) {
        List<Piece> pieces = new ArrayList<>();
        Point2D last = Point2D.ZERO;
        double[] point = new double[6];
        for (PathIterator places = path.getPathIterator(null); !places.isDone(); places.next()) {
            boolean begins = places.currentSegment(point) == PathIterator.SEG_MOVETO;
            Point2D next = new Point2D(point[0], point[1]);
            if (!begins) {
                pieces.add(new Piece(last, next));
            }
            last = next;
        }
        return of(pieces);
    }

    /** Lines as the toolkit draws them. */
    static List<PathElement> elements(List<List<Point2D>> lines) {
        List<PathElement> elements = new ArrayList<>();
        for (List<Point2D> line : lines) {
            elements.add(new MoveTo(line.get(0).getX(), line.get(0).getY()));
            line.stream().skip(1).forEach(point -> elements.add(new LineTo(point.getX(), point.getY())));
        }
        return elements;
    }

    /** All pieces, each in just one line; lines that come back to where they began end there. */
    static List<List<Point2D>> of(List<Piece> pieces) {
        Chains chains = new Chains();
        for (Piece piece : pieces) {
            chains.at(piece.from()).add(piece);
            chains.at(piece.to()).add(piece);
        }
        List<List<Point2D>> lines = new ArrayList<>();
        for (Piece piece : pieces) {
            if (chains.take(piece)) {
                Deque<Point2D> line = new ArrayDeque<>(List.of(piece.from(), piece.to()));
                chains.follow(piece.to(), line::addLast);
                chains.follow(piece.from(), line::addFirst);
                lines.add(List.copyOf(line));
            }
        }
        return lines;
    }

    private Deque<Piece> at(Point2D point) {
        return meeting.computeIfAbsent(Key.of(point), any -> new ArrayDeque<>());
    }

    private boolean take(Piece piece) {
        at(piece.to()).remove(piece);
        return at(piece.from()).remove(piece);
    }

    private void follow(Point2D start, Consumer<Point2D> add) {
        Point2D end = start;
        for (Optional<Piece> next = next(end); next.isPresent(); next = next(end)) {
            Piece piece = next.get();
            take(piece);
            end = Key.of(piece.from()).equals(Key.of(end)) ? piece.to() : piece.from();
            add.accept(end);
        }
    }

    private Optional<Piece> next(Point2D end) {
        return Optional.ofNullable(at(end).peek());
    }
}
