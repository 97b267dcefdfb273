package io.github.melascope.app;

import io.github.melascope.base.Ahead;
import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.imaging.JpegWriter;
import io.github.melascope.imaging.synthetic.SyntheticLesions;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.HeatMap;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.nn.arch.Architecture;
import io.github.melascope.nn.infer.Network;
import io.github.melascope.nn.infer.PlainRuntime;
import io.github.melascope.nn.infer.ReferenceSet;
import io.github.melascope.nn.infer.ViewedNetwork;
import io.github.melascope.nn.train.PixelCache;
import io.github.melascope.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Measures the program on the machine at hand, with its peers in the same run where they are installed: speeds drift, ratios
 * hold. The pictures are synthetic, 600 × 450, as dermoscopic JPEGs are.
 */
public final class Bench {
    private static final int IMAGES = 192;
    private static final int ROUNDS = 3;
    private static final int SINGLE_RUNS = 40;
    private static final int CASES = 10_000;
    private static final int SEARCHES = 200;

    private final AppContext context;
    private final CancelToken cancel;

    public Bench(AppContext context, CancelToken cancel) {
        this.context = context;
        this.cancel = cancel;
    }

    /** Work that is timed. */
    @FunctionalInterface
    interface Work {
        void run() throws ProblemException, IOException;
    }

    /**
     * Measures, line by line; takes a minute or two.
     *
     * @param lines hears each line as it is measured
     */
    public void run(String modelId, Progress progress, Consumer<BenchLine> lines) throws ProblemException, IOException {
        Path folder = Files.createTempDirectory("melascope-bench");
        // One view, whatever the model says: ratios to others would say nothing else.
        try (LoadedModel model = context.open(context.models().open(modelId).withViews(OptionalInt.of(1)))) {
            List<Path> files = pictures(folder, progress);
            single(model, files, lines);
            folder(model, files, lines);
            search(lines);
            new TrainingBench(context, cancel).run(model, files, folder, lines);
        } finally {
            Folders.delete(folder);
        }
    }

    private List<Path> pictures(Path folder, Progress progress) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < IMAGES; i++) {
            cancel.check();
            Diagnosis dx = Diagnosis.ALL.get(i % Diagnosis.ALL.size());
            RgbImage image = SyntheticLesions.draw(i % 24, i / 24, dx, 600, 450);
            files.add(Files.write(
                    folder.resolve(String.format(java.util.Locale.ROOT, "%04d.jpg", i)),
                    JpegWriter.encode(image, 0.9f, SyntheticLesions.NOTICE)));
            progress.report("stage.drawing", i + 1, IMAGES);
        }
        return files;
    }

    private void single(LoadedModel model, List<Path> files, Consumer<BenchLine> lines)
            throws ProblemException, IOException {
        Reviewer reviewer = new Reviewer(model);
        int[] next = {0};
        double whole = median(
                SINGLE_RUNS,
                () -> reviewer.explain(reviewer.review(files.get(next[0]++ % files.size())), Diagnosis.MEL));
        String map = HeatMap.Kind.USUAL.method().title();
        lines.accept(BenchLine.of("one JPEG: decode, quality, predict, similar cases, " + map, 1000 * whole, "ms"));
        List<RgbImage> one =
                List.of(PixelCache.decode(files.get(0), model.spec().inputSize()));
        double ours = median(SINGLE_RUNS, () -> model.network().run(one, true));
        try (PlainRuntime plain = new PlainRuntime(
                model.network().architecture(), model.bundle().weights().tensors(), context.threads())) {
            double theirs = median(SINGLE_RUNS, plain::run);
            lines.accept(BenchLine.of("one forward pass with its map", 1000 * ours, "ms")
                    .against("time of plain ONNX Runtime", ours / theirs));
        }
        Network viewed = ViewedNetwork.of(model.network(), ViewedNetwork.VIEWS);
        double views = median(SINGLE_RUNS, () -> viewed.run(one, true));
        lines.accept(BenchLine.of("the same with all 8 views", 1000 * views, "ms")
                .against("time of one view", views / ours));
    }

    /** Similar cases among ten thousand that are about as alike as those of a model. */
    private void search(Consumer<BenchLine> lines) throws ProblemException, IOException {
        Random random = new Random(1);
        int width = Architecture.FEATURES;
        float[] rows = new float[CASES * width];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Math.max(0, (i % width) / (float) width + (float) random.nextGaussian() / 2);
        }
        ReferenceSet set = new ReferenceSet(
                Tensor.of(rows, CASES, width),
                IntStream.range(0, CASES).mapToObj(String::valueOf).toList(),
                Collections.nCopies(CASES, Diagnosis.NV));
        float[] query = Arrays.copyOf(rows, width);
        double ours = median(SEARCHES, () -> set.nearest(query, LoadedModel.NEIGHBOURS));
        double[] cosines = new double[CASES];
        double theirs = median(SEARCHES, () -> {
            for (int n = 0; n < CASES; n++) {
                double sum = 0;
                for (int d = 0; d < width; d++) {
                    sum += (double) query[d] * rows[n * width + d];
                }
                cosines[n] = sum;
            }
        });
        lines.accept(BenchLine.of("similar cases among " + CASES, 1000 * ours, "ms")
                .against("time of plain loops", ours / theirs));
    }

    private void folder(LoadedModel model, List<Path> files, Consumer<BenchLine> lines)
            throws ProblemException, IOException {
        List<RgbImage> decoded = new ArrayList<>();
        for (Path file : files) {
            decoded.add(PixelCache.decode(file, model.spec().inputSize()));
        }
        BatchScoring scoring = new BatchScoring(model, context.workers(), BatchScoring.USUAL_BATCH);
        List<BatchFile> batch = BatchFiles.of(files);
        double[] forward = new double[ROUNDS];
        double[] whole = new double[ROUNDS];
        double[] preparing = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) { // in turn, so that a slower minute hits both
            forward[round] = median(1, () -> model.network().run(decoded, false));
            whole[round] = median(1, () -> scoring.run(batch, row -> {}, Progress.NONE, cancel));
            preparing[round] = median(1, () -> prepare(model, files));
        }
        Arrays.sort(forward);
        Arrays.sort(whole);
        Arrays.sort(preparing);
        double alone = files.size() / forward[ROUNDS / 2];
        double scored = files.size() / whole[ROUNDS / 2];
        lines.accept(BenchLine.of("forward pass alone", alone, "images/s"));
        lines.accept(
                BenchLine.of("folder of JPEGs scored", scored, "images/s").against("of forward alone", scored / alone));
        double prepared = files.size() / preparing[ROUNDS / 2];
        lines.accept(BenchLine.of("decode, quality and resize alone, on all cores", prepared, "images/s"));
        // Network and decoder share the cores: what both could do with no second lost in between.
        double bound = 1 / (1 / alone + 1 / prepared);
        lines.accept(BenchLine.of("folder of JPEGs, no second lost", bound, "images/s")
                .against("reached by scoring", scored / bound));
    }

    /** What the workers do of scoring, with the network left out. */
    private void prepare(LoadedModel model, List<Path> files) throws ProblemException {
        Reviewer reviewer = new Reviewer(model);
        Iterator<Callable<PreparedImage>> tasks = files.stream()
                .map(file -> (Callable<PreparedImage>) () -> reviewer.prepare(file))
                .iterator();
        try (Ahead<PreparedImage> ahead = new Ahead<>(context.workers(), 2 * BatchScoring.USUAL_BATCH, tasks)) {
            while (ahead.hasNext()) {
                ahead.next(BatchScoring.USUAL_BATCH, cancel);
            }
        }
    }

    /** Median seconds of a run, after one that is not counted when there are several. */
    private double median(int runs, Work work) throws ProblemException, IOException {
        if (runs > 1) {
            work.run();
        }
        double[] seconds = new double[runs];
        for (int i = 0; i < runs; i++) {
            cancel.check();
            long start = System.nanoTime();
            work.run();
            seconds[i] = (System.nanoTime() - start) / 1e9;
        }
        Arrays.sort(seconds);
        return seconds[runs / 2];
    }
}
