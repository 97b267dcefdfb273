/** Training: plan, augmentation, losses, optimiser, the loop and its checkpoints. */
package io.github.melascope.nn.train;
