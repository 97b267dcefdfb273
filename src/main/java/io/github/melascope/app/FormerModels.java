package io.github.melascope.app;

import io.github.melascope.base.ProblemException;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.HeatMap;
import io.github.melascope.lesion.Prediction;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.model.ModelBundle;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The models that gave former answers, as far as they are still installed; one at a time is open. */
final class FormerModels implements AutoCloseable {
    private final AppContext context;
    private final Set<String> gone = new HashSet<>();
    private @Nullable LoadedModel open;

    FormerModels(AppContext context) {
        this.context = context;
    }

    /** Where a former answer came from. */
    record Explained(ModelBundle bundle, Review review, HeatMap map) {}

    /** Empty when the model is gone, or its weights are others by now. */
    Optional<Explained> explained(RgbImage image, Prediction answer) {
        Optional<LoadedModel> model = find(answer);
        try {
            if (model.isEmpty()) {
                return Optional.empty();
            }
            Reviewer reviewer = new Reviewer(model.get());
            Review review = reviewer.review(image);
            HeatMap map = reviewer.explain(review, Diagnosis.MEL);
            return Optional.of(new Explained(model.get().bundle(), review, map));
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    private Optional<LoadedModel> find(Prediction answer) {
        LoadedModel now = open;
        if (now != null && now.bundle().weightsSha256().equals(answer.weightsSha256())) {
            return Optional.of(now);
        }
        if (gone.contains(answer.weightsSha256())) {
            return Optional.empty();
        }
        close();
        try {
            LoadedModel found = context.open(answer.modelId());
            open = found;
            if (found.bundle().weightsSha256().equals(answer.weightsSha256())) {
                return Optional.of(found);
            }
        } catch (ProblemException e) {
            // it is gone, which is what is asked
        }
        gone.add(answer.weightsSha256());
        return Optional.empty();
    }

    @Override
    public void close() {
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
