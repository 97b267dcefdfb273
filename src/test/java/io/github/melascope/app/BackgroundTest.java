package io.github.melascope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class BackgroundTest {
    /** Field 19 of proc_pid_stat(5), of the calling thread; the name before it may hold blanks, but ends with a bracket. */
    private static int niceOfThisThread() throws IOException {
        String stat = Files.readString(Path.of("/proc/thread-self/stat"));
        return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[16]);
    }

    private static int niceOf(ExecutorService executor) throws Exception {
        return executor.submit(BackgroundTest::niceOfThisThread).get();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void longListsGiveWayToTheWindowAndNothingElseDoes() throws Exception {
        int usual = niceOfThisThread();
        try (AppContext beside = AppContext.besideWindow()) {
            assertEquals(Background.NICE, niceOf(beside.lists()));
            assertEquals(Background.NICE, niceOf(beside.workers()));
            assertEquals(usual, niceOf(beside.interactive()));
        }
        try (AppContext alone = AppContext.standard()) {
            assertEquals(usual, niceOf(alone.lists()), "a batch has nobody to give way to");
        }
        assertEquals(usual, niceOfThisThread());
    }
}
