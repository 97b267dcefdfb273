package io.github.melascope.metrics;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * Beta calibration (Kull, Silva Filho and Flach, AISTATS 2017, eq. 5): a probability p becomes {@code sigmoid(a · ln p − b ·
 * ln(1 − p) + c)}, which never falls as p rises, so that ranking and AUC stay. Platt scaling is the case a = b. Everything is
 * computed from log odds z = ln(p / (1 − p)), which stay finite where p rounds to 0 or 1.
 *
 * @param kind of map
 * @param a how the low end is stretched, 0 or more
 * @param b how the high end is stretched, 0 or more, not both 0
 * @param c shift of the log odds
 */
public record BetaCalibration(Kind kind, double a, double b, double c) {
    /** Leaves every probability as it is. */
    public static final BetaCalibration NONE = new BetaCalibration(Kind.NONE, 1, 1, 0);

    /** Keeps a fit finite where the classes do not overlap; a mean probability moves by less than 0.001 for it. */
    private static final double RIDGE = 1e-4;
    /** Kept answers have six decimals. */
    private static final double LEAST = 5e-7;

    /** The kinds of map, the simplest first. */
    public enum Kind {
        NONE,
        /** One slope and a shift. */
        PLATT,
        /** A slope for either end and a shift. */
        BETA;

        /** {@code "beta"}, as files say it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> ofCode(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code().equals(code))
                    .findFirst();
        }
    }

    public BetaCalibration {
        boolean rises = a >= 0 && b >= 0 && a + b > 0 && Double.isFinite(a + b) && Double.isFinite(c);
        boolean ofKind = switch (kind) {
            case NONE -> a == 1 && b == 1 && c == 0;
            case PLATT -> a == b;
            case BETA -> true;
        };
        if (!rises || !ofKind) {
            throw new IllegalArgumentException(
                    "no " + kind.code() + " calibration has a = " + a + ", b = " + b + ", c = " + c);
        }
    }

    /**
     * The map of a kind whose log loss is least.
     *
     * @param logOdds of the answers
     * @return empty where no rising map fits, as for answers that are worse than chance, or no case
     */
    public static Optional<BetaCalibration> fit(Kind kind, double[] logOdds, boolean[] positive) {
        Indices.sameLength(logOdds.length, positive.length);
        if (logOdds.length == 0) {
            return Optional.empty();
        }
        return switch (kind) {
            case NONE -> Optional.of(NONE);
            case PLATT -> fit(logOdds, positive, z -> z).flatMap(w -> rising(Kind.PLATT, w[1], w[1], w[0]));
            case BETA -> beta(logOdds, positive);
        };
    }

    /** Where the free fit falls at one end, the best one lies on the border: one end flat. */
    private static Optional<BetaCalibration> beta(double[] logOdds, boolean[] positive) {
        DoubleUnaryOperator low = z -> -softplus(-z);
        DoubleUnaryOperator high = BetaCalibration::softplus;
        Optional<BetaCalibration> free =
                fit(logOdds, positive, low, high).flatMap(w -> rising(Kind.BETA, w[1], w[2], w[0]));
        if (free.isPresent()) {
            return free;
        }
        Optional<BetaCalibration> flatHigh = fit(logOdds, positive, low).flatMap(w -> rising(Kind.BETA, w[1], 0, w[0]));
        Optional<BetaCalibration> flatLow = fit(logOdds, positive, high).flatMap(w -> rising(Kind.BETA, 0, w[1], w[0]));
        if (flatHigh.isEmpty() || flatLow.isEmpty()) {
            return flatHigh.or(() -> flatLow);
        }
        return flatHigh.get().logLoss(logOdds, positive) <= flatLow.get().logLoss(logOdds, positive)
                ? flatHigh
                : flatLow;
    }

    private static Optional<double[]> fit(double[] logOdds, boolean[] positive, DoubleUnaryOperator... features) {
        double[][] rows = Arrays.stream(logOdds)
                .mapToObj(z -> Arrays.stream(features)
                        .mapToDouble(feature -> feature.applyAsDouble(z))
                        .toArray())
                .toArray(double[][]::new);
        double[] weights = LogisticRegression.fit(rows, positive, RIDGE).weights();
        return Arrays.stream(weights).allMatch(Double::isFinite) ? Optional.of(weights) : Optional.empty();
    }

    private static Optional<BetaCalibration> rising(Kind kind, double a, double b, double c) {
        return a >= 0 && b >= 0 && a + b > 0 ? Optional.of(new BetaCalibration(kind, a, b, c)) : Optional.empty();
    }

    /** The calibrated log odds of log odds. */
    public double logOdds(double z) {
        return kind == Kind.NONE ? z : b * softplus(z) - a * softplus(-z) + c;
    }

    /** The calibrated probability of a probability with six decimals, 0 … 1. */
    public double probability(double p) {
        return kind == Kind.NONE ? p : TemperatureScaling.sigmoid(logOdds(logit(p)));
    }

    /** Mean negative log-likelihood, in nats. */
    public double logLoss(double[] logOdds, boolean[] positive) {
        double sum = 0;
        for (int i = 0; i < logOdds.length; i++) {
            double z = logOdds(logOdds[i]);
            sum += softplus(positive[i] ? -z : z);
        }
        return sum / logOdds.length;
    }

    /** {@code ln(p / (1 − p))} of a probability with six decimals, which stays finite at 0 and 1. */
    public static double logit(double p) {
        double safe = Math.clamp(p, LEAST, 1 - LEAST);
        return Math.log(safe) - Math.log1p(-safe);
    }

    /** {@code ln(1 + e^z)}. */
    private static double softplus(double z) {
        return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
    }
}
