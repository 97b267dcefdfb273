package io.github.melascope.app;

import io.github.melascope.base.AtomicFiles;
import io.github.melascope.base.CancelToken;
import io.github.melascope.base.IoReason;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.base.Sha256;
import io.github.melascope.base.Term;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Fetches one large file, because the user said so after having read address, size and hash. It goes to a temporary file
 * beside the target, which it becomes only with the promised hash. Nothing in the program calls this by itself.
 */
public final class Download {
    private static final String STAGE = "stage.fetching";
    private static final Duration CONNECT = Duration.ofSeconds(20);
    private static final long SILENCE_NANOS = Duration.ofSeconds(60).toNanos();
    private static final long LOOK_MILLIS = 50;
    private static final int OK = 200;

    private Download() {}

    /**
     * The length that the server gives for a file.
     *
     * @return bytes; 0 when it does not tell
     * @throws ProblemException of kind {@code USAGE} when it has no such file or does not answer
     * @throws CancellationException when cancelled
     */
    public static long length(URI address, CancelToken cancel) throws ProblemException {
        HttpRequest request = request(address)
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build();
        try (Client client = new Client()) {
            HttpResponse<Void> response = ask(client, request, HttpResponse.BodyHandlers.discarding(), cancel, () -> 0);
            checkStatus(address, response);
            return response.headers().firstValueAsLong("Content-Length").orElse(0);
        }
    }

    /**
     * Fetches.
     *
     * @param target of the file, replaced at the end
     * @param maxBytes that may come
     * @param sha256 the file must have, 64 hexadecimal digits
     * @param progress hears mebibytes
     * @throws ProblemException of kind {@code USAGE} when the server or what it sends is not as promised, {@code SURROUNDINGS}
     *     when the file cannot be written
     * @throws CancellationException when cancelled, within a moment
     */
    public static void fetch(
            URI address, Path target, long maxBytes, String sha256, Progress progress, CancelToken cancel)
            throws ProblemException {
        HttpRequest request = request(address).build();
        Path temporary = null;
        try {
            Path folder =
                    Optional.ofNullable(target.toAbsolutePath().getParent()).orElseThrow();
            Files.createDirectories(folder);
            temporary = Files.createTempFile(folder, ".download", ".tmp");
            try (OutputStream out = Files.newOutputStream(temporary);
                    Client client = new Client()) {
                Receiver receiver = new Receiver(out, maxBytes, progress);
                HttpResponse<Void> response = ask(client, request, receiver::begin, cancel, receiver::quiet);
                checkStatus(address, response);
                receiver.check(address, sha256);
            }
            AtomicFiles.move(temporary, target);
        } catch (IOException e) {
            throw new ProblemException(
                    ProblemException.Kind.SURROUNDINGS, e, "problem.fetch.unwritten", target, IoReason.naming(e));
        } finally {
            discard(temporary);
        }
    }

    private static void discard(@org.jspecify.annotations.Nullable Path temporary) {
        try {
            if (temporary != null) {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            System.getLogger(Download.class.getName()).log(System.Logger.Level.WARNING, "left behind: " + temporary, e);
        }
    }

    /** Only over an encrypted connection; another one only to this very computer. */
    private static HttpRequest.Builder request(URI address) throws ProblemException {
        String host = String.valueOf(address.getHost());
        boolean here = host.equals("localhost") || host.equals("127.0.0.1");
        if (!"https".equals(address.getScheme()) && !("http".equals(address.getScheme()) && here)) {
            throw refused(address, Term.of("why.fetch.scheme"));
        }
        return HttpRequest.newBuilder(address).header("User-Agent", "Melascope");
    }

    private static <T> HttpResponse<T> ask(
            Client client,
            HttpRequest request,
            HttpResponse.BodyHandler<T> receiver,
            CancelToken cancel,
            Silence silence)
            throws ProblemException {
        cancel.check();
        try {
            return client.await(request, receiver, () -> {
                if (nanos(silence) > SILENCE_NANOS) {
                    throw refused(request.uri(), Term.of("why.fetch.silent"));
                }
                cancel.check();
            });
        } catch (ExecutionException e) {
            throw refused(request.uri(), Term.of("why.fetch.broken", String.valueOf(e.getCause())));
        }
    }

    /** What failed to be written is told of at the end, when all that comes has been passed over. */
    private static long nanos(Silence silence) {
        try {
            return silence.nanos();
        } catch (IOException e) {
            return 0;
        }
    }

    private static void checkStatus(URI address, HttpResponse<?> response) throws ProblemException {
        if (response.statusCode() != OK) {
            throw refused(address, Term.of("why.fetch.status", response.statusCode()));
        }
    }

    private static ProblemException refused(URI address, Term why) {
        return new ProblemException(ProblemException.Kind.USAGE, "problem.fetch", address, why);
    }

    /** Tells how long nothing has come, in nanoseconds. */
    private interface Silence {
        long nanos() throws IOException;
    }

    /** Looks whether to wait on. */
    interface Look {
        /** @throws ProblemException when there is no use in waiting */
        void look() throws ProblemException;
    }

    /** A client whose answers are waited for in small steps, so that the user can stop at any time. */
    record Client(HttpClient http) implements AutoCloseable {
        Client() {
            this(HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .connectTimeout(CONNECT)
                    .build());
        }

        /**
         * Asks, and waits for the whole answer.
         *
         * @param look is called every 50 ms of waiting
         * @throws ExecutionException when the connection fails
         */
        <T> HttpResponse<T> await(HttpRequest request, HttpResponse.BodyHandler<T> receiver, Look look)
                throws ExecutionException, ProblemException {
            CompletableFuture<HttpResponse<T>> asked = http.sendAsync(request, receiver);
            while (true) {
                try {
                    return asked.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    look.look();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new CancellationException("interrupted");
                }
            }
        }

        /** Without waiting: what comes too late is of no use. */
        @Override
        public void close() {
            http.shutdownNow();
        }
    }

    /** Writes what comes; called by the client's threads, one after another. */
    private static final class Receiver {
        private final OutputStream out;
        private final long maxBytes;
        private final Progress progress;
        private final MessageDigest digest = Sha256.digest();
        private long promised;
        private long received;
        private long heard = System.nanoTime();
        private Optional<IOException> failure = Optional.empty();

        Receiver(OutputStream out, long maxBytes, Progress progress) {
            this.out = out;
            this.maxBytes = maxBytes;
            this.progress = progress;
        }

        synchronized HttpResponse.BodySubscriber<Void> begin(HttpResponse.ResponseInfo info) {
            promised = info.headers().firstValueAsLong("Content-Length").orElse(0);
            return info.statusCode() == OK
                    ? HttpResponse.BodySubscribers.ofByteArrayConsumer(this::add)
                    : HttpResponse.BodySubscribers.discarding();
        }

        private synchronized void add(Optional<byte[]> piece) {
            heard = System.nanoTime();
            if (piece.isEmpty() || failure.isPresent()) {
                return;
            }
            received += piece.get().length;
            if (received > maxBytes) {
                throw new IllegalStateException("more than " + maxBytes + " bytes");
            }
            digest.update(piece.get());
            try {
                out.write(piece.get());
            } catch (IOException e) {
                failure = Optional.of(e);
            }
            progress.report(STAGE, received >> 20, Math.max(promised, maxBytes) >> 20);
        }

        synchronized long quiet() throws IOException {
            if (failure.isPresent()) {
                throw failure.get();
            }
            return System.nanoTime() - heard;
        }

        synchronized void check(URI address, String sha256) throws IOException, ProblemException {
            if (failure.isPresent()) {
                throw failure.get();
            }
            String sum = HexFormat.of().formatHex(digest.digest());
            if (!sum.equalsIgnoreCase(sha256)) {
                throw refused(address, Term.of("why.fetch.sum", sum, sha256, received));
            }
        }
    }
}
