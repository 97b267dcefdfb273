package io.github.melascope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SingleInstanceTest {
    @TempDir
    Path folder;

    @Test
    void aSecondStartHandsItsFilesToTheFirst() throws IOException, InterruptedException {
        Path socket = folder.resolve("s");
        BlockingQueue<List<Path>> heard = new LinkedBlockingQueue<>();
        List<Path> files = List.of(folder.resolve("Müller 山田.jpg"), folder.resolve("b.png"));
        assertFalse(SingleInstance.handOver(socket, files));
        SingleInstance first = SingleInstance.listen(socket, heard::add);
        try {
            assertTrue(SingleInstance.handOver(socket, files));
            assertEquals(files, heard.poll(10, TimeUnit.SECONDS));
            assertTrue(SingleInstance.handOver(socket, List.of()));
            assertEquals(List.of(), heard.poll(10, TimeUnit.SECONDS));
        } finally {
            first.close();
        }
        assertFalse(Files.exists(socket));
        assertFalse(SingleInstance.handOver(socket, files));
    }

    @Test
    void whatAKilledProgramLeftBehindIsNoWindow() throws IOException, InterruptedException {
        Path socket = Files.createFile(folder.resolve("s"));
        assertFalse(SingleInstance.handOver(socket, List.of()));
        BlockingQueue<List<Path>> heard = new LinkedBlockingQueue<>();
        SingleInstance first = SingleInstance.listen(socket, heard::add);
        try {
            assertTrue(SingleInstance.handOver(socket, List.of(folder)));
            assertEquals(List.of(folder), heard.poll(10, TimeUnit.SECONDS));
        } finally {
            first.close();
        }
    }
}
