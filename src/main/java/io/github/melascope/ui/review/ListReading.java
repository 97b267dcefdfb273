package io.github.melascope.ui.review;

import io.github.melascope.app.BatchScoring;
import io.github.melascope.app.ReviewDesk;
import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.imaging.Resizer;
import io.github.melascope.lesion.Prediction;
import io.github.melascope.lesion.Quality;
import io.github.melascope.report.BatchRow;
import io.github.melascope.ui.fx.FxPictures;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/** Reads the images of the list one after another, beside the window. */
public final class ListReading {
    private static final int THUMBNAIL = 64;

    private final ReviewDesk desk;
    private final Executor lists;
    private final Executor window;
    private final UnaryOperator<Prediction> decide;
    private final ReadOnlyIntegerWrapper done = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper skipped = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable ProblemException> problem = new ReadOnlyObjectWrapper<>();
    private volatile CancelToken cancel = new CancelToken();
    private int jobs;
    private long startedAt;

    /** @param decide brings an answer to the threshold in use; called on the window's thread */
    ListReading(ReviewDesk desk, Executor lists, Executor window, UnaryOperator<Prediction> decide) {
        this.desk = desk;
        this.lists = lists;
        this.window = window;
        this.decide = decide;
    }

    /** Images read since the list was last at rest. */
    public ReadOnlyIntegerProperty doneProperty() {
        return done.getReadOnlyProperty();
    }

    /** Images to read since then. */
    public ReadOnlyIntegerProperty totalProperty() {
        return total.getReadOnlyProperty();
    }

    /** Images that were left out when the user stopped the list. */
    public ReadOnlyIntegerProperty skippedProperty() {
        return skipped.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Why the list could not be read to its end; null when it could. */
    public ReadOnlyObjectProperty<@Nullable ProblemException> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Seconds until the list is read, by the pace so far; NaN before the first image. */
    public double secondsLeft() {
        double seconds = (System.nanoTime() - startedAt) / 1e9;
        return done.get() == 0 ? Double.NaN : seconds / done.get() * (total.get() - done.get());
    }

    /** Reads these too, after those before them. */
    void start(List<ReviewItem> items) {
        if (items.isEmpty()) {
            return;
        }
        if (jobs++ == 0) {
            done.set(0);
            total.set(0);
            problem.set(null);
            skipped.set(0);
            startedAt = System.nanoTime();
            cancel = new CancelToken();
        }
        total.set(total.get() + items.size());
        running.set(true);
        List<ReviewItem> job = List.copyOf(items);
        CancelToken token = cancel;
        job.forEach(item -> item.state(new ReviewItem.State.Waiting()));
        lists.execute(() -> work(job, token));
    }

    /** Stops within one run of the network; what was not read says so. Any thread. */
    public void cancel() {
        cancel.cancel();
    }

    private void work(List<ReviewItem> job, CancelToken token) {
        Iterator<ReviewItem> inOrder = job.iterator();
        try {
            desk.score(
                    job.stream().map(ReviewItem::file).toList(),
                    scored -> scored(inOrder.next(), scored),
                    Progress.NONE,
                    token);
            window.execute(() -> ended(job, null));
        } catch (CancellationException e) {
            window.execute(() -> ended(job, null));
        } catch (ProblemException e) {
            window.execute(() -> ended(job, e));
        }
    }

    private void scored(ReviewItem item, BatchScoring.Scored scored) {
        Image thumbnail = thumbnail(scored);
        window.execute(() -> {
            item.thumbnail(thumbnail);
            item.state(state(scored.row()));
            done.set(done.get() + 1);
        });
    }

    private ReviewItem.State state(BatchRow row) {
        return row instanceof BatchRow.Answer answer
                ? new ReviewItem.State.Answered(decide.apply(answer.prediction()))
                : new ReviewItem.State.Refused(((BatchRow.Refusal) row).problem());
    }

    /** The network saw a square; the thumbnail has the shape of the image again. */
    private static @Nullable Image thumbnail(BatchScoring.Scored scored) {
        if (!(scored.row() instanceof BatchRow.Answer answer) || scored.input().isEmpty()) {
            return null;
        }
        Quality original = answer.prediction().quality();
        double longer = Math.max(original.width(), original.height());
        int width = Math.max(1, (int) Math.round(THUMBNAIL * original.width() / longer));
        int height = Math.max(1, (int) Math.round(THUMBNAIL * original.height() / longer));
        return FxPictures.of(Resizer.resize(scored.input().get(), width, height));
    }

    private void ended(List<ReviewItem> job, @Nullable ProblemException why) {
        for (ReviewItem item : job) {
            if (item.state() instanceof ReviewItem.State.Waiting) {
                item.state(new ReviewItem.State.Skipped());
                skipped.set(skipped.get() + 1);
            }
        }
        if (why != null) {
            problem.set(why);
        }
        if (--jobs == 0) {
            running.set(false);
        }
    }
}
