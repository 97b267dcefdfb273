package io.github.melascope.app;

import io.github.melascope.base.ProblemException;
import io.github.melascope.imaging.ImageDecoder;
import io.github.melascope.imaging.LesionFinder;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.HeatMap;
import io.github.melascope.lesion.Prediction;
import io.github.melascope.lesion.Quality;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.nn.infer.Activations;
import io.github.melascope.nn.infer.ReferenceSet;
import java.nio.file.Path;
import java.util.List;

/** The way of an image: decode, judge its quality, predict, decide, explain. Several threads may use one at once. */
public final class Reviewer {
    private static final int SIMILAR = 5;

    private final LoadedModel model;
    private final OutcomeRule rule;
    private final ImageDecoder decoder = new ImageDecoder();

    /** @param model stays the caller's to close */
    public Reviewer(LoadedModel model) {
        this.model = model;
        this.rule = OutcomeRule.of(model);
    }

    /**
     * Reads an image file and answers.
     *
     * @throws ProblemException of kind {@code INPUT} when the file is no usable image, {@code UNUSABLE} when the model gives
     *     no numbers
     */
    public Review review(Path file) throws ProblemException {
        return review(decoder.decode(file));
    }

    /** Answers for an image that is already decoded. */
    public Review review(RgbImage image) throws ProblemException {
        PreparedImage prepared = PreparedImage.of(image, model.spec().inputSize());
        Activations activations = model.network().run(List.of(prepared.input()), true);
        Prediction prediction = answer(activations, 0, prepared.quality());
        float[] embedding = activations.embeddings()[0];
        boolean blank = LoadedModel.blank(embedding);
        return new Review(
                image,
                prepared.input(),
                activations,
                prediction,
                blank ? List.of() : cases(model.reference().nearest(embedding, SIMILAR)),
                blank ? List.of() : cases(model.reference().nearestOfEach(embedding, 1)),
                LesionFinder.find(prepared.input()));
    }

    /** Where the network looked, by the usual map. */
    public HeatMap explain(Review review, Diagnosis target) throws ProblemException {
        return explain(review, target, HeatMap.Kind.USUAL);
    }

    /** The same by any kind of map. */
    HeatMap explain(Review review, Diagnosis target, HeatMap.Kind kind) throws ProblemException {
        return kind.fine() ? explainFinely(review, target, kind.method()) : explain(review, target, kind.method());
    }

    /**
     * Where the network looked, at its last feature map (7 × 7 for an input of 224 pixels).
     *
     * @throws ProblemException of kind {@code USAGE} when the model knows no such class
     */
    public HeatMap explain(Review review, Diagnosis target, HeatMap.Method method) throws ProblemException {
        return model.explainer().atLastMap(review.activations(), 0, target, method);
    }

    /** The same at the finer map (14 × 14), which takes another forward and backward pass. */
    public HeatMap explainFinely(Review review, Diagnosis target, HeatMap.Method method) throws ProblemException {
        return model.explainer()
                .atFineMap(List.of(review.input()), target, method)
                .get(0);
    }

    /** An answer as it would have been with another threshold, 0 … 1; no answer stays none. */
    public static Prediction at(Prediction prediction, double threshold) {
        return OutcomeRule.at(prediction, threshold);
    }

    /** Reads an image file down to what the network needs. */
    PreparedImage prepare(Path file) throws ProblemException {
        return PreparedImage.of(decoder.decode(file), model.spec().inputSize());
    }

    /** The answer for one row of a batch. */
    Prediction answer(Activations activations, int row, Quality quality) throws ProblemException {
        float[] embedding = activations.embeddings()[row];
        float[] logits = activations.logits()[row];
        refuseNotNumbers(logits);
        refuseNotNumbers(embedding);
        Scores scores = model.scores(logits);
        OutcomeRule.Ruling ruling = rule.decide(scores.melanoma(), quality, model.strangeness(activations, row));
        return new Prediction(
                ruling.outcome(),
                ruling.reason(),
                scores.melanoma(),
                scores.map(model.spec().task()),
                rule.threshold(),
                ruling.quality(),
                model.spec().id(),
                model.bundle().weightsSha256());
    }

    private static List<SimilarCase> cases(List<ReferenceSet.Similar> nearest) {
        return nearest.stream()
                .map(found -> new SimilarCase(found.name(), found.diagnosis(), found.similarity()))
                .toList();
    }

    /** Weights that are finite each can still overflow together, and a comparison with NaN would read as lower concern. */
    private void refuseNotNumbers(float[] values) throws ProblemException {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new ProblemException(
                        ProblemException.Kind.UNUSABLE,
                        "problem.model.no-number",
                        model.spec().id());
            }
        }
    }
}
