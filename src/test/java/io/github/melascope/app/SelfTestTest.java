package io.github.melascope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.base.Words;
import io.github.melascope.lesion.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The self-test and what is kept of it; the benchmark as far as seconds allow. */
class SelfTestTest {
    @TempDir
    Path folder;

    private AppContext context = new AppContext(List.of(Path.of("models")), 2);

    @BeforeEach
    void prepare() throws ProblemException {
        context.close();
        context = new AppContext(List.of(folder.resolve("models")), 2);
        TinyModel.save(folder.resolve("models"), "tiny", Task.DIAGNOSIS, 0.2, OptionalDouble.empty());
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void bothRuntimesGiveTheSameAnswers() throws ProblemException {
        List<Long> steps = new ArrayList<>();
        SelfTest test = SelfTest.run(context, "tiny", (stage, done, total) -> steps.add(done), new CancelToken());
        assertEquals("PyTorch, cpu", test.lines().get(0).runtime());
        assertEquals(0, test.lines().get(0).largest(), "it is its own reference");
        assertEquals("ONNX Runtime, cpu", test.lines().get(1).runtime());
        assertEquals(SelfTest.Verdict.GOOD, test.verdict(), test.toString());
        assertTrue(test.lines().get(1).largest() > 0, "two runtimes never sum in the same order");
        assertTrue(test.lines().get(1).largest() < 1e-5, test.toString());
        assertEquals(test.lines().size() + 1, steps.size());
        assertEquals(7, test.pictures());
        String text = DeviceText.text(new DeviceText(new Words(Locale.ENGLISH)).selfTest(test));
        assertTrue(text.contains("Good: all runtimes") && text.contains("(0.0001 is allowed)"), text);
        assertTrue(text.matches("(?s).*differ by 0\\.0+[1-9] at most.*"), text);
    }

    @Test
    void aDifferenceOrAFailureIsNotGood() {
        SelfTest.Line reference = new SelfTest.Line("PyTorch, cpu", 0, 1e-4, 5, "");
        SelfTest differs =
                new SelfTest("tiny", 7, List.of(reference, new SelfTest.Line("ONNX Runtime, cpu", 0.02, 1e-4, 3, "")));
        assertEquals(SelfTest.Verdict.BAD, differs.verdict());
        String text = DeviceText.text(new DeviceText(new Words(Locale.ENGLISH)).selfTest(differs));
        assertTrue(text.contains("Not good") && text.contains("DIFFERS"), text);
        SelfTest fails = new SelfTest(
                "tiny", 7, List.of(new SelfTest.Line("PyTorch, cpu", 0, 1e-4, 0, "no library"), reference));
        assertEquals(SelfTest.Verdict.INCOMPLETE, fails.verdict());
        assertEquals(1, fails.reference());
        String german = DeviceText.text(new DeviceText(new Words(Locale.GERMAN)).selfTest(fails));
        assertTrue(german.contains("Unvollständig") && german.contains("GESCHEITERT: no library"), german);
    }

    @Test
    void aModelThatIsNotThereAndACancelAreSaid() {
        assertThrows(ProblemException.class, () -> SelfTest.run(context, "other", Progress.NONE, new CancelToken()));
        CancelToken cancel = new CancelToken();
        cancel.cancel();
        assertThrows(CancellationException.class, () -> SelfTest.run(context, "tiny", Progress.NONE, cancel));
    }

    @Test
    void whatWasFoundIsKept() throws ProblemException, IOException {
        DeviceResults file = new DeviceResults(folder.resolve("kept/devices.json"));
        assertEquals(DeviceResults.Kept.NOTHING, file.load());
        SelfTest test = SelfTest.run(context, "tiny", Progress.NONE, new CancelToken());
        DeviceBench bench = new DeviceBench(
                "cpu", 65.25, 8500, OptionalDouble.of(240), OptionalDouble.empty(), 3L << 30, 5L << 30, 1.5);
        DeviceResults.Kept kept = DeviceResults.Kept.NOTHING.with(test).with(bench);
        file.save(kept);
        assertEquals(kept, file.load());
        String text = DeviceText.text(new DeviceText(new Words(Locale.ENGLISH)).bench(bench));
        assertTrue(text.contains("4 min") && text.contains("not measured: it took more than 120 seconds"), text);
        Files.writeString(file.file(), "{\"bench\": 7}");
        assertEquals(DeviceResults.Kept.NOTHING, file.load(), "it can be measured again");
    }

    @Test
    void theBenchmarkRefusesToMeasureBesideATraining() throws ProblemException {
        java.util.concurrent.CountDownLatch trained = new java.util.concurrent.CountDownLatch(1);
        var training = context.engineThread().submit(() -> {
            trained.await();
            return true;
        });
        ProblemException e = assertThrows(
                ProblemException.class, () -> DeviceBench.run(context, "tiny", Progress.NONE, new CancelToken()));
        assertTrue(e.why().contains("training"), e.why());
        trained.countDown();
        assertTrue(io.github.melascope.base.Ahead.get(training));
    }

    @Test
    void theTimeLimitEndsAWorkAndSaysThatItWasNotTheUser() throws InterruptedException {
        CancelToken user = new CancelToken();
        try (TimeLimit limit = new TimeLimit(1, Progress.NONE, user)) {
            long start = System.nanoTime();
            while (!limit.token().isCancelled()) {
                Thread.sleep(10);
            }
            assertTrue(limit.isUp());
            assertTrue(System.nanoTime() - start > 900_000_000L);
        }
        try (TimeLimit limit = new TimeLimit(60, Progress.NONE, user)) {
            user.cancel();
            long start = System.nanoTime();
            while (!limit.token().isCancelled()) {
                Thread.sleep(10);
            }
            assertFalse(limit.isUp());
            assertTrue(System.nanoTime() - start < 2_000_000_000L);
        }
    }
}
