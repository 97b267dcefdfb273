package io.github.melascope.ui.review;

import io.github.melascope.app.Review;
import io.github.melascope.app.ReviewDesk;
import io.github.melascope.ui.fx.Latest;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the image that will probably be looked at next while the reader looks at this one; one at a time. The window's thread
 * only.
 */
final class ReadAhead {
    /** A larger image would take too much memory for a guess. */
    private static final long MOST_PIXELS = 24_000_000;

    private final ReviewDesk desk;
    private final Latest reading;
    private @Nullable ReviewItem item;
    private @Nullable Consumer<Receivers> arrived;
    private @Nullable Receivers wantedBy;

    /** Who hears the result. */
    private record Receivers(Consumer<Review> done, Consumer<Exception> failed) {}

    ReadAhead(ReviewDesk desk, Executor interactive, Executor window) {
        this.desk = desk;
        this.reading = new Latest(interactive, window);
    }

    /** Begins with an image, and forgets the one before. Images that the list has not read yet may be of any size: not those. */
    void begin(ReviewItem wanted) {
        boolean fits = wanted.prediction()
                .map(answer -> answer.quality())
                .filter(size -> (long) size.width() * size.height() <= MOST_PIXELS)
                .isPresent();
        if (!fits || wanted.equals(item)) {
            return;
        }
        forget();
        item = wanted;
        reading.submit(
                () -> desk.review(wanted.path()),
                review -> arrive(receivers -> receivers.done().accept(review)),
                e -> arrive(receivers -> receivers.failed().accept(e)));
    }

    private void arrive(Consumer<Receivers> result) {
        arrived = result;
        handOver();
    }

    /** Once there is both a result and somebody who wants it. */
    private void handOver() {
        Consumer<Receivers> result = arrived;
        Receivers receivers = wantedBy;
        if (result != null && receivers != null) {
            forget();
            result.accept(receivers);
        }
    }

    /**
     * Hands over what was read ahead, at once or when it comes.
     *
     * @return false when another image was; that one is then forgotten
     */
    boolean take(ReviewItem wanted, Consumer<Review> receiver, Consumer<Exception> failure) {
        if (!wanted.equals(item)) {
            forget();
            return false;
        }
        wantedBy = new Receivers(receiver, failure);
        handOver();
        return true;
    }

    /** Whatever was read is out of date. */
    void forget() {
        reading.forget();
        item = null;
        arrived = null;
        wantedBy = null;
    }
}
