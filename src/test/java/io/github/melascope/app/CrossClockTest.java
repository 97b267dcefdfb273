package io.github.melascope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.lesion.Task;
import io.github.melascope.nn.train.Phase;
import io.github.melascope.nn.train.TrainingListener.StepReport;
import io.github.melascope.nn.train.TrainingPlan;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrossClockTest {
    private static final long SECOND = 1_000_000_000L;
    private final TrainingPlan plan = TrainingPlan.of(TrainingPlan.Mode.QUICK, Task.DIAGNOSIS, 7);
    private final int epochs = plan.phases().get(0).epochs();
    private long now;

    private StepReport step(int epoch, int step) {
        return new StepReport(0, epoch, step, 10, 1, 1e-3, 1, Double.NaN);
    }

    @Test
    void theTimeLeftIsThatOfAllRuns() {
        CrossClock.Run run = new CrossClock.Run(plan, 100);
        CrossClock clock = new CrossClock(List.of(run, run, new CrossClock.Run(plan, 200)), () -> now);
        now = 50 * SECOND; // images are read
        clock.next();
        clock.step(step(0, 0));
        assertTrue(Double.isNaN(clock.secondsLeft()));
        now += 100 * SECOND;
        clock.step(step(epochs / 2 - 1, 10));
        assertEquals(0.125, clock.share(), 1e-9);
        assertEquals(700, clock.secondsLeft(), 1);
        now += 100 * SECOND;
        clock.next();
        clock.step(step(0, 1));
        assertEquals(0.25, clock.share(), 0.01);
        assertEquals(600, clock.secondsLeft(), 10);
    }

    @Test
    void teachersAreWorkAndMakeTheStudentSlower() throws Exception {
        TrainingPlan distilled = PlanFile.read(Path.of("docs/plans/distilled.json"), plan);
        CrossClock clock = new CrossClock(List.of(new CrossClock.Run(distilled, 100)), () -> now);
        double whole = 2 + 1 + 2 * Phase.FORWARD; // in trainings of one network without teachers
        clock.next();
        clock.teacher(1);
        clock.step(step(0, 0));
        now += 100 * SECOND;
        clock.teacher(2);
        clock.step(step(0, 0));
        assertEquals(1 / whole, clock.share(), 1e-9);
        assertEquals(100 * (whole - 1), clock.secondsLeft(), 1e-6);
        clock.teacher(0);
        clock.step(step(epochs / 2 - 1, 10));
        assertEquals((2 + (whole - 2) / 2) / whole, clock.share(), 1e-9);
        clock.step(step(epochs - 1, 10));
        assertEquals(1, clock.share(), 1e-9);
    }

    @Test
    void whatWasDoneBeforeAStopTookNoTimeOfThisCall() {
        CrossClock.Run run = new CrossClock.Run(plan, 100);
        CrossClock clock = new CrossClock(List.of(run, run), () -> now);
        clock.next();
        clock.step(step(epochs / 2 - 1, 10));
        now += 100 * SECOND;
        clock.step(step(epochs - 1, 10));
        assertEquals(0.5, clock.share(), 1e-9);
        assertEquals(200, clock.secondsLeft(), 1);
    }
}
