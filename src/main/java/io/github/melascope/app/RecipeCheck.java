package io.github.melascope.app;

import io.github.melascope.base.ProblemException;
import io.github.melascope.dataset.Split;
import java.nio.file.Path;
import java.util.Optional;

/** Says before a training begins what would stop it. */
public final class RecipeCheck {
    private RecipeCheck() {}

    /**
     * Looks at split, device and start weights; reads the weights, which takes a moment.
     *
     * @return what the training would start from, by name
     * @throws ProblemException what the training itself would say
     */
    public static String run(AppContext context, Split split, Recipe recipe) throws ProblemException {
        TrainableSplit.check(split);
        StartWeights start =
                StartWeights.of(Optional.of(recipe.init()).filter(init -> !init.isEmpty()), "", context.models());
        start.refuseLeak(split);
        return start.name();
    }

    /** Whether a model ships with the program: else a training starts from drawn weights unless told otherwise. */
    public static boolean hasShipped(AppContext context) throws ProblemException {
        return context.models().list().stream()
                .anyMatch(entry -> entry.id().equals(AppContext.USUAL_MODEL)
                        && entry.problem().isEmpty());
    }

    /**
     * Checks that a file can be started from.
     *
     * @throws ProblemException when it is no MobileNetV2 with known names
     */
    public static void weights(Path file) throws ProblemException {
        io.github.melascope.nn.arch.WeightImport.backbone(file);
    }
}
