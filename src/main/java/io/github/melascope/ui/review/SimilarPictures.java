package io.github.melascope.ui.review;

import io.github.melascope.app.SimilarCase;
import io.github.melascope.base.ProblemException;
import io.github.melascope.dataset.ImageIndex;
import io.github.melascope.imaging.ImageDecoder;
import io.github.melascope.imaging.Resizer;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.ui.fx.FxPictures;
import io.github.melascope.ui.fx.Latest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/**
 * Finds the pictures of similar cases in the folder of the dataset the model learnt from. The folder is looked through when a
 * picture is first wanted; pictures are decoded small and kept. Everything here is called, and heard of, on the window's thread.
 */
public final class SimilarPictures {
    /** Pixels of the longer side: sharp at 200 % text on a screen of double density. */
    private static final int LONGER_SIDE = 224;

    private static final int KEPT = 200;

    private final Latest work;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.NoFolder());
    private final Shelf shelf = new Shelf();
    private String folder = "";
    private List<SimilarCase> wanted = List.of();

    /** What is known of the pictures that are wanted. */
    public sealed interface State {
        /** Nobody has said where the images lie. */
        record NoFolder() implements State {}

        /** They are being found. */
        record Coming() implements State {}

        /** The folder is not there, or cannot be read. */
        record Gone(String folder, ProblemException problem) implements State {}

        /** Those that were found, by name of the case. */
        record Found(Map<String, Picture> pictures) implements State {
            public Found {
                pictures = Map.copyOf(pictures);
            }
        }
    }

    /**
     * A picture of a case.
     *
     * @param file the whole image
     * @param small the same for a list
     */
    public record Picture(Path file, Image small) {}

    /**
     * @param background looks through folders and decodes
     * @param window the window's thread
     */
    public SimilarPictures(Executor background, Executor window) {
        this.work = new Latest(background, window);
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** @param chosen folder of the dataset; empty for none */
    public void folder(String chosen) {
        if (!chosen.equals(folder)) {
            folder = chosen;
            find(wanted);
        }
    }

    /** Finds the pictures of these cases; those asked for before are wanted no more. */
    public void find(List<SimilarCase> cases) {
        wanted = cases;
        work.forget();
        if (folder.isEmpty()) {
            state.set(new State.NoFolder());
        } else if (cases.isEmpty()) {
            state.set(new State.Found(Map.of()));
        } else {
            String from = folder;
            state.set(new State.Coming());
            work.submit(() -> shelf.pictures(Path.of(from), cases), found -> state.set(new State.Found(found)), e -> {
                if (!(e instanceof ProblemException problem)) {
                    throw new IllegalStateException(e);
                }
                state.set(new State.Gone(from, problem));
            });
        }
    }

    /** What has been found so far; any thread, one at a time. */
    private static final class Shelf {
        private final ImageDecoder decoder = new ImageDecoder();
        private final Map<Path, Image> kept = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Path, Image> eldest) {
                return size() > KEPT;
            }
        };
        private @Nullable Path indexed;
        private @Nullable ImageIndex index;

        synchronized Map<String, Picture> pictures(Path folder, List<SimilarCase> cases) throws ProblemException {
            ImageIndex images = index;
            if (images == null || !folder.equals(indexed) || !Files.isDirectory(folder)) {
                images = ImageIndex.of(folder);
                index = images;
                indexed = folder;
            }
            Map<String, Picture> found = new LinkedHashMap<>();
            for (SimilarCase one : cases) {
                Optional<Path> file = images.find(one.name());
                file.flatMap(this::small)
                        .ifPresent(small -> found.put(one.name(), new Picture(file.orElseThrow(), small)));
            }
            if (found.isEmpty()) {
                index = null; // the folder may be filled in the meantime: it is looked through anew next time
            }
            return found;
        }

        /** Empty for a file that is no image, or no more there. */
        private Optional<Image> small(Path file) {
            Image known = kept.get(file);
            if (known == null) {
                try {
                    known = FxPictures.of(reduced(decoder.decode(file)));
                } catch (ProblemException e) {
                    return Optional.empty();
                }
                kept.put(file, known);
            }
            return Optional.of(known);
        }

        private static RgbImage reduced(RgbImage image) {
            double scale = Math.min(1, (double) LONGER_SIDE / Math.max(image.width(), image.height()));
            return Resizer.resize(image, (int) Math.max(1, Math.round(image.width() * scale)), (int)
                    Math.max(1, Math.round(image.height() * scale)));
        }
    }
}
