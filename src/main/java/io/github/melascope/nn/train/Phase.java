package io.github.melascope.nn.train;

/**
 * A stretch of training with one learning rate schedule and one set of layers that learn.
 *
 * @param epochs how often the training part is gone through, at least 1
 * @param learningRate peak of the schedule, above 0
 * @param firstTrained the first of the network's stages 0 … 18 that learns; 19 means only the head does
 */
public record Phase(int epochs, double learningRate, int firstTrained) {
    /** One past the last stage: only the head learns. */
    public static final int HEAD_ONLY = io.github.melascope.nn.arch.Architecture.LAST_STAGE + 1;

    /** Share of a step of a wholly learning network that its forward pass takes, about; frozen layers and teachers need it too. */
    public static final double FORWARD = 0.35;

    public Phase {
        if (epochs < 1 || !(learningRate > 0) || firstTrained < 0 || firstTrained > HEAD_ONLY) {
            throw new IllegalArgumentException("a phase needs epochs ≥ 1, a learning rate > 0 and a first trained stage"
                    + " of 0 … " + HEAD_ONLY + ", not " + epochs + ", " + learningRate + ", " + firstTrained);
        }
    }
}
