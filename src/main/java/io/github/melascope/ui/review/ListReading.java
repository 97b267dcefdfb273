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
import io.github.melascope.ui.fx.Gathered;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
    /** What is being read, and what waits its turn. */
    private final Set<Job> jobs = new LinkedHashSet<>();

    private final Gathered<Read> read;
    private long startedAt;

    /** Images that were asked for at once. A class, not a record: two with the same images are two. */
    private static final class Job {
        private final List<ReviewItem> items;
        private final CancelToken token;

        Job(List<ReviewItem> items, CancelToken token) {
            this.items = items;
            this.token = token;
        }

        List<ReviewItem> items() {
            return items;
        }

        CancelToken token() {
            return token;
        }
    }

    private record Read(
            Job job,
            ReviewItem item,
            BatchRow row,
            @Nullable Image thumbnail) {}

    /** @param decide brings an answer to the threshold in use; called on the window's thread */
    ListReading(ReviewDesk desk, Executor lists, Executor window, UnaryOperator<Prediction> decide) {
        this.desk = desk;
        this.lists = lists;
        this.window = window;
        this.decide = decide;
        this.read = new Gathered<>(window, this::show);
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
        if (jobs.isEmpty()) {
            done.set(0);
            total.set(0);
            problem.set(null);
            skipped.set(0);
            startedAt = System.nanoTime();
        }
        if (cancel.isCancelled()) {
            cancel = new CancelToken(); // what was stopped a moment ago ends; these are asked for anew
        }
        total.set(total.get() + items.size());
        begin(items);
    }

    private void begin(List<ReviewItem> items) {
        running.set(true);
        Job job = new Job(List.copyOf(items), cancel);
        jobs.add(job);
        job.items().forEach(item -> item.state(new ReviewItem.State.Waiting()));
        lists.execute(() -> work(job));
    }

    /** Stops within one run of the network; what was not read says so. Any thread. */
    public void cancel() {
        cancel.cancel();
    }

    /** Goes on without these, which the user has taken out of the list. */
    void leaveOut(Set<ReviewItem> gone) {
        List<ReviewItem> waiting = jobs.stream()
                .flatMap(job -> job.items().stream())
                .filter(item -> item.state() instanceof ReviewItem.State.Waiting)
                .toList();
        if (cancel.isCancelled() || waiting.stream().noneMatch(gone::contains)) {
            return;
        }
        cancel.cancel();
        cancel = new CancelToken();
        jobs.clear(); // nobody listens to them any more
        List<ReviewItem> rest =
                waiting.stream().filter(item -> !gone.contains(item)).toList();
        total.set(done.get() + rest.size());
        if (rest.isEmpty()) {
            running.set(false);
        } else {
            begin(rest);
        }
    }

    private void work(Job job) {
        Iterator<ReviewItem> inOrder = job.items().iterator();
        try {
            desk.score(
                    job.items().stream().map(ReviewItem::file).toList(),
                    scored -> read.add(read(job, inOrder.next(), scored)),
                    Progress.NONE,
                    job.token());
            window.execute(() -> ended(job, null));
        } catch (CancellationException e) {
            window.execute(() -> ended(job, null));
        } catch (ProblemException e) {
            window.execute(() -> ended(job, e));
        }
    }

    private static Read read(Job job, ReviewItem item, BatchScoring.Scored scored) {
        return new Read(job, item, scored.row(), thumbnail(scored));
    }

    private void show(List<Read> all) {
        int count = 0;
        for (Read one : all) {
            if (jobs.contains(one.job())) {
                one.item().thumbnail(one.thumbnail());
                one.item().state(state(one.row()));
                count++;
            }
        }
        done.set(done.get() + count);
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

    private void ended(Job job, @Nullable ProblemException why) {
        if (!jobs.remove(job)) {
            return;
        }
        for (ReviewItem item : job.items()) {
            if (item.state() instanceof ReviewItem.State.Waiting) {
                item.state(new ReviewItem.State.Skipped());
                skipped.set(skipped.get() + 1);
            }
        }
        if (why != null) {
            problem.set(why);
        }
        if (jobs.isEmpty()) {
            running.set(false);
        }
    }
}
