package io.github.melascope.nn.train;

import java.util.Arrays;
import java.util.Locale;

/**
 * The loss of a batch and its derivative with respect to the logits, in plain Java: a batch of logits is tiny, the
 * formulas are readable, and the network only ever sees the derivative.
 *
 * <p>With one output per row, the logit's sigmoid is the probability of class 1; otherwise the row's softmax counts.
 *
 * <p>Focal loss (Lin et al., ICCV 2017, eq. 5): {@code −w (1 − p)^γ log p} for the true class's probability {@code p}.
 * With γ = 0 it is the weighted cross entropy. Label smoothing (Szegedy et al., CVPR 2016, section 7) spreads {@code ε}
 * evenly over all classes: the loss is then the mean over classes of each class's focal term, weighted by its smoothed
 * label.
 *
 * <p>Logit adjustment (Menon et al., ICLR 2021, eq. 10) adds {@code τ log π} of each class's share {@code π} of the training
 * part to its logit before the softmax: rare classes must then win by more, and the network's own logits serve classes
 * of equal frequency.
 *
 * <p>Distillation (Hinton, Vinyals and Dean, arXiv 1503.02531, section 2) weighs the above, {@code L}, against what teachers
 * say of the same images: {@code (1 − w) L + w T² KL(q ‖ p)} for the softmax {@code p} of the network's own logits through the
 * temperature {@code T}, without any priors, and the mean {@code q} of the teachers' softmax through {@code T}. The divergence
 * is the plain mean over the rows, as it knows no classes to weigh; its part of the gradient is {@code w T (p − q) / n}.
 *
 * @param gamma focal loss's γ, at least 0; 0 is plain cross entropy
 * @param smoothing label smoothing's ε, 0 … 1
 * @param classWeights a factor per class (two for a single output); 1 everywhere for none
 * @param priors what is added to each class's logit; 0 everywhere for none
 */
@SuppressWarnings("ArrayRecordComponent") // a handful of factors, never compared
public record Loss(double gamma, double smoothing, float[] classWeights, float[] priors) {
    private static final double TINY = 1e-12;

    public Loss {
        if (!(gamma >= 0) || !(smoothing >= 0 && smoothing < 1)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "gamma %s must be ≥ 0, smoothing %s in 0 … 1", gamma, smoothing));
        }
    }

    /** Without logit adjustment. */
    public Loss(double gamma, double smoothing, float[] classWeights) {
        this(gamma, smoothing, classWeights, new float[classWeights.length]);
    }

    /**
     * The mean loss over the rows, each weighted by its true class's weight.
     *
     * @param logits [n × outputs], row by row
     * @param outputs logits per row
     * @param labels true class of each row; 0 or 1 where {@code outputs} is 1
     * @param gradient [n × outputs], receives d loss / d logits
     * @return the loss, at least 0
     */
    public double of(float[] logits, int outputs, int[] labels, float[] gradient) {
        return of(logits, outputs, labels, Mixup.of(labels.length, 0, 0, 0), gradient);
    }

    /**
     * The same for examples that teachers have answered, too.
     *
     * @param soft what the teachers say of the same rows, or none
     */
    double of(float[] logits, int outputs, int[] labels, Mixup mixup, SoftTargets soft, float[] gradient) {
        double labelled = of(logits, outputs, labels, mixup, gradient);
        return soft.isNone() ? labelled : distilled(labelled, logits, outputs, soft, gradient);
    }

    /** Weighs the loss of the labels and its gradient, and adds the teachers' part to both. */
    private static double distilled(double labelled, float[] logits, int outputs, SoftTargets soft, float[] gradient) {
        int classes = Math.max(2, outputs);
        int rows = logits.length / outputs;
        double temperature = soft.temperature();
        double[] row = new double[classes];
        double[] p = new double[classes];
        double divergence = 0;
        for (int i = 0; i < rows; i++) {
            row(logits, outputs, i, temperature, row);
            softmax(row, p);
            for (int c = 0; c < classes; c++) {
                double q = soft.probabilities()[i * classes + c];
                divergence += q == 0 ? 0 : q * Math.log(Math.max(q, TINY) / Math.max(p[c], TINY));
            }
            for (int c = 0; c < outputs; c++) {
                int at = outputs == 1 ? 1 : c;
                double towards = temperature * (p[at] - soft.probabilities()[i * classes + at]) / rows;
                int place = i * outputs + c;
                gradient[place] = (float) ((1 - soft.weight()) * gradient[place] + soft.weight() * towards);
            }
        }
        return (1 - soft.weight()) * labelled + soft.weight() * temperature * temperature * divergence / rows;
    }

    /** The same, where each row shows two examples: label and weight are blended as they are. */
    double of(float[] logits, int outputs, int[] labels, Mixup mixup, float[] gradient) {
        int classes = Math.max(2, outputs);
        double total = 0;
        double[] row = new double[classes];
        double[] p = new double[classes];
        double[] target = new double[classes];
        double[] derivative = new double[classes];
        for (int i = 0; i < labels.length; i++) {
            row(logits, outputs, i, 1, row);
            for (int c = 0; c < classes; c++) {
                row[c] += priors[c];
            }
            softmax(row, p);
            float own = mixup.own()[i];
            int other = labels[mixup.other(i)];
            double weight = (own * classWeights[labels[i]] + (1 - own) * classWeights[other]) / labels.length;
            Arrays.fill(target, smoothing / classes);
            target[labels[i]] += (1 - smoothing) * own;
            target[other] += (1 - smoothing) * (1 - own);
            total += weight * rowLoss(p, target, derivative);
            for (int c = 0; c < outputs; c++) {
                gradient[i * outputs + c] = (float) (weight * derivative[outputs == 1 ? 1 : c]);
            }
        }
        return total;
    }

    /** Loss of one row of probabilities against its smoothed label; {@code derivative} receives its gradient with respect to the logits. */
    private double rowLoss(double[] p, double[] targets, double[] derivative) {
        int classes = p.length;
        Arrays.fill(derivative, 0);
        double loss = 0;
        for (int k = 0; k < classes; k++) {
            double target = targets[k];
            if (target == 0) {
                continue;
            }
            double q = Math.max(p[k], TINY);
            double rest = Math.max(1 - p[k], TINY);
            double modulation = Math.pow(rest, gamma);
            loss -= target * modulation * Math.log(q);
            // d/dp of −(1 − p)^γ log p, times p: what softmax's Jacobian p (δ − p) leaves over.
            double slope = target * modulation * (gamma * Math.log(q) * q / rest - 1);
            for (int c = 0; c < classes; c++) {
                derivative[c] += slope * ((c == k ? 1 : 0) - p[c]);
            }
        }
        return loss;
    }

    /** One row's logits through the temperature, written to {@code row}; a single output stands beside a logit of 0. */
    static void row(float[] logits, int outputs, int i, double temperature, double[] row) {
        for (int c = 0; c < outputs; c++) {
            row[outputs == 1 ? 1 : c] = logits[i * outputs + c] / temperature;
        }
        row[0] = outputs == 1 ? 0 : row[0];
    }

    /** Softmax of a row, written to {@code p}. */
    static void softmax(double[] row, double[] p) {
        double max = Double.NEGATIVE_INFINITY;
        for (double v : row) {
            max = Math.max(max, v);
        }
        double sum = 0;
        for (int c = 0; c < row.length; c++) {
            p[c] = Math.exp(row[c] - max);
            sum += p[c];
        }
        for (int c = 0; c < row.length; c++) {
            p[c] /= sum;
        }
    }
}
