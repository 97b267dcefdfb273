package io.github.melascope.app;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.base.Sha256;
import io.github.melascope.base.Term;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Fetches published weights onto the shelf, when the user says so. Beside {@link Download} this is the only class that
 * speaks to a server, and nothing calls it but a click on a button that stands under address, size and sum.
 *
 * <p>The server may send on to another address, though never from https to http. What comes is held in memory, for it is
 * small, and kept only once its SHA-256 is the promised one and its tensors are a MobileNetV2's.
 */
public final class WeightsDownload {
    /** More than any file of this network's weights needs. */
    static final int MOST_BYTES = 20_000_000;

    private static final String STAGE = "stage.download";
    private static final Term AGAIN = Term.of("next.download.again");
    private static final Term OTHER = Term.of("next.download.other");
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final int OK = 200;

    private final WeightsShelf shelf;
    private final String scheme;
    private final Duration silence;

    public WeightsDownload(WeightsShelf shelf) {
        this(shelf, "https", SILENCE);
    }

    /**
     * @param scheme of the addresses that may be asked; another one than https is for tests, whose server has no certificate
     * @param silence after which a server that sends nothing is given up
     */
    WeightsDownload(WeightsShelf shelf, String scheme, Duration silence) {
        this.shelf = shelf;
        this.scheme = scheme;
        this.silence = silence;
    }

    /**
     * Downloads the file. Nothing is kept unless it returns.
     *
     * @param progress hears bytes done, and bytes in all where the server tells them; on the client's own threads
     * @param cancel looked at every 50 ms
     * @return the file on the shelf
     * @throws ProblemException when server or network fail, the content is not what was promised, or it cannot be written
     * @throws CancellationException when it was cancelled
     */
    public Path run(OnlineWeights weights, Progress progress, CancelToken cancel) throws ProblemException {
        if (!scheme.equals(weights.address().getScheme())) {
            throw new IllegalArgumentException(weights.address() + " is not " + scheme);
        }
        byte[] content = fetch(weights, progress, cancel);
        String sum = Sha256.of(content);
        if (!sum.equals(weights.sha256())) {
            throw refused(weights, null, Term.of("why.download.sum", sum, weights.sha256()), OTHER);
        }
        cancel.check();
        return shelf.add(weights.fileName(), content);
    }

    private byte[] fetch(OnlineWeights weights, Progress progress, CancelToken cancel) throws ProblemException {
        cancel.check();
        HttpRequest request = HttpRequest.newBuilder(weights.address())
                .header("User-Agent", "Melascope")
                .build();
        Received received = new Received(progress);
        try (Download.Client client = new Download.Client()) {
            HttpResponse<Void> response =
                    client.await(request, received::begin, () -> waitOn(weights, received, cancel));
            received.check(weights);
            if (response.statusCode() != OK) {
                throw refused(weights, null, Term.of("why.download.status", response.statusCode()), AGAIN);
            }
            return received.content();
        } catch (ExecutionException e) {
            IOException failure = e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
            throw refused(weights, failure, reason(failure, weights.address().getHost()), AGAIN);
        }
    }

    private void waitOn(OnlineWeights weights, Received received, CancelToken cancel) throws ProblemException {
        cancel.check();
        received.check(weights);
        if (received.quietNanos() > silence.toNanos()) {
            throw refused(weights, null, Term.of("why.download.silent", silence.toSeconds()), AGAIN);
        }
    }

    /** What has come so far; filled by the client's threads. */
    private static final class Received {
        private final Progress progress;
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();
        private long total;
        private long heard = System.nanoTime();

        Received(Progress progress) {
            this.progress = progress;
        }

        synchronized HttpResponse.BodySubscriber<Void> begin(HttpResponse.ResponseInfo info) {
            total = info.headers().firstValueAsLong("Content-Length").orElse(0);
            heard = System.nanoTime();
            return HttpResponse.BodySubscribers.ofByteArrayConsumer(this::add);
        }

        private synchronized void add(Optional<byte[]> piece) {
            heard = System.nanoTime();
            if (piece.isPresent() && content.size() <= MOST_BYTES) {
                content.writeBytes(piece.get());
                progress.report(STAGE, content.size(), total);
            }
        }

        synchronized void check(OnlineWeights weights) throws ProblemException {
            if (total > MOST_BYTES || content.size() > MOST_BYTES) {
                throw refused(weights, null, Term.of("why.download.large", MOST_BYTES / 1_000_000), OTHER);
            }
        }

        synchronized long quietNanos() {
            return System.nanoTime() - heard;
        }

        synchronized byte[] content() {
            return content.toByteArray();
        }
    }

    private static Term reason(IOException e, String host) {
        if (e instanceof SSLException) {
            return Term.of("why.download.trust", host, String.valueOf(e.getMessage()));
        }
        if (e instanceof ConnectException || e instanceof HttpTimeoutException) {
            boolean unknown = causedBy(e, UnresolvedAddressException.class);
            return Term.of(unknown ? "why.download.unknown-host" : "why.download.no-answer", host);
        }
        return Term.of("why.download.broken", host, String.valueOf(e.getMessage()));
    }

    private static boolean causedBy(@Nullable Throwable e, Class<?> kind) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (kind.isInstance(at)) {
                return true;
            }
        }
        return false;
    }

    private static ProblemException refused(OnlineWeights weights, @Nullable Exception cause, Term why, Term next) {
        return new ProblemException(
                ProblemException.Kind.UNUSABLE, cause, "problem.download", weights.fileName(), why, next);
    }
}
