package io.github.melascope.ui.dashboard;

import io.github.melascope.app.AppContext;
import io.github.melascope.app.Review;
import io.github.melascope.app.ReviewDesk;
import io.github.melascope.base.ProblemException;
import io.github.melascope.imaging.ColorMap;
import io.github.melascope.imaging.Overlay;
import io.github.melascope.imaging.Resizer;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.HeatMap;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.ui.fx.FxPictures;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.image.Image;

/** Small pictures of the gallery's images, plain and with the evidence for melanoma, made beside the window. */
final class GalleryPictures implements AutoCloseable {
    private static final int LONG_SIDE = 220;
    private static final int KEPT = 120;
    private static final double OPACITY = 0.5;

    private final ReviewDesk desk;
    private final Executor workers;
    private final Executor window;
    private final Map<Key, Optional<Pair>> known = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Optional<Pair>> eldest) {
            return size() > KEPT;
        }
    };
    private final Object opening = new Object();
    private String open = "";
    private volatile boolean closed;

    private record Key(String model, Path file) {}

    /** An image and the same with heat. */
    record Pair(Image plain, Image heat) {}

    GalleryPictures(AppContext context, Executor window) {
        this.desk = new ReviewDesk(context);
        this.workers = context.workers();
        this.window = window;
    }

    /**
     * Asks for an image's pictures.
     *
     * @param wanted whether they are still wanted when their turn comes; asked on another thread
     * @param done hears them on the window's thread; empty for a file that cannot be read
     */
    void request(String model, Path file, BooleanSupplier wanted, Consumer<Optional<Pair>> done) {
        Key key = new Key(model, file);
        if (known.containsKey(key)) {
            done.accept(known.getOrDefault(key, Optional.empty()));
            return;
        }
        workers.execute(() -> {
            if (!closed && wanted.getAsBoolean()) {
                Optional<Pair> made = make(key);
                window.execute(() -> {
                    known.put(key, made);
                    done.accept(made);
                });
            }
        });
    }

    private Optional<Pair> make(Key key) {
        try {
            synchronized (opening) {
                if (closed) {
                    return Optional.empty();
                }
                if (!open.equals(key.model)) {
                    desk.open(key.model);
                    open = key.model;
                }
            }
            Review review = desk.review(key.file);
            HeatMap map = desk.explain(review, Diagnosis.MEL);
            RgbImage small = small(review.image());
            Image heat = FxPictures.of(Overlay.colour(small, map, ColorMap.CIVIDIS, OPACITY));
            return Optional.of(new Pair(FxPictures.of(small), heat));
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    private static RgbImage small(RgbImage image) {
        double scale = (double) LONG_SIDE / Math.max(image.width(), image.height());
        if (scale >= 1) {
            return image;
        }
        int width = Math.max(1, (int) Math.round(image.width() * scale));
        return Resizer.resize(image, width, Math.max(1, (int) Math.round(image.height() * scale)));
    }

    @Override
    public void close() {
        closed = true;
        synchronized (opening) { // whoever opens a model at this moment ends first
            desk.close();
        }
    }
}
