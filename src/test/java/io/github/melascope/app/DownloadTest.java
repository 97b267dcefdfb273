package io.github.melascope.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.base.Sha256;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server of our own that does everything a server can do. */
class DownloadTest {
    private static final byte[] CONTENT = new byte[3 << 20];

    static {
        new Random(1).nextBytes(CONTENT);
    }

    @TempDir
    Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch stalled = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;
    private Path target;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/whole", exchange -> send(exchange, CONTENT, CONTENT.length));
        server.createContext("/short", exchange -> send(exchange, Arrays.copyOf(CONTENT, 1000), CONTENT.length));
        server.createContext("/shorter", exchange -> send(exchange, Arrays.copyOf(CONTENT, 1000), 1000));
        server.createContext("/missing", exchange -> exchange.sendResponseHeaders(404, -1));
        server.createContext("/stall", this::stall);
        server.start();
        target = folder.resolve("new/file.zip");
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private static void send(HttpExchange exchange, byte[] bytes, long promised) throws IOException {
        boolean head = exchange.getRequestMethod().equals("HEAD");
        if (head) {
            exchange.getResponseHeaders().set("Content-Length", String.valueOf(promised));
            exchange.sendResponseHeaders(200, -1);
        } else {
            exchange.sendResponseHeaders(200, promised);
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    /** Sends a little, then nothing. */
    private void stall(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, CONTENT.length);
        exchange.getResponseBody().write(CONTENT, 0, 1000);
        exchange.getResponseBody().flush();
        stalled.countDown();
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private void fetch(String path, String sha256, long most, CancelToken cancel) throws ProblemException {
        Download.fetch(address(path), target, most, sha256, Progress.NONE, cancel);
    }

    private ProblemException refused(String path, String sha256, long most) throws IOException {
        ProblemException e = assertThrows(ProblemException.class, () -> fetch(path, sha256, most, new CancelToken()));
        nothingIsLeft();
        return e;
    }

    private void nothingIsLeft() throws IOException {
        if (Files.exists(folder.resolve("new"))) {
            try (Stream<Path> files = Files.list(folder.resolve("new"))) {
                assertEquals(0, files.count());
            }
        }
    }

    @Test
    void aFileWithThePromisedHashIsKept() throws Exception {
        fetch("/whole", Sha256.of(CONTENT), CONTENT.length, new CancelToken());
        assertArrayEquals(CONTENT, Files.readAllBytes(target));
        try (Stream<Path> files = Files.list(folder.resolve("new"))) {
            assertEquals(1, files.count(), "no temporary file is left");
        }
        assertEquals(CONTENT.length, Download.length(address("/whole"), new CancelToken()));
    }

    @Test
    void anotherHashIsRefusedAndLeavesNothing() throws Exception {
        String other = "0".repeat(64);
        ProblemException e = refused("/whole", other, CONTENT.length);
        assertTrue(e.why().contains(other) && e.why().contains(Sha256.of(CONTENT)), e.why());
        assertEquals(ProblemException.Kind.USAGE, e.kind());
        assertTrue(refused("/shorter", Sha256.of(CONTENT), CONTENT.length).why().contains("1000 bytes"));
    }

    @Test
    void whatBreaksOffIsTooLongOrIsNotThereIsRefused() throws Exception {
        String sum = Sha256.of(CONTENT);
        assertTrue(refused("/short", sum, CONTENT.length).why().contains("connection"));
        assertTrue(refused("/whole", sum, 1000).why().contains("1000 bytes"));
        assertTrue(refused("/missing", sum, CONTENT.length).why().contains("404"));
        assertTrue(assertThrows(ProblemException.class, () -> Download.length(address("/missing"), new CancelToken()))
                .why()
                .contains("404"));
        server.stop(0);
        assertTrue(refused("/whole", sum, CONTENT.length).why().contains("connection"));
    }

    @Test
    void onlyAnEncryptedConnectionLeavesThisComputer() {
        ProblemException e = assertThrows(
                ProblemException.class,
                () -> Download.fetch(
                        URI.create("http://example.org/file"), target, 10, "", Progress.NONE, new CancelToken()));
        assertTrue(e.why().contains("https"), e.why());
    }

    @Test
    void cancellingEndsItAtOnceEvenWhenTheServerStalls() throws Exception {
        CancelToken cancel = new CancelToken();
        threads.execute(() -> {
            try {
                stalled.await();
                cancel.cancel();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertThrows(CancellationException.class, () -> fetch("/stall", Sha256.of(CONTENT), CONTENT.length, cancel));
        CancelToken late = new CancelToken();
        ExecutorService one = Executors.newSingleThreadExecutor();
        var fetching = one.submit(() -> assertThrows(
                CancellationException.class, () -> fetch("/stall", Sha256.of(CONTENT), CONTENT.length, late)));
        Thread.sleep(300);
        long start = System.nanoTime();
        late.cancel();
        fetching.get(5, TimeUnit.SECONDS);
        long millis = (System.nanoTime() - start) / 1_000_000;
        one.shutdown();
        assertTrue(millis < 1000, millis + " ms"); // 50 ms and the machine's other work
        nothingIsLeft();
    }

    @Test
    void whereNothingCanBeWrittenItSaysSo() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        ProblemException e = assertThrows(
                ProblemException.class,
                () -> Download.fetch(
                        address("/whole"),
                        file.resolve("in-it.zip"),
                        CONTENT.length,
                        Sha256.of(CONTENT),
                        Progress.NONE,
                        new CancelToken()));
        assertEquals(ProblemException.Kind.SURROUNDINGS, e.kind());
    }
}
