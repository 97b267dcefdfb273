package io.github.melascope.ui.training;

import io.github.melascope.app.AugmentationPreview;
import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.dataset.Datasets;
import io.github.melascope.dataset.InspectedDataset;
import io.github.melascope.dataset.Mending;
import io.github.melascope.dataset.Sample;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.ui.fx.Latest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The first step: a folder, what the doctor says of it, and what is left out. The folder itself is never changed. */
public final class DataModel {
    private static final int EXAMPLES = 4;
    private static final int EXAMPLE_SIZE = 112;
    private static final long QUIET_NANOS = 100_000_000L;

    private final ReadOnlyObjectWrapper<DataState> state = new ReadOnlyObjectWrapper<>(new DataState.None());
    private final ReadOnlyObjectWrapper<Map<String, String>> excluded = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<Map<String, List<Example>>> examples = new ReadOnlyObjectWrapper<>(Map.of());
    private final Executor window;
    private final Latest looking;
    private final Latest drawing;
    private CancelToken cancel = new CancelToken();
    private @org.jspecify.annotations.Nullable InspectedDataset whole;

    /** An image of a class, small. */
    public record Example(Sample sample, RgbImage image) {}

    /**
     * @param background looks into datasets
     * @param interactive draws the examples
     */
    DataModel(Executor background, Executor interactive, Executor window) {
        this.window = window;
        this.looking = new Latest(background, window);
        this.drawing = new Latest(interactive, window);
    }

    public ReadOnlyObjectProperty<DataState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Images left out, with the code of the reason of each. */
    public ReadOnlyObjectProperty<Map<String, String>> excludedProperty() {
        return excluded.getReadOnlyProperty();
    }

    /** A few images of each class, by its name; they come after the report. */
    public ReadOnlyObjectProperty<Map<String, List<Example>>> examplesProperty() {
        return examples.getReadOnlyProperty();
    }

    /** Looks into a folder; what was looked into before is forgotten. */
    public void open(Path folder) {
        whole = null;
        excluded.set(Map.of());
        examples.set(Map.of());
        CancelToken mine = anew();
        state.set(new DataState.Looking(folder, "", 0, 0));
        looking.submit(
                () -> InspectedDataset.of(Datasets.open(folder), new Steps(folder, mine), mine),
                dataset -> {
                    whole = dataset;
                    ready(folder, dataset);
                },
                failure -> failed(folder, failure));
    }

    private CancelToken anew() {
        cancel.cancel();
        cancel = new CancelToken();
        return cancel;
    }

    /** Stops looking. */
    public void stop() {
        cancel.cancel();
        looking.forget();
        drawing.forget();
        if (state.get() instanceof DataState.Looking) {
            state.set(new DataState.None());
        }
    }

    /** Leaves out what this mends. */
    public void mend(Mending mending) {
        if (state.get() instanceof DataState.Ready ready) {
            exclude(mending.images(ready.dataset().report()), mending.code());
        }
    }

    /** Leaves images out, and makes a new report of the rest. */
    public void exclude(Set<String> images, String reason) {
        if (images.isEmpty()) {
            return;
        }
        Map<String, String> all = new LinkedHashMap<>(excluded.get());
        images.forEach(image -> all.putIfAbsent(image, reason));
        leaveOut(all);
    }

    /** Takes all images in again. */
    public void excludeNothing() {
        leaveOut(Map.of());
    }

    private void leaveOut(Map<String, String> images) {
        InspectedDataset all = whole;
        if (all == null) {
            return;
        }
        Path folder = all.dataset().root();
        CancelToken mine = anew();
        state.set(new DataState.Looking(folder, "", 0, 0));
        looking.submit(
                () -> images.isEmpty() ? all : all.without(images.keySet(), Progress.NONE, mine),
                dataset -> {
                    excluded.set(Map.copyOf(images));
                    ready(folder, dataset);
                },
                failure -> failed(folder, failure));
    }

    private void ready(Path folder, InspectedDataset dataset) {
        state.set(new DataState.Ready(folder, dataset));
        drawing.submit(() -> draw(dataset), examples::set, failure -> examples.set(Map.of()));
    }

    private void failed(Path folder, Exception failure) {
        if (failure instanceof ProblemException problem) {
            state.set(new DataState.Failed(folder, problem));
        } else if (failure instanceof java.util.concurrent.CancellationException) {
            state.set(new DataState.None());
        } else {
            throw new IllegalStateException(failure);
        }
    }

    private static Map<String, List<Example>> draw(InspectedDataset dataset) throws ProblemException {
        Map<String, List<Sample>> byClass = new TreeMap<>();
        dataset.readable()
                .samples()
                .forEach(sample -> byClass.computeIfAbsent(sample.className(), name -> new ArrayList<>())
                        .add(sample));
        Map<String, List<Example>> drawn = new TreeMap<>();
        for (Map.Entry<String, List<Sample>> entry : byClass.entrySet()) {
            List<Example> some = new ArrayList<>();
            List<Sample> all = entry.getValue();
            for (int i = 0; i < Math.min(EXAMPLES, all.size()); i++) {
                Sample sample = all.get((int) ((long) i * all.size() / EXAMPLES) % all.size());
                some.add(new Example(sample, AugmentationPreview.plain(sample.file(), EXAMPLE_SIZE)));
            }
            drawn.put(entry.getKey(), some);
        }
        return drawn;
    }

    /** Tells the window now and then how far the doctor is. */
    private final class Steps implements Progress {
        private final Path folder;
        private final CancelToken mine;
        private long told;

        Steps(Path folder, CancelToken mine) {
            this.folder = folder;
            this.mine = mine;
        }

        @Override
        public void report(String stage, long done, long total) {
            long now = System.nanoTime();
            if (now - told < QUIET_NANOS) {
                return;
            }
            told = now;
            window.execute(() -> {
                if (!mine.isCancelled() && state.get() instanceof DataState.Looking) {
                    state.set(new DataState.Looking(folder, stage, done, total));
                }
            });
        }
    }
}
