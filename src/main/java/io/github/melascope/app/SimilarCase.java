package io.github.melascope.app;

import io.github.melascope.lesion.Diagnosis;

/**
 * A confirmed case that looks like the image at hand to the network.
 *
 * @param name of the case in the dataset the model learnt from
 * @param diagnosis confirmed
 * @param similarity cosine of the embeddings, −1 … 1
 */
public record SimilarCase(String name, Diagnosis diagnosis, double similarity) {}
