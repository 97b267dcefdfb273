package io.github.melascope.metrics;

/**
 * What an answer is worth where melanoma is as frequent as stated, by Bayes' rule from sensitivity and specificity (Altman
 * and Bland, BMJ 309:102, 1994). They hold there as far as the images look alike.
 *
 * @param ppv share of melanomas among those called melanoma, 0 … 1; NaN where nobody would be called
 * @param npv share of others among those not called, 0 … 1; NaN where everybody would be called
 * @param called share of all that would be called, 0 … 1
 */
public record PredictiveValues(double ppv, double npv, double called) {
    /**
     * @param sensitivity 0 … 1, or NaN
     * @param specificity 0 … 1, or NaN
     * @param prevalence 0 … 1
     */
    public static PredictiveValues of(double sensitivity, double specificity, double prevalence) {
        double found = sensitivity * prevalence;
        double alarms = (1 - specificity) * (1 - prevalence);
        double missed = (1 - sensitivity) * prevalence;
        double cleared = specificity * (1 - prevalence);
        return new PredictiveValues(share(found, found + alarms), share(cleared, cleared + missed), found + alarms);
    }

    private static double share(double part, double whole) {
        return whole > 0 ? part / whole : Double.NaN;
    }

    /** PPV, NPV and share called over draws, at a threshold. */
    static Statistic statistic(double[] scores, boolean[] melanoma, double threshold, double prevalence) {
        int[] all = Indices.all(scores.length);
        return new Statistic() {
            @Override
            public int size() {
                return 3;
            }

            @Override
            public void compute(int[] weights, double[] into, int offset) {
                BinaryCounts counts = BinaryCounts.at(threshold, scores, melanoma, all, weights);
                PredictiveValues values = of(counts.recall(), counts.specificity(), prevalence);
                into[offset] = values.ppv();
                into[offset + 1] = values.npv();
                into[offset + 2] = values.called();
            }
        };
    }
}
