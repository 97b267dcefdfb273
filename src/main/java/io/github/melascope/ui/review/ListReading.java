package io.github.melascope.ui.review;

import io.github.melascope.app.BatchFile;
import io.github.melascope.app.BatchScoring;
import io.github.melascope.app.ReviewDesk;
import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.imaging.Resizer;
import io.github.melascope.lesion.Prediction;
import io.github.melascope.lesion.Quality;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.report.BatchRow;
import io.github.melascope.ui.fx.FxPictures;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
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
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable ProblemException> problem = new ReadOnlyObjectWrapper<>();
    private CancelToken cancel = new CancelToken();
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

    /** Stops within one run of the network; what was not read says so. */
    public void cancel() {
        cancel.cancel();
    }

    private void work(List<ReviewItem> job, CancelToken token) {
        Map<BatchFile, ReviewItem> byFile = new IdentityHashMap<>();
        job.forEach(item -> byFile.put(item.file(), item));
        try {
            desk.score(
                    job.stream().map(ReviewItem::file).toList(),
                    scored -> scored(byFile, scored),
                    Progress.NONE,
                    token);
            window.execute(() -> ended(job, null));
        } catch (CancellationException e) {
            window.execute(() -> ended(job, null));
        } catch (ProblemException e) {
            window.execute(() -> ended(job, e));
        }
    }

    private void scored(Map<BatchFile, ReviewItem> byFile, BatchScoring.Scored scored) {
        ReviewItem item = byFile.get(scored.file());
        if (item == null) {
            return;
        }
        @Nullable
        Image thumbnail =
                scored.row() instanceof BatchRow.Answer answer && scored.input().isPresent()
                        ? thumbnail(scored.input().get(), answer.prediction().quality())
                        : null;
        window.execute(() -> {
            item.thumbnail(thumbnail);
            item.state(state(scored.row()));
            done.set(done.get() + 1);
        });
    }

    private ReviewItem.State state(BatchRow row) {
        return row instanceof BatchRow.Answer answer
                ? new ReviewItem.State.Answered(decide.apply(answer.prediction()))
                : new ReviewItem.State.Refused(((BatchRow.Refusal) row).error());
    }

    /** The network saw a square; the thumbnail has the shape of the image again. */
    private static Image thumbnail(RgbImage input, Quality original) {
        double longer = Math.max(original.width(), original.height());
        int width = Math.max(1, (int) Math.round(THUMBNAIL * original.width() / longer));
        int height = Math.max(1, (int) Math.round(THUMBNAIL * original.height() / longer));
        return FxPictures.of(Resizer.resize(input, width, height));
    }

    private void ended(List<ReviewItem> job, @Nullable ProblemException why) {
        for (ReviewItem item : job) {
            if (item.state() instanceof ReviewItem.State.Waiting) {
                item.state(new ReviewItem.State.Skipped());
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
