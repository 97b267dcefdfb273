package io.github.melascope.app;

import io.github.melascope.audit.Alteration;
import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.dataset.Dataset;
import io.github.melascope.dataset.Datasets;
import io.github.melascope.dataset.Part;
import io.github.melascope.dataset.Sample;
import io.github.melascope.dataset.SplitFile;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.model.BundleCare;
import io.github.melascope.model.BundleFiles;
import io.github.melascope.model.ModelBundle;
import io.github.melascope.nn.infer.Familiarity;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/** Teaches a model what real images look like to it: all that the check for "not a lesion" needs. */
public final class FamiliarityMaker {
    /** Share of validation images that the check may turn away; 2 % are the most that is wanted on other real images. */
    private static final double REFUSED = 0.01;

    /** Of blur, sharpening, compression and vignette the one that looked strangest to the shipped model. */
    static final UnaryOperator<RgbImage> BLURRED = image -> Alteration.BLUR.apply(image, 0);

    private final AppContext context;

    public FamiliarityMaker(AppContext context) {
        this.context = context;
    }

    /**
     * From a network's answers to the training and the validation part. Other cameras and programs give files that are sharper,
     * softer, or compressed otherwise than those it has learnt from; blurred images stand for all of these.
     *
     * @param blurred answers to the validation images, {@link #BLURRED}
     */
    static Familiarity of(RawAnswers training, RawAnswers validation, RawAnswers blurred) {
        return of(training, validation).allowing(blurred.embeddings(), blurred.fineMeans(), REFUSED);
    }

    /** The same with a limit for images of the very kind it has learnt from. */
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
            List<Sample> training = PartSamples.of(dataset, rows, Part.TRAIN, modelId);
            List<Sample> validation = PartSamples.of(dataset, rows, Part.VALIDATION, modelId);
            familiarity = of(
                    ask(model, training, UnaryOperator.identity(), progress, cancel),
                    ask(model, validation, UnaryOperator.identity(), progress, cancel),
                    ask(model, validation, BLURRED, progress, cancel));
        }
        return new BundleCare(Architectures::shapes)
                .add(
                        place,
                        BundleFiles.FAMILIARITY,
                        file -> familiarity.toSafetensors().write(file));
    }

    private RawAnswers ask(
            LoadedModel model,
            List<Sample> samples,
            UnaryOperator<RgbImage> change,
            Progress progress,
            CancelToken cancel)
            throws ProblemException {
        return RawAnswers.of(
                model.network(), samples, change, context.workers(), "stage.familiarity", progress, cancel);
    }
}
