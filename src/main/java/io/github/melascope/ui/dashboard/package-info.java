/** The metrics dashboard: where a model fails, from the figures down to the single image. */
@NullMarked
package io.github.melascope.ui.dashboard;

import org.jspecify.annotations.NullMarked;
