package io.github.melascope.metrics;

/**
 * Whether two answers to the same questions are right equally often (McNemar, Psychometrika 12, 1947), by the mid-p version
 * of the exact binomial test (Fagerland, Lydersen and Laake, BMC Med Res Methodol 13:91, 2013): fewer false alarms than the
 * chi-square for few disagreements, and less timid than the exact test.
 *
 * @param onlyFirst cases that only the first answered right
 * @param onlySecond cases that only the second answered right
 */
public record McNemar(int onlyFirst, int onlySecond) {
    public McNemar {
        if (onlyFirst < 0 || onlySecond < 0) {
            throw new IllegalArgumentException("counts are not negative");
        }
    }

    /** Two-sided, 0 … 1; 1 without any disagreement. Treats the cases as independent. */
    public double midP() {
        int n = onlyFirst + onlySecond;
        int fewer = Math.min(onlyFirst, onlySecond);
        if (n == 0 || onlyFirst == onlySecond) {
            return 1;
        }
        double below = 0;
        for (int k = 0; k < fewer; k++) {
            below += Math.exp(logChance(n, k));
        }
        return Math.min(1, 2 * below + Math.exp(logChance(n, fewer)));
    }

    /** Logarithm of the chance of k heads in n throws of a fair coin. */
    private static double logChance(int n, int k) {
        double log = -n * Math.log(2);
        for (int i = 1; i <= k; i++) {
            log += Math.log(n - k + i) - Math.log(i);
        }
        return log;
    }
}
