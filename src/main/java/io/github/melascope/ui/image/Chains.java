package io.github.melascope.ui.image;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Point2D;

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
