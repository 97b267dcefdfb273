/** The training wizard: from a folder of images to an examined model. Models without a window, one view for each step. */
@NullMarked
package io.github.melascope.ui.training;

import org.jspecify.annotations.NullMarked;
