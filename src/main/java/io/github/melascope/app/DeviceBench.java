package io.github.melascope.app;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.IoReason;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.dataset.Fractions;
import io.github.melascope.dataset.Part;
import io.github.melascope.dataset.Sample;
import io.github.melascope.dataset.Split;
import io.github.melascope.imaging.JpegWriter;
import io.github.melascope.imaging.synthetic.SyntheticLesions;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.Task;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;

/**
 * How fast this computer answers and trains, measured in two minutes at most: drawn pictures are answered, a few batches are
 * trained, and what they took is multiplied.
 *
 * @param device that trains
 * @param answers images a second, decoded and answered as a folder of them is
 * @param images of the training that is foretold
 * @param quick seconds that a quick training of as many images would take; empty when two minutes did not do to measure it
 * @param full the same for a full one
 * @param quickPeak bytes of memory that this process had held at most after the quick one
 * @param fullPeak the same after the full one
 * @param load processes that wanted the processor when it began, as the system tells; negative where it does not
 */
public record DeviceBench(
        String device,
        double answers,
        int images,
        OptionalDouble quick,
        OptionalDouble full,
        long quickPeak,
        long fullPeak,
        double load) {
    /** About as many as HAM10000 has after what is doubtful was left out. */
    public static final int IMAGES = 8500;
    /** Seconds after which it ends with what it has. */
    public static final int LIMIT = 120;

    private static final int DRAWN = 64;
    private static final int WIDTH = 600;
    private static final int HEIGHT = 450;
    private static final long SEED = 5;

    /**
     * Measures.
     *
     * @param progress hears seconds gone, of {@link #LIMIT}
     * @throws ProblemException of kind {@code USAGE} while something trains; when the model or the disk cannot be used
     * @throws CancellationException when cancelled
     */
    public static DeviceBench run(AppContext context, String modelId, Progress progress, CancelToken cancel)
            throws ProblemException {
        if (context.engineThread().isBusy()) {
            throw new ProblemException(ProblemException.Kind.USAGE, "problem.bench.busy");
        }
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        try (TimeLimit limit = new TimeLimit(LIMIT, progress, cancel)) {
            Files.createDirectories(context.cache());
            Path folder = Files.createTempDirectory(context.cache(), "benchmark");
            try {
                List<Path> files = draw(folder, limit.token());
                double answers = answers(context, modelId, files, limit.token());
                OptionalDouble quick = training(context, files, true, limit);
                long quickPeak = ProcessMemory.peakBytes();
                OptionalDouble full = training(context, files, false, limit);
                String device = context.engine().preferredDevice().code();
                return new DeviceBench(
                        device, answers, IMAGES, quick, full, quickPeak, ProcessMemory.peakBytes(), load);
            } finally {
                Folders.delete(folder);
            }
        } catch (IOException e) {
            throw new ProblemException(
                    ProblemException.Kind.SURROUNDINGS,
                    e,
                    "problem.training.estimate",
                    context.cache(),
                    IoReason.of(e));
        }
    }

    private static List<Path> draw(Path folder, CancelToken cancel) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < DRAWN; i++) {
            cancel.check();
            Diagnosis diagnosis = Diagnosis.ALL.get(i % Diagnosis.ALL.size());
            files.add(Files.write(
                    folder.resolve(i + ".jpg"),
                    JpegWriter.encode(
                            SyntheticLesions.draw(SEED, i, diagnosis, WIDTH, HEIGHT), 0.9f, SyntheticLesions.NOTICE)));
        }
        return files;
    }

    private static double answers(AppContext context, String modelId, List<Path> files, CancelToken cancel)
            throws ProblemException, IOException {
        try (LoadedModel model = context.open(modelId)) {
            BatchScoring scoring = new BatchScoring(model, context.workers(), BatchScoring.USUAL_BATCH);
            List<BatchFile> batch = BatchFiles.of(files);
            scoring.run(batch.subList(0, BatchScoring.USUAL_BATCH), row -> {}, Progress.NONE, cancel);
            long start = System.nanoTime();
            scoring.run(batch, row -> {}, Progress.NONE, cancel);
            return files.size() / ((System.nanoTime() - start) / 1e9);
        }
    }

    /** Seconds of a training; empty when the time is up. */
    private static OptionalDouble training(AppContext context, List<Path> files, boolean quick, TimeLimit limit)
            throws ProblemException {
        try {
            Recipe recipe = Recipe.usual(quick, Task.DIAGNOSIS, 1);
            return OptionalDouble.of(TrainingEstimate.measure(context, split(files), recipe, limit.token())
                    .seconds());
        } catch (CancellationException e) {
            if (limit.isUp()) {
                return OptionalDouble.empty();
            }
            throw e;
        }
    }

    /** As many images as are foretold, which are the drawn ones again and again. */
    private static Split split(List<Path> files) {
        Map<Part, List<Sample>> parts = new EnumMap<>(Part.class);
        int next = 0;
        for (Part part : Part.ALL) {
            List<Sample> samples = new ArrayList<>();
            int end = next + (int) Math.round(Fractions.USUAL.of(part) * IMAGES);
            for (; next < end; next++) {
                Diagnosis diagnosis = Diagnosis.ALL.get(next % DRAWN % Diagnosis.ALL.size());
                String id = "drawn-" + next;
                samples.add(new Sample(
                        id,
                        files.get(next % DRAWN),
                        id,
                        diagnosis,
                        diagnosis == Diagnosis.MEL,
                        Sample.UNKNOWN,
                        OptionalDouble.empty(),
                        Sample.UNKNOWN,
                        Sample.UNKNOWN));
            }
            parts.put(part, samples);
        }
        return new Split(parts, List.of(), Fractions.USUAL, 1);
    }
}
