package io.github.melascope.nn.train;

/**
 * Learning from teachers: networks of the same plan with seeds of their own, trained first (Hinton, Vinyals and Dean, arXiv
 * 1503.02531). Teachers and student see the very same augmented, blended images (Beyer et al., CVPR 2022). See {@link Loss}
 * for the formula.
 *
 * @param teachers how many are trained, 0 … 16; their mean is what the student learns from; 0 for none
 * @param weight share of the teachers in the loss, 0 … 1; the rest is the label's
 * @param temperature that softens teachers and student alike, above 0
 */
public record Distillation(int teachers, double weight, double temperature) {
    public static final Distillation NONE = new Distillation(0, 0.7, 2);

    public Distillation {
        if (teachers < 0 || teachers > 16) {
            throw new IllegalArgumentException("distillation.teachers must be 0 … 16, not " + teachers);
        }
        if (!(weight >= 0 && weight <= 1) || !(temperature > 0)) {
            throw new IllegalArgumentException("distillation.weight must be 0 … 1 and its temperature above 0, not "
                    + weight + ", " + temperature);
        }
    }
}
