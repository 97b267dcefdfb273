package io.github.melascope.app;

import io.github.melascope.imaging.HeatOutside;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.HeatMap;
import io.github.melascope.lesion.LesionMask;
import io.github.melascope.lesion.Prediction;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.nn.infer.Activations;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** One image with the model's answer, and with what it takes to explain that answer for any class. Immutable. */
public final class Review {
    private final RgbImage image;
    private final RgbImage input;
    private final Activations activations;
    private final Prediction prediction;
    private final List<SimilarCase> similar;
    private final List<SimilarCase> similarOfEach;
    private final Optional<LesionMask> lesion;

    Review(
            RgbImage image,
            RgbImage input,
            Activations activations,
            Prediction prediction,
            List<SimilarCase> similar,
            List<SimilarCase> similarOfEach,
            Optional<LesionMask> lesion) {
        this.image = image;
        this.input = input;
        this.activations = activations;
        this.prediction = prediction;
        this.similar = List.copyOf(similar);
        this.similarOfEach = List.copyOf(similarOfEach);
        this.lesion = lesion;
    }

    /** The same, decided at another threshold. */
    public Review at(double threshold) {
        return new Review(
                image, input, activations, OutcomeRule.at(prediction, threshold), similar, similarOfEach, lesion);
    }

    /** Upright, in its own size. */
    public RgbImage image() {
        return image;
    }

    public Prediction prediction() {
        return prediction;
    }

    /** Confirmed cases, the most alike first; none when the model has no reference set. */
    public List<SimilarCase> similar() {
        return similar;
    }

    /** The most alike case of each diagnosis there is, the most alike first, so that a frequent one hides no other. */
    public List<SimilarCase> similarOfEach() {
        return similarOfEach;
    }

    /**
     * How many of {@link #similar} have the diagnosis that the model finds most probable; empty without cases, or for a model
     * that only knows melanoma.
     */
    public OptionalInt agreeing() {
        Optional<Diagnosis> likeliest = prediction.likeliest();
        if (similar.isEmpty() || likeliest.isEmpty()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) similar.stream()
                .filter(one -> one.diagnosis() == likeliest.get())
                .count());
    }

    /** Which part of the image looks like the lesion; empty where its colours do not tell. */
    public Optional<LesionMask> lesion() {
        return lesion;
    }

    /**
     * The share of a map's heat that lies away from where the lesion seems to be, 0 … 1: its outline, or the middle of the frame
     * where nobody can tell where the lesion ends; empty for a flat map. From {@link HeatOutside#MUCH} on a reader should be
     * warned.
     *
     * @param map of this image
     */
    public OptionalDouble heatOutside(HeatMap map) {
        return map.flat() ? OptionalDouble.empty() : OptionalDouble.of(HeatOutside.shareOfFound(map, lesion));
    }

    /** The confirmed case from which the model learnt that is this very image; its answer then proves nothing. */
    public Optional<String> learnt() {
        return similar.stream().findFirst().filter(SimilarCase::same).map(SimilarCase::name);
    }

    /** What the network saw. */
    RgbImage input() {
        return input;
    }

    /** Of a batch of one, with maps. */
    Activations activations() {
        return activations;
    }
}
