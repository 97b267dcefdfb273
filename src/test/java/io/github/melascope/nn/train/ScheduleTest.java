package io.github.melascope.nn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ScheduleTest {
    @Test
    void climbsThenFallsAlongHalfACosine() {
        Schedule schedule = Schedule.of(new Phase(10, 2e-3, 0), 0.1, 20);
        assertEquals(20, schedule.warmupSteps());
        assertEquals(2e-3 / 20, schedule.at(0), 1e-12);
        assertEquals(2e-3, schedule.at(19), 1e-12);
        assertEquals(2e-3, schedule.at(20), 1e-12);
        // Half way down: the mean of peak and floor.
        assertEquals((2e-3 + 2e-5) / 2, schedule.at(110), 1e-12);
        assertEquals(2e-5, schedule.at(200), 1e-12);
        for (long step = 20; step < 199; step++) {
            assertTrue(schedule.at(step + 1) < schedule.at(step));
        }
    }

    @Test
    void withoutWarmupItStartsAtThePeak() {
        assertEquals(1e-3, Schedule.of(new Phase(1, 1e-3, 0), 0, 5).at(0), 1e-15);
    }

    @Test
    void anImpossiblePhaseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Phase(0, 1e-3, 0));
        assertThrows(IllegalArgumentException.class, () -> new Phase(1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Phase(1, 1e-3, 20));
    }

    @Test
    void dropoutMasksKeepTheMean() {
        float[] mask = Draws.dropoutMask(100_000, 0.3, 5, 17);
        double mean = 0;
        for (float m : mask) {
            assertTrue(m == 0 || Math.abs(m - 1 / 0.7) < 1e-6);
            mean += m / mask.length;
        }
        assertEquals(1, mean, 0.02);
    }
}
