package io.github.melascope.nn.train;

import java.nio.file.Path;

/**
 * The training of one network: the only one, a teacher, or the student.
 *
 * @param plan its own; a teacher's has another seed, and no teachers
 * @param folder of its checkpoint
 * @param fingerprint of its checkpoint
 * @param after work of the networks that are trained after it, as a multiple of its own; 0 for the last
 */
record NetworkRun(TrainingPlan plan, Path folder, String fingerprint, double after) {}
