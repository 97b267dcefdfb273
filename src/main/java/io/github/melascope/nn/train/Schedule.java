package io.github.melascope.nn.train;

/**
 * Learning rate over the steps of a phase: a linear climb, then half a cosine (Loshchilov and Hutter, ICLR 2017, eq. 5)
 * down to a hundredth.
 *
 * @param peak highest learning rate
 * @param warmupSteps steps of the climb
 * @param totalSteps steps of the phase
 */
record Schedule(double peak, long warmupSteps, long totalSteps) {
    private static final double FLOOR = 0.01;

    static Schedule of(Phase phase, double warmup, int stepsPerEpoch) {
        long total = Math.max(1, (long) phase.epochs() * stepsPerEpoch);
        return new Schedule(phase.learningRate(), Math.round(total * warmup), total);
    }

    /** Learning rate of step {@code step}, counted from 0. */
    double at(long step) {
        if (step < warmupSteps) {
            return peak * (step + 1) / warmupSteps;
        }
        double way = Math.min(1, (step - warmupSteps) / (double) Math.max(1, totalSteps - warmupSteps));
        return peak * (FLOOR + (1 - FLOOR) * 0.5 * (1 + Math.cos(Math.PI * way)));
    }
}
