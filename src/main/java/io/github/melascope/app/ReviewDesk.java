package io.github.melascope.app;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.HeatMap;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.metrics.FittedFusion;
import io.github.melascope.metrics.PatientFusion;
import io.github.melascope.model.ModelBundle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the window works with: one model in use, which may be changed at any time while others still use the old one; the old
 * one is closed with its last use. All methods may be called from any thread, and none from the window's: they take time.
 */
public final class ReviewDesk implements AutoCloseable {
    private final AppContext context;
    private @Nullable Lease current;
    private boolean closed;

    public ReviewDesk(AppContext context) {
        this.context = context;
    }

    /**
     * What there is to know of the model in use.
     *
     * @param scale empty for a model that was made without predictions
     */
    public record InUse(ModelBundle bundle, Optional<SensitivityScale> scale, Optional<PatientFusion> patient) {}

    /** Work that takes the model in use. */
    private interface Work<T> {
        T with(LoadedModel model) throws ProblemException, IOException;
    }

    /** A model and how many use it; the desk itself is one of them until it takes another. */
    private static final class Lease {
        private final LoadedModel model;
        private int users = 1;

        Lease(LoadedModel model) {
            this.model = model;
        }
    }

    /**
     * Opens a model and uses it from now on.
     *
     * @param id empty for the usual one
     * @throws ProblemException when it cannot be used; the one before then stays
     */
    public InUse open(String id) throws ProblemException {
        LoadedModel model = context.open(id.isEmpty() ? AppContext.USUAL_MODEL : id);
        Lease old;
        synchronized (this) {
            if (closed) {
                model.close();
                throw new IllegalStateException("the desk is closed");
            }
            old = current;
            current = new Lease(model);
        }
        release(old);
        return new InUse(
                model.bundle(),
                SensitivityScale.of(model.bundle()),
                model.bundle().patient().map(FittedFusion::fusion));
    }

    /** Reads and answers one image file. */
    public Review review(Path file) throws ProblemException {
        return use(model -> new Reviewer(model).review(file));
    }

    /** Answers for an image that has no file, such as one from the clipboard. */
    public Review review(RgbImage image) throws ProblemException {
        return use(model -> new Reviewer(model).review(image));
    }

    /** Where the network looked, by the usual map. */
    public HeatMap explain(Review review, Diagnosis target) throws ProblemException {
        return explain(review, target, HeatMap.Kind.USUAL.method(), HeatMap.Kind.USUAL.fine());
    }

    /** Where the network looked; {@code fine} for the finer map, which takes some ten times longer. */
    public HeatMap explain(Review review, Diagnosis target, HeatMap.Method method, boolean fine)
            throws ProblemException {
        try (Sitting sitting = sit()) {
            return sitting.explain(review, target, method, fine);
        }
    }

    /** Scores many files, as {@link BatchScoring#run}. */
    public BatchScoring.Summary score(
            List<BatchFile> files, BatchScoring.Rows rows, Progress progress, CancelToken cancel)
            throws ProblemException {
        return use(model -> new BatchScoring(model, context.workers(), BatchScoring.USUAL_BATCH)
                .run(files, rows, progress, cancel));
    }

    /** Takes the model in use for several reviews: it stays open, and the same, until the sitting is closed. */
    public Sitting sit() throws ProblemException {
        return new Sitting(take());
    }

    /** Several reviews by one model, whatever others take meanwhile. */
    public final class Sitting implements AutoCloseable {
        private final Lease lease;
        private boolean over;

        private Sitting(Lease lease) {
            this.lease = lease;
        }

        public ModelBundle bundle() {
            return lease.model.bundle();
        }

        /** Reads and answers one image file. */
        public Review review(Path file) throws ProblemException {
            return new Reviewer(lease.model).review(file);
        }

        /** Where the network looked, as {@link ReviewDesk#explain}. */
        public HeatMap explain(Review review, Diagnosis target, HeatMap.Method method, boolean fine)
                throws ProblemException {
            return new Reviewer(lease.model).explain(review, target, new HeatMap.Kind(method, fine));
        }

        @Override
        public void close() {
            if (!over) {
                over = true;
                release(lease);
            }
        }
    }

    private <T> T use(Work<T> work) throws ProblemException {
        Lease lease = take();
        try {
            return work.with(lease.model);
        } catch (IOException e) {
            throw new IllegalStateException("nothing here writes", e);
        } finally {
            release(lease);
        }
    }

    private synchronized Lease take() throws ProblemException {
        if (current == null) {
            throw new ProblemException(ProblemException.Kind.UNUSABLE, "problem.no-model");
        }
        current.users++;
        return current;
    }

    private synchronized void release(@Nullable Lease lease) {
        if (lease != null && --lease.users == 0) {
            lease.model.close();
        }
    }

    @Override
    public void close() {
        Lease last;
        synchronized (this) {
            closed = true;
            last = current;
            current = null;
        }
        release(last);
    }
}
