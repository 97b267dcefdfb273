package io.github.melascope.nn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Native memory stays flat: what a step makes is freed with the step. The arrays the engine holds are counted, one by one;
 * the resident memory, which the allocator lets grow by 64 MiB at a time (docs/decisions/0005-memory.md), only has to show no
 * leak of another kind.
 */
class TrainingLeakTest {
    private static final long PAGE = 4096;
    private static final long LIMIT = 256L << 20;

    @TempDir
    Path folder;

    @Test
    @EnabledOnOs(OS.LINUX)
    void nothingIsLeftBehindInTwoThousandSteps() throws ProblemException, IOException {
        // 4 steps an epoch through the whole network, 7 on the head alone.
        List<Phase> phases = List.of(new Phase(25, 1e-3, 0), new Phase(475, 1e-3, Phase.HEAD_ONLY));
        TrainingPlan plan = TinyTraining.plan(TrainingPlan.Mode.QUICK, phases.subList(1, 2));
        try (TinyTraining tiny = new TinyTraining(folder)) {
            assertFlat(tiny, TinyTraining.plan(TrainingPlan.Mode.FULL, phases.subList(0, 1)), 40, 100);
            assertFlat(tiny, plan, 200, 2000);
            Distillation two = new Distillation(2, 0.5, 2);
            List<Phase> few = List.of(new Phase(10, 1e-3, 0));
            assertFlat(tiny, TinyTraining.distilled(TrainingPlan.Mode.FULL, few, two), 10, 40);
        }
    }

    /** Samples are taken after a collection, as arrays on their way to the network wait for one; the least of several counts. */
    private void assertFlat(TinyTraining tiny, TrainingPlan plan, int settled, int steps)
            throws ProblemException, IOException {
        int every = Math.max(1, (steps - settled) / 10);
        int[] done = {0};
        List<Long> resident = new ArrayList<>();
        Set<Integer> arrays = new TreeSet<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void step(StepReport report) {
                arrays.add(LiveArrays.count());
                if (++done[0] >= settled && done[0] % every == 0) {
                    System.gc();
                    resident.add(residentBytes());
                }
            }

            @Override
            public void student(int teachers) { // it and its teachers are held from here on
                assertEquals(1, arrays.size(), plan.mode() + " held " + arrays + " arrays after its teachers' steps");
                arrays.clear();
            }

            @Override
            public void epoch(EpochReport report) {}
        };
        int before = LiveArrays.count();
        tiny.train(plan, folder.resolve("run-" + steps), false, listener, new CancelToken());
        assertTrue(done[0] >= steps, done[0] + " steps");
        assertEquals(1, arrays.size(), plan.mode() + " held " + arrays + " arrays after its steps");
        assertEquals(before, LiveArrays.count(), plan.mode() + " left arrays behind");
        int half = resident.size() / 2;
        long grown =
                Collections.min(resident.subList(half, resident.size())) - Collections.min(resident.subList(0, half));
        assertTrue(grown < LIMIT, plan.mode() + " grew by " + (grown >> 10) + " KiB");
    }

    private static long residentBytes() {
        try {
            return Long.parseLong(Files.readString(Path.of("/proc/self/statm")).split(" ", -1)[1]) * PAGE;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
