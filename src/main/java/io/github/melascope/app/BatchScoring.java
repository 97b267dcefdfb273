package io.github.melascope.app;

import io.github.melascope.base.Ahead;
import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.lesion.Prediction;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.nn.infer.Activations;
import io.github.melascope.report.BatchRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
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

    private static final String STAGE = "stage.scoring";

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

    /**
     * One file's end.
     *
     * @param row its answer or refusal
     * @param input what the network saw, of the network's input size; empty for a refusal
     */
    public record Scored(BatchFile file, BatchRow row, Optional<RgbImage> input) {}

    /** Takes what is scored, in the files' order, on the calling thread. */
    @FunctionalInterface
    public interface Rows {
        void take(Scored scored) throws IOException;
    }

    /** How many files were answered ("no answer" is one too), and how many refused. */
    public record Summary(int answered, int refused) {}

    /** One file's way to its row: refused, or ready for the network. */
    private sealed interface Step {
        BatchFile file();
    }

    private record Refused(BatchFile file, ProblemException problem) implements Step {}

    private record Ready(BatchFile file, PreparedImage image) implements Step {}

    /**
     * Scores; a file that cannot be used becomes a refusal, and the batch goes on.
     *
     * @throws ProblemException of kind {@code UNUSABLE} when the model gives no numbers
     * @throws IOException what {@code rows} threw
     * @throws CancellationException within one run of the network after a cancel
     */
    public Summary run(List<BatchFile> files, Rows rows, Progress progress, CancelToken cancel)
            throws IOException, ProblemException {
        Iterator<Callable<Step>> preparing =
                files.stream().map(file -> (Callable<Step>) () -> prepare(file)).iterator();
        List<Future<Scored>> answers = List.of();
        int refused = 0;
        int done = 0;
        int ahead = 2 * batch + Runtime.getRuntime().availableProcessors();
        try (Ahead<Step> steps = new Ahead<>(workers, ahead, preparing)) {
            while (steps.hasNext() || !answers.isEmpty()) {
                List<Future<Scored>> coming = predict(steps.next(batch, cancel));
                for (Future<Scored> answer : answers) {
                    Scored scored = Ahead.get(answer);
                    rows.take(scored);
                    refused += scored.row() instanceof BatchRow.Refusal ? 1 : 0;
                }
                done += answers.size();
                progress.report(STAGE, done, files.size());
                answers = coming;
            }
        } finally {
            answers.forEach(answer -> answer.cancel(false));
        }
        return new Summary(done - refused, refused);
    }

    private Step prepare(BatchFile file) {
        if (file.problem().isPresent()) {
            return new Refused(file, file.problem().get());
        }
        Path path = file.path();
        try {
            return new Ready(file, memory.within(path, () -> reviewer.prepare(path)));
        } catch (ProblemException e) {
            return new Refused(file, e);
        } catch (RuntimeException e) {
            return new Refused(file, defect(file.name(), e));
        }
    }

    /** A defect in one file's way must not take the answers of all others along. */
    private static ProblemException defect(String name, RuntimeException e) {
        System.getLogger(BatchScoring.class.getName()).log(System.Logger.Level.ERROR, name, e);
        return new ProblemException(ProblemException.Kind.INPUT, e, "problem.batch.defect", name, Defect.code(e));
    }

    /** Runs the network; what follows is the workers' again, so that the network can go on with the next batch. */
    private List<Future<Scored>> predict(List<Step> steps) {
        List<RgbImage> inputs = new ArrayList<>();
        for (Step step : steps) {
            if (step instanceof Ready ready) {
                inputs.add(ready.image().input());
            }
        }
        Activations activations = model.network().run(inputs, false);
        List<Future<Scored>> rows = new ArrayList<>();
        int ready = 0;
        for (Step step : steps) {
            int row = ready;
            rows.add(workers.submit(() -> answer(step, activations, row)));
            ready += step instanceof Ready ? 1 : 0;
        }
        return rows;
    }

    private Scored answer(Step step, Activations activations, int row) throws ProblemException {
        String name = step.file().name();
        if (step instanceof Ready ready) {
            PreparedImage image = ready.image();
            Prediction prediction = reviewer.answer(activations, row, image.quality());
            return new Scored(step.file(), new BatchRow.Answer(name, prediction), Optional.of(image.input()));
        }
        return new Scored(step.file(), new BatchRow.Refusal(name, ((Refused) step).problem()), Optional.empty());
    }
}
