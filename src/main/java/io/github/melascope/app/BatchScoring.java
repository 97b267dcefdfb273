package io.github.melascope.app;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.lesion.Prediction;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.nn.infer.Activations;
import io.github.melascope.report.BatchRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Scores many files: while the network runs one batch, the workers decode the next and answer for the last. The rows come
 * out in the order of the files. Memory is bounded, however many files there are: a few batches of network inputs, and half
 * of the heap for images being decoded.
 */
public final class BatchScoring {
    /** Images a run of the network unless the user says otherwise. */
    public static final int USUAL_BATCH = 16;

    private static final String STAGE = "Scoring images";

    private final LoadedModel model;
    private final Reviewer reviewer;
    private final ExecutorService workers;
    private final int batch;
    private final DecodeMemory memory = new DecodeMemory();

    /**
     * @param model stays the caller's to close
     * @param workers decode the images
     * @param batch images a run of the network, at least 1
     */
    public BatchScoring(LoadedModel model, ExecutorService workers, int batch) {
        this.model = model;
        this.reviewer = new Reviewer(model);
        this.workers = workers;
        this.batch = batch;
    }

    /** Takes the rows, on the calling thread. */
    @FunctionalInterface
    public interface Rows {
        void take(BatchRow row) throws IOException;
    }

    /** How many files were answered ("no answer" is one too), and how many refused. */
    public record Summary(int answered, int refused) {}

    /** One file's way to its row: refused, or ready for the network. */
    private sealed interface Step {
        String name();
    }

    private record Refused(String name, String error) implements Step {}

    private record Ready(String name, PreparedImage image) implements Step {}

    /**
     * Scores; a file that cannot be used becomes a refusal, and the batch goes on.
     *
     * @throws ProblemException of kind {@code UNUSABLE} when the model gives no numbers
     * @throws IOException what {@code rows} threw
     * @throws CancellationException within one run of the network after a cancel
     */
    public Summary run(List<BatchFile> files, Rows rows, Progress progress, CancelToken cancel)
            throws IOException, ProblemException {
        Iterator<BatchFile> next = files.iterator();
        Deque<Future<Step>> ahead = new ArrayDeque<>();
        List<Future<BatchRow>> answers = List.of();
        int refused = 0;
        int done = 0;
        try {
            submit(next, ahead);
            while (!ahead.isEmpty() || !answers.isEmpty()) {
                List<Step> steps = take(ahead, cancel);
                submit(next, ahead);
                List<Future<BatchRow>> coming = predict(steps);
                for (Future<BatchRow> answer : answers) {
                    BatchRow row = get(answer);
                    rows.take(row);
                    refused += row instanceof BatchRow.Refusal ? 1 : 0;
                }
                done += answers.size();
                progress.report(STAGE, done, files.size());
                answers = coming;
            }
        } finally {
            ahead.forEach(step -> step.cancel(false));
            answers.forEach(answer -> answer.cancel(false));
        }
        return new Summary(done - refused, refused);
    }

    /** Keeps the workers busy for the next batch while the network runs this one. */
    private void submit(Iterator<BatchFile> next, Deque<Future<Step>> ahead) {
        int wanted = 2 * batch + Runtime.getRuntime().availableProcessors();
        while (ahead.size() < wanted && next.hasNext()) {
            BatchFile file = next.next();
            ahead.add(workers.submit(() -> prepare(file)));
        }
    }

    private Step prepare(BatchFile file) {
        if (file.problem().isPresent()) {
            return new Refused(file.name(), file.problem().get());
        }
        Path path = file.path();
        try {
            return new Ready(file.name(), memory.within(path, () -> reviewer.prepare(path)));
        } catch (ProblemException e) {
            return new Refused(file.name(), String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            return new Refused(file.name(), defect(file.name(), e));
        }
    }

    /** A defect in one file's way must not take the answers of all others along. */
    private static String defect(String name, RuntimeException e) {
        System.getLogger(BatchScoring.class.getName()).log(System.Logger.Level.ERROR, name, e);
        return name + " could not be scored: the program failed on it (code " + Defect.code(e)
                + "). Report the code to the makers of the program.";
    }

    /** The next files in order, as many as one run of the network takes; waits for them to be decoded. */
    private List<Step> take(Deque<Future<Step>> ahead, CancelToken cancel) throws ProblemException {
        List<Step> steps = new ArrayList<>();
        while (steps.size() < batch && !ahead.isEmpty()) {
            cancel.check();
            steps.add(get(ahead.remove()));
        }
        cancel.check();
        return steps;
    }

    /** Runs the network; what follows is the workers' again, so that the network can go on with the next batch. */
    private List<Future<BatchRow>> predict(List<Step> steps) {
        List<RgbImage> inputs = new ArrayList<>();
        for (Step step : steps) {
            if (step instanceof Ready ready) {
                inputs.add(ready.image().input());
            }
        }
        Activations activations = model.network().run(inputs, false);
        List<Future<BatchRow>> rows = new ArrayList<>();
        int ready = 0;
        for (Step step : steps) {
            int row = ready;
            rows.add(workers.submit(() -> answer(step, activations, row)));
            ready += step instanceof Ready ? 1 : 0;
        }
        return rows;
    }

    private BatchRow answer(Step step, Activations activations, int row) throws ProblemException {
        if (step instanceof Ready ready) {
            Prediction prediction =
                    reviewer.answer(activations, row, ready.image().quality());
            return new BatchRow.Answer(step.name(), prediction);
        }
        return new BatchRow.Refusal(step.name(), ((Refused) step).error());
    }

    private static <T> T get(Future<T> future) throws ProblemException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ProblemException problem) {
                throw problem;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }
}
