package io.github.melascope.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class LatestTest {
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final List<String> heard = new ArrayList<>();

    @Test
    void onlyTheNewestIsBegunAndHeard() {
        Latest latest = new Latest(waiting::add, Runnable::run);
        latest.submit(() -> "first", heard::add, e -> heard.add("failed"));
        latest.<String>submit(
                () -> {
                    throw new IOException("second");
                },
                heard::add,
                e -> heard.add(String.valueOf(e.getMessage())));
        work();
        assertEquals(List.of("second"), heard);
        latest.submit(() -> "third", heard::add, e -> heard.add("failed"));
        latest.forget();
        work();
        assertEquals(List.of("second"), heard);
    }

    @Test
    void aClosingProgramTakesNoMoreWorkAndSaysNothing() {
        ExecutorService closed = Executors.newSingleThreadExecutor();
        closed.shutdown();
        new Latest(closed, Runnable::run).submit(() -> "late", heard::add, e -> heard.add("failed"));
        assertEquals(List.of(), heard);
    }

    private void work() {
        while (!waiting.isEmpty()) {
            Objects.requireNonNull(waiting.poll()).run();
        }
    }
}
