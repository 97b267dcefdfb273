/** The models of this machine: looked at, compared, brought in, taken out. */
@NullMarked
package io.github.melascope.ui.models;

import org.jspecify.annotations.NullMarked;
