package io.github.melascope.app;

/** Hears how far a cross-validation has come, on its thread; must return quickly. */
public interface CrossListener {
    /** A line for people. */
    void line(String text);

    /** After each step of a training. */
    void step(Step step);

    /**
     * Where it stands.
     *
     * @param run of those that were left to do, from 1
     * @param runs how many these are
     * @param name of recipe and fold, and of the teacher while one is trained
     * @param epoch of the network, from 1
     * @param step within the epoch, from 1
     * @param steps of the epoch
     * @param share of all runs' work, 0 … 1
     * @param secondsLeft of all runs; NaN where it cannot be told yet
     */
    record Step(int run, int runs, String name, int epoch, int step, int steps, double share, double secondsLeft) {}
}
