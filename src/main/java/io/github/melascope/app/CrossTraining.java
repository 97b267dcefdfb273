package io.github.melascope.app;

import io.github.melascope.base.Ahead;
import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.dataset.Sample;
import io.github.melascope.imaging.ShadesOfGray;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.metrics.FoldTable;
import io.github.melascope.nn.arch.Architecture;
import io.github.melascope.nn.infer.Network;
import io.github.melascope.nn.infer.Networks;
import io.github.melascope.nn.train.OtherSkin;
import io.github.melascope.nn.train.PixelCache;
import io.github.melascope.nn.train.Trained;
import io.github.melascope.nn.train.Trainer;
import io.github.melascope.nn.train.TrainingData;
import io.github.melascope.nn.train.TrainingListener;
import io.github.melascope.nn.train.TrainingPlan;
import io.github.melascope.tensor.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Does the trainings of a cross-validation. Each goes to its plan's end without a look at the images held out, is asked about
 * them once, and is forgotten. The decoded pixels are shared by all trainings of one input size and light.
 */
final class CrossTraining implements AutoCloseable {
    private static final int CHUNK = 16;
    private static final int AHEAD = 3 * CHUNK;

    /** What the pixels of a training depend on. */
    private record Frames(int size, ShadesOfGray light) {
        @Override
        public String toString() {
            return size + (light.equals(ShadesOfGray.NONE) ? "" : "-light-" + light.norm());
        }
    }

    private final AppContext context;
    private final CrossSetup setup;
    private final CrossFolder folder;
    private final Progress progress;
    private final CancelToken cancel;
    private final Map<Frames, PixelCache> pixels = new HashMap<>();
    private final Map<String, Integer> index = new HashMap<>();

    CrossTraining(AppContext context, CrossSetup setup, CrossFolder folder, Progress progress, CancelToken cancel) {
        this.context = context;
        this.setup = setup;
        this.folder = folder;
        this.progress = progress;
        this.cancel = cancel;
        setup.samples().forEach(sample -> index.put(sample.imageId(), index.size()));
    }

    /**
     * Trains, on from the run's checkpoint where there is one, and keeps the answers. Call it on the engine's thread.
     *
     * @throws java.util.concurrent.CancellationException when cancelled; the checkpoint stays
     */
    void run(CrossFolder.Run run, CrossPlan recipe, CrossFold fold, TrainingListener listener) throws ProblemException {
        TrainingPlan plan = recipe.of(fold.repeat());
        PixelCache images = images(plan);
        Architecture architecture = setup.start().architecture(plan);
        int[] labels = setup.samples().stream()
                .mapToInt(sample -> sample.label(plan.task()))
                .toArray();
        Map<String, Tensor> start = setup.start().complete(architecture, plan.seed());
        Trainer trainer = new Trainer(
                context.engine(),
                setup.device(),
                (a, weights) -> Networks.open(a, weights, setup.device(), context.threads()),
                context.workers());
        Trained trained;
        try (OtherSkin skin = skin(plan, run, fold, images)) {
            TrainingData data = new TrainingData(
                    images,
                    labels,
                    TrainingData.lesions(setup.samples()),
                    indices(fold.training()),
                    new int[0],
                    Optional.ofNullable(skin));
            trained = trainer.train(
                    plan, architecture, start, data, folder.training(run), true, progress, listener, cancel);
        }
        try (Network network = Networks.open(architecture, trained.weights(), setup.device(), context.threads())) {
            List<FoldTable.Row> rows = answers(network, images, fold.heldOut(), labels);
            String fingerprint = setup.fingerprint(recipe, fold);
            folder.keep(run, fingerprint, trained.seconds(), setup.device().code(), plan.task(), rows);
        }
    }

    /** Lesions and skins of the images that are learnt from: of one held out, not even the skin is shown. */
    private @Nullable OtherSkin skin(TrainingPlan plan, CrossFolder.Run run, CrossFold fold, PixelCache images)
            throws ProblemException {
        Optional<LesionMasks> masks = LesionMasks.wanted(plan, setup.request().masks());
        if (masks.isEmpty() || plan.mode() != TrainingPlan.Mode.FULL) {
            return null;
        }
        Set<Sample> learnt = Set.copyOf(fold.training());
        OtherSkin.Outlines outlines = masks.get().of(setup.samples(), learnt::contains, images.size());
        return OtherSkin.of(
                images, setup.samples().size(), outlines, folder.training(run), context.workers(), progress, cancel);
    }

    private PixelCache images(TrainingPlan plan) throws ProblemException {
        Frames frames = new Frames(plan.inputSize(), plan.light());
        PixelCache known = pixels.get(frames);
        if (known == null) {
            List<Path> files = setup.samples().stream().map(Sample::file).toList();
            Path file = folder.pixels(frames.toString());
            known = PixelCache.build(files, file, frames.size(), frames.light(), context.workers(), progress, cancel);
            pixels.put(frames, known);
        }
        return known;
    }

    private int[] indices(List<Sample> samples) {
        return samples.stream().mapToInt(this::index).toArray();
    }

    private int index(Sample sample) {
        return index.getOrDefault(sample.imageId(), -1);
    }

    private List<FoldTable.Row> answers(Network network, PixelCache images, List<Sample> samples, int[] labels)
            throws ProblemException {
        List<FoldTable.Row> rows = new ArrayList<>();
        List<Callable<RgbImage>> reading = new ArrayList<>();
        samples.forEach(sample -> reading.add(() -> images.image(index(sample))));
        try (Ahead<RgbImage> frames = new Ahead<>(context.workers(), AHEAD, reading.iterator())) {
            while (frames.hasNext()) {
                for (float[] logits :
                        network.run(frames.next(CHUNK, cancel), false).logits()) {
                    Sample sample = samples.get(rows.size());
                    rows.add(new FoldTable.Row(sample.imageId(), sample.lesionId(), labels[index(sample)], logits));
                }
                progress.report("stage.measuring", rows.size(), samples.size());
            }
        }
        return rows;
    }

    @Override
    public void close() {
        pixels.values().forEach(PixelCache::close);
    }
}
