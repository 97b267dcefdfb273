package io.github.melascope.app;

import io.github.melascope.lesion.Diagnosis;

/**
 * A confirmed case that looks like the image at hand to the network.
 *
 * @param name of the case in the dataset the model learnt from
 * @param diagnosis confirmed
 * @param similarity cosine of the embeddings, −1 … 1
 */
public record SimilarCase(String name, Diagnosis diagnosis, double similarity) {
    /** Embeddings of two different images are never as alike as this. */
    private static final double SAME = 0.9995;

    /** Whether it is the very image that it is compared with. */
    public boolean same() {
        return similarity > SAME;
    }
}
