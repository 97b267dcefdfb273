package io.github.melascope.app;

import io.github.melascope.lesion.Prediction;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.nn.infer.Activations;
import java.util.List;

/** One image with the model's answer, and with what it takes to explain that answer for any class. Immutable. */
public final class Review {
    private final RgbImage image;
    private final RgbImage input;
    private final Activations activations;
    private final Prediction prediction;
    private final List<SimilarCase> similar;

    Review(RgbImage image, RgbImage input, Activations activations, Prediction prediction, List<SimilarCase> similar) {
        this.image = image;
        this.input = input;
        this.activations = activations;
        this.prediction = prediction;
        this.similar = List.copyOf(similar);
    }

    /** The same, decided at another threshold. */
    public Review at(double threshold) {
        return new Review(image, input, activations, OutcomeRule.at(prediction, threshold), similar);
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

    /** What the network saw. */
    RgbImage input() {
        return input;
    }

    /** Of a batch of one, with maps. */
    Activations activations() {
        return activations;
    }
}
