package io.github.melascope.dataset;

import java.util.Arrays;

/** Weights of classes in the loss, against imbalance. Counted on the training part only. */
public final class ClassWeights {
    private ClassWeights() {}

    /**
     * Inversely proportional to class size: {@code n / (k · n_c)} with n images in k classes that occur (King and Zeng,
     * Political Analysis 2001; the "balanced" weights of scikit-learn). Their mean over the images is 1, so the learning
     * rate keeps its meaning. A class that never occurs has weight 1.
     *
     * @param labels class of each training image, 0 … classes − 1
     * @param classes number of classes
     * @return one weight a class, above 0
     */
    public static float[] balanced(int[] labels, int classes) {
        int[] counts = new int[classes];
        for (int label : labels) {
            counts[label]++;
        }
        long occurring = Arrays.stream(counts).filter(n -> n > 0).count();
        float[] weights = new float[classes];
        for (int c = 0; c < classes; c++) {
            weights[c] = counts[c] == 0 ? 1 : (float) (labels.length / ((double) occurring * counts[c]));
        }
        return weights;
    }
}
