package io.github.melascope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.melascope.nn.engine.ComputeDevice;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class BackgroundTest {
    /** Field 19 of proc_pid_stat(5), of the calling thread; the name before it may hold blanks, but ends with a bracket. */
    private static int niceOfThisThread() throws IOException {
        return nice(Files.readString(Path.of("/proc/thread-self/stat")));
    }

    private static int nice(String stat) {
        return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[16]);
    }

    private static int niceOf(ExecutorService executor) throws Exception {
        return executor.submit(BackgroundTest::niceOfThisThread).get();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void listsExamsAndTrainingsGiveWayToTheWindowAndNothingElseDoes() throws Exception {
        int usual = niceOfThisThread();
        try (AppContext beside = AppContext.besideWindow()) {
            assertEquals(Background.NICE, niceOf(beside.lists()));
            assertEquals(Background.NICE, niceOf(beside.workers()));
            assertEquals(Background.NICE, niceOf(beside.exams()));
            assertEquals(Background.NICE, niceOf(beside.trainings()));
            assertEquals(Background.NICE, beside.engineThread().call(BackgroundTest::niceOfThisThread));
            assertEquals(usual, niceOf(beside.interactive()));
            assertEquals(usual, niceOf(beside.figures()), "intervals are waited for");
        }
        try (AppContext alone = AppContext.standard()) {
            assertEquals(usual, niceOf(alone.lists()), "a batch has nobody to give way to");
        }
        assertEquals(usual, niceOfThisThread());
    }

    /** A training's work is done by threads that PyTorch starts from the engine's: they take its name and its priority. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void theThreadsOfTheNetworkGiveWayToo() throws Exception {
        try (AppContext beside = AppContext.besideWindow()) {
            List<Integer> all = beside.engineThread().call(() -> {
                try (NDManager manager = beside.engine().newManager(ComputeDevice.CPU)) {
                    NDArray large = manager.ones(new Shape(800, 800));
                    assertEquals(
                            800 * 800.0f,
                            large.mul(1).add(large).sub(large).sum().getFloat());
                    large.matMul(large).sum().getFloat();
                }
                return niceOfThreadsNamedAsThis();
            });
            assertTrue(all.size() > 1, "PyTorch has started no thread: " + all);
            assertTrue(all.stream().allMatch(nice -> nice == Background.NICE), all.toString());
        }
    }

    private static List<Integer> niceOfThreadsNamedAsThis() throws IOException {
        String name = Files.readString(Path.of("/proc/thread-self/comm"));
        List<Integer> all = new ArrayList<>();
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(Path.of("/proc/self/task"))) {
            for (Path task : tasks) {
                try {
                    if (Files.readString(task.resolve("comm")).equals(name)) {
                        all.add(nice(Files.readString(task.resolve("stat"))));
                    }
                } catch (IOException e) {
                    assertFalse(Files.exists(task)); // it has ended meanwhile
                }
            }
        }
        return all;
    }
}
