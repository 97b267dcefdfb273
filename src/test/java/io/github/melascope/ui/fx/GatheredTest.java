package io.github.melascope.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatheredTest {
    @Test
    void aBusyWindowIsVisitedOnceForAllThatCameInMeanwhile() {
        Deque<Runnable> window = new ArrayDeque<>();
        List<List<Integer>> heard = new ArrayList<>();
        Gathered<Integer> gathered = new Gathered<>(window::add, heard::add);
        gathered.add(1);
        gathered.add(2);
        gathered.add(3);
        assertEquals(1, window.size());
        window.remove().run();
        gathered.add(4);
        window.remove().run();
        assertEquals(List.of(List.of(1, 2, 3), List.of(4)), heard);
        assertEquals(0, window.size());
    }
}
