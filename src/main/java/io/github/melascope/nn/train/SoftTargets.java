package io.github.melascope.nn.train;

import java.util.List;

/**
 * What teachers say of a batch, and how much it counts.
 *
 * @param probabilities [n × classes], row by row: the mean over the teachers of the softmax of their logits through the
 *     temperature; for a single output two classes, the second by its sigmoid. Empty for none
 * @param weight share of the teachers in the loss, 0 … 1
 * @param temperature above 0
 */
@SuppressWarnings("ArrayRecordComponent") // a batch's few probabilities, never compared
record SoftTargets(double[] probabilities, double weight, double temperature) {
    static final SoftTargets NONE = new SoftTargets(new double[0], 0, 1);

    /**
     * The mean of teachers.
     *
     * @param logits [n × outputs] of each teacher
     * @param outputs logits per row
     */
    static SoftTargets of(List<float[]> logits, int outputs, Distillation distillation) {
        int classes = Math.max(2, outputs);
        double[] mean = new double[logits.get(0).length / outputs * classes];
        double[] row = new double[classes];
        double[] p = new double[classes];
        for (float[] teacher : logits) {
            for (int i = 0; i < mean.length / classes; i++) {
                Loss.row(teacher, outputs, i, distillation.temperature(), row);
                Loss.softmax(row, p);
                for (int c = 0; c < classes; c++) {
                    mean[i * classes + c] += p[c] / logits.size();
                }
            }
        }
        return new SoftTargets(mean, distillation.weight(), distillation.temperature());
    }

    boolean isNone() {
        return probabilities.length == 0;
    }
}
