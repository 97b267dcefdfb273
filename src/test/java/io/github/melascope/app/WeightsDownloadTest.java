package io.github.melascope.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.base.Sha256;
import io.github.melascope.base.Words;
import io.github.melascope.nn.arch.Architecture;
import io.github.melascope.nn.arch.TimmFile;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Downloads from a server on this very machine, which does what servers and networks do. */
@Timeout(60)
class WeightsDownloadTest {
    @TempDir
    Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch ending = new CountDownLatch(1);
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private AppContext context;
    private HttpServer server;
    private byte[] weights;

    @BeforeEach
    void open() throws IOException {
        context = new AppContext(List.of(folder.resolve("models")), 1);
        weights = Files.readAllBytes(TimmFile.write(folder.resolve("timm.safetensors")));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/good", exchange -> {
            exchange.sendResponseHeaders(200, weights.length);
            exchange.getResponseBody().write(weights);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        ending.countDown();
        server.stop(0);
        threads.shutdownNow();
        context.close();
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private OnlineWeights offer(URI address, byte[] promised) {
        return new OnlineWeights("Test", address, "new.safetensors", 1, Sha256.of(promised), "none", address);
    }

    private WeightsDownload download(Duration silence) {
        return new WeightsDownload(new WeightsShelf(context), "http", silence);
    }

    private Path get(String path) throws ProblemException {
        return download(Duration.ofSeconds(20)).run(offer(at(path), weights), Progress.NONE, new CancelToken());
    }

    private ProblemException refused(String path) throws IOException {
        ProblemException refused = assertThrows(ProblemException.class, () -> get(path));
        nothingIsKept();
        assertTrue(refused.what().contains("new.safetensors"), refused.what());
        assertFalse(refused.message(new Words(Locale.GERMAN)).isEmpty());
        return refused;
    }

    private void nothingIsKept() throws IOException {
        Path shelf = folder.resolve("weights");
        if (Files.isDirectory(shelf)) {
            try (Stream<Path> left = Files.list(shelf)) {
                assertEquals(List.of(), left.toList());
            }
        }
    }

    private interface Answer {
        void give(HttpExchange exchange) throws IOException, InterruptedException;
    }

    private void serve(String path, Answer answer) {
        server.createContext(path, exchange -> {
            asked.add(path);
            try (exchange) {
                answer.give(exchange);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Test
    void aGoodFileIsOnTheShelfWithItsProgress() throws Exception {
        List<Long> heard = Collections.synchronizedList(new ArrayList<>());
        Path file = download(Duration.ofSeconds(20))
                .run(
                        offer(at("/good"), weights),
                        (stage, done, total) -> {
                            assertEquals(weights.length, total);
                            heard.add(done);
                        },
                        new CancelToken());
        assertEquals(folder.resolve("weights/new.safetensors"), file);
        assertArrayEquals(weights, Files.readAllBytes(file));
        assertEquals(List.of(file), new WeightsShelf(context).list());
        assertEquals(weights.length, heard.get(heard.size() - 1));
        assertEquals(
                260,
                StartWeights.of(java.util.Optional.of(file.toString()), "", context.models())
                        .backbone()
                        .size());
    }

    @Test
    void aRedirectIsFollowed() throws Exception {
        serve("/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", "/good");
            exchange.sendResponseHeaders(302, -1);
        });
        assertArrayEquals(weights, Files.readAllBytes(get("/moved")));
        assertEquals(List.of("/moved"), asked);
    }

    @Test
    void aWrongSumIsSaidWithBothSums() throws Exception {
        byte[] other = weights.clone();
        other[other.length - 1] ^= 1;
        serve("/other", exchange -> {
            exchange.sendResponseHeaders(200, other.length);
            exchange.getResponseBody().write(other);
        });
        String why = refused("/other").why();
        assertTrue(why.contains(Sha256.of(other)) && why.contains(Sha256.of(weights)), why);
    }

    @Test
    void aRightSumOfOtherWeightsIsNotKeptEither() throws Exception {
        byte[] text = "no weights at all".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        serve("/text", exchange -> {
            exchange.sendResponseHeaders(200, text.length);
            exchange.getResponseBody().write(text);
        });
        ProblemException refused = assertThrows(
                ProblemException.class,
                () -> download(Duration.ofSeconds(20)).run(offer(at("/text"), text), Progress.NONE, new CancelToken()));
        assertTrue(refused.what().contains("new.safetensors"), refused.what());
        nothingIsKept();
    }

    @Test
    void aFileCutShortIsRefused() throws Exception {
        serve("/short", exchange -> {
            exchange.sendResponseHeaders(200, weights.length);
            exchange.getResponseBody().write(weights, 0, 1000);
            exchange.getResponseBody().flush();
            throw new IOException("cut");
        });
        serve("/chunk", exchange -> {
            exchange.sendResponseHeaders(200, 0); // in chunks, whose end looks like any other
            exchange.getResponseBody().write(weights, 0, 1000);
        });
        assertTrue(refused("/short").why().contains("broke off"), () -> "said otherwise");
        assertTrue(refused("/chunk").why().contains("SHA-256"));
    }

    @Test
    void whatIsTooLargeIsNotReadToItsEnd() throws Exception {
        serve("/announced", exchange -> {
            exchange.sendResponseHeaders(200, 3_000_000_000L);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
            ending.await();
        });
        serve("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] much = new byte[1 << 20];
            OutputStream out = exchange.getResponseBody();
            while (ending.getCount() > 0) {
                out.write(much);
            }
        });
        assertTrue(refused("/announced").why().contains("20 MB"));
        assertTrue(refused("/endless").why().contains("20 MB"));
    }

    @Test
    void aStalledServerIsStoppedAtOnceAndGivenUpInTheEnd() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        serve("/stalled", exchange -> {
            exchange.sendResponseHeaders(200, weights.length);
            exchange.getResponseBody().write(weights, 0, 1000);
            exchange.getResponseBody().flush();
            begun.countDown();
            ending.await();
        });
        CancelToken cancel = new CancelToken();
        Future<Path> running = threads.submit(
                () -> download(Duration.ofSeconds(20)).run(offer(at("/stalled"), weights), Progress.NONE, cancel));
        assertTrue(begun.await(20, TimeUnit.SECONDS));
        Thread.sleep(100);
        long stopped = System.nanoTime();
        cancel.cancel();
        Exception end = assertThrows(Exception.class, running::get);
        long millis = (System.nanoTime() - stopped) / 1_000_000;
        assertTrue(end.getCause() instanceof CancellationException, String.valueOf(end));
        assertTrue(millis < 200, "stopped only after " + millis + " ms");
        nothingIsKept();
        ProblemException silent = assertThrows(
                ProblemException.class,
                () -> download(Duration.ofSeconds(1))
                        .run(offer(at("/stalled"), weights), Progress.NONE, new CancelToken()));
        assertTrue(silent.why().contains("nothing came for 1 second"), silent.why());
        nothingIsKept();
    }

    @Test
    void aMissingFileAndAServerThatIsNotThereAreSaid() throws Exception {
        assertTrue(refused("/absent").why().contains("404"));
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        ProblemException noServer = assertThrows(
                ProblemException.class,
                () -> download(Duration.ofSeconds(5))
                        .run(
                                offer(URI.create("http://127.0.0.1:" + free + "/x"), weights),
                                Progress.NONE,
                                new CancelToken()));
        assertTrue(noServer.why().contains("does not answer"), noServer.why());
        ProblemException noName = assertThrows(
                ProblemException.class,
                () -> download(Duration.ofSeconds(5))
                        .run(offer(URI.create("http://nowhere.invalid/x"), weights), Progress.NONE, new CancelToken()));
        assertTrue(noName.why().contains("nowhere.invalid was not found"), noName.why());
    }

    @Test
    void aShelfThatCannotBeWrittenIsSaid() throws Exception {
        Files.writeString(folder.resolve("weights"), "in the way");
        ProblemException refused = assertThrows(ProblemException.class, () -> get("/good"));
        assertTrue(refused.why().contains("a file, not a folder"), refused.why());
        assertEquals("in the way", Files.readString(folder.resolve("weights")));
    }

    @Test
    void onlyHttpsIsAskedAndWhatIsOfferedIsWhole() {
        WeightsDownload usual = new WeightsDownload(new WeightsShelf(context));
        assertThrows(
                IllegalArgumentException.class,
                () -> usual.run(offer(at("/good"), weights), Progress.NONE, new CancelToken()));
        OnlineWeights offered = OnlineWeights.IMAGENET;
        assertEquals("https", offered.address().getScheme());
        assertTrue(offered.sha256().matches("[0-9a-f]{64}"));
        // The size that its page names is that of the network's numbers: backbone, head of 1,000 classes, four bytes
        // each.
        long numbers = Architecture.backboneTensors().values().stream()
                .mapToLong(shape -> Arrays.stream(shape).reduce(1, (a, b) -> a * b))
                .sum();
        assertEquals(offered.megabytes(), 4 * (numbers + 1281 * 1000) / 1e6, 0.05);
        assertTrue(offered.megabytes() * 1e6 < WeightsDownload.MOST_BYTES);
    }
}
