package io.github.melascope.ui.training;

import io.github.melascope.app.OnlineWeights;
import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.ui.fx.Gathered;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Weights that come from elsewhere, once the user has said so; never by itself. */
public final class DownloadModel {
    private static final double NANOS = 1e9;

    private final Server server;
    private final Executor background;
    private final Executor window;
    private final ReadOnlyObjectWrapper<Optional<Amount>> amount = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper stopped = new ReadOnlyBooleanWrapper();
    private CancelToken cancel = new CancelToken();

    /** Fetches a file onto the shelf: {@link io.github.melascope.app.WeightsDownload#run}. */
    public interface Server {
        Path fetch(OnlineWeights weights, Progress progress, CancelToken cancel) throws ProblemException;
    }

    /**
     * How much has come.
     *
     * @param bytes so far
     * @param total in all; 0 where that is unknown
     * @param seconds since the start
     */
    public record Amount(long bytes, long total, double seconds) {
        /** At this speed; NaN where it is unknown. */
        public double secondsLeft() {
            return total <= 0 || bytes <= 0 ? Double.NaN : seconds * (total - bytes) / bytes;
        }
    }

    DownloadModel(Server server, Executor background, Executor window) {
        this.server = server;
        this.background = background;
        this.window = window;
    }

    /** Empty while nothing is downloaded. */
    public ReadOnlyObjectProperty<Optional<Amount>> amountProperty() {
        return amount.getReadOnlyProperty();
    }

    /** Whether the last one was stopped by the user. */
    public ReadOnlyBooleanProperty stoppedProperty() {
        return stopped.getReadOnlyProperty();
    }

    /**
     * Asks the server for the file; nothing happens while another is under way.
     *
     * @param done hears the file, on the window's thread
     * @param failed hears why there is none
     */
    public void start(OnlineWeights weights, Consumer<Path> done, Consumer<ProblemException> failed) {
        if (amount.get().isPresent()) {
            return;
        }
        CancelToken mine = new CancelToken();
        cancel = mine;
        stopped.set(false);
        amount.set(Optional.of(new Amount(0, 0, 0)));
        long started = System.nanoTime();
        Gathered<Amount> heard = new Gathered<>(window, all -> {
            if (cancel == mine && amount.get().isPresent()) {
                amount.set(Optional.of(all.get(all.size() - 1)));
            }
        });
        Progress progress =
                (stage, bytes, total) -> heard.add(new Amount(bytes, total, (System.nanoTime() - started) / NANOS));
        background.execute(() -> {
            Runnable outcome;
            try {
                Path file = server.fetch(weights, progress, mine);
                outcome = () -> done.accept(file);
            } catch (ProblemException e) {
                outcome = () -> failed.accept(e);
            } catch (CancellationException e) {
                outcome = () -> stopped.set(true);
            }
            Runnable last = outcome;
            window.execute(() -> {
                amount.set(Optional.empty());
                last.run();
            });
        });
    }

    /** Stops it; nothing of it is kept. */
    public void stop() {
        cancel.cancel();
    }
}
