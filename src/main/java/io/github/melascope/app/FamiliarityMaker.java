package io.github.melascope.app;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.dataset.Dataset;
import io.github.melascope.dataset.Datasets;
import io.github.melascope.dataset.Part;
import io.github.melascope.dataset.SplitFile;
import io.github.melascope.model.BundleCare;
import io.github.melascope.model.BundleFiles;
import io.github.melascope.model.ModelBundle;
import io.github.melascope.nn.infer.Familiarity;
import java.nio.file.Path;
import java.util.List;

/** Teaches a model what real images look like to it: all that the check for "not a lesion" needs. */
public final class FamiliarityMaker {
    /** Share of validation images that the check may turn away; 2 % are the most that is wanted on other real images. */
    private static final double REFUSED = 0.01;

    private final AppContext context;

    public FamiliarityMaker(AppContext context) {
        this.context = context;
    }

    /** From a network's answers to the training and the validation part. */
    static Familiarity of(RawAnswers training, RawAnswers validation) {
        return Familiarity.fit(
                training.embeddings(), training.fineMeans(), validation.embeddings(), validation.fineMeans(), REFUSED);
    }

    /**
     * Gives the check to a model that was made without, or anew. The test part is not looked at.
     *
     * @param folder the dataset it was trained on
     * @return the model with the check
     * @throws ProblemException of kind {@code UNUSABLE} when model or dataset cannot be used
     */
    public ModelBundle add(String modelId, Path folder, Progress progress, CancelToken cancel) throws ProblemException {
        Familiarity familiarity;
        Path place;
        try (LoadedModel model = context.open(modelId)) {
            place = model.bundle().folder();
            Dataset dataset = Datasets.open(folder);
            List<SplitFile.Row> rows = SplitFile.rows(place.resolve(BundleFiles.SPLIT));
            RawAnswers training = ask(model, dataset, rows, Part.TRAIN, progress, cancel);
            RawAnswers validation = ask(model, dataset, rows, Part.VALIDATION, progress, cancel);
            familiarity = of(training, validation);
        }
        return new BundleCare(Architectures::shapes)
                .add(
                        place,
                        BundleFiles.FAMILIARITY,
                        file -> familiarity.toSafetensors().write(file));
    }

    private RawAnswers ask(
            LoadedModel model,
            Dataset dataset,
            List<SplitFile.Row> rows,
            Part part,
            Progress progress,
            CancelToken cancel)
            throws ProblemException {
        return RawAnswers.of(
                model.network(),
                PartSamples.of(dataset, rows, part, model.spec().id()),
                context.workers(),
                "stage.familiarity",
                progress,
                cancel);
    }
}
