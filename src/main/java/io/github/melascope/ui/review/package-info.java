/** The review window: a list of images, one of them large, and the model's answer beside it. */
@NullMarked
package io.github.melascope.ui.review;

import org.jspecify.annotations.NullMarked;
