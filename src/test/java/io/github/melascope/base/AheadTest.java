package io.github.melascope.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AheadTest {
    private final ExecutorService workers = Executors.newFixedThreadPool(3);

    @AfterEach
    void close() {
        workers.shutdownNow();
    }

    @Test
    void resultsComeInOrderAndOnlyAFewAreAhead() throws ProblemException {
        AtomicInteger asked = new AtomicInteger();
        Iterator<Callable<Integer>> tasks = IntStream.range(0, 100)
                .mapToObj(i -> {
                    asked.set(i + 1);
                    return (Callable<Integer>) () -> i;
                })
                .iterator();
        List<Integer> results = new ArrayList<>();
        try (Ahead<Integer> ahead = new Ahead<>(workers, 5, tasks)) {
            while (ahead.hasNext()) {
                results.addAll(ahead.next(7, new CancelToken()));
                assertTrue(asked.get() <= results.size() + 5, asked + " asked for, " + results.size() + " taken");
            }
            assertEquals(List.of(), ahead.next(7, new CancelToken()));
        }
        assertEquals(IntStream.range(0, 100).boxed().toList(), results);
    }

    @Test
    void failuresComeAsTheyWereAndACancelEndsIt() throws ProblemException {
        ProblemException problem = new ProblemException(ProblemException.Kind.INPUT, "problem.no-model");
        List<Callable<Integer>> tasks = List.of(
                () -> 1,
                () -> {
                    throw problem;
                },
                () -> {
                    throw new ArithmeticException("defect");
                });
        try (Ahead<Integer> ahead = new Ahead<>(workers, 2, tasks.iterator())) {
            assertEquals(List.of(1), ahead.next(1, new CancelToken()));
            assertEquals(problem, assertThrows(ProblemException.class, () -> ahead.next(1, new CancelToken())));
            CancelToken cancelled = new CancelToken();
            cancelled.cancel();
            assertThrows(CancellationException.class, () -> ahead.next(1, cancelled));
            assertThrows(ArithmeticException.class, () -> ahead.next(1, new CancelToken()));
            assertFalse(ahead.hasNext());
        }
    }
}
