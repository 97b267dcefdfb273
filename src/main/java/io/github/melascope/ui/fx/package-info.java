/** A few helpers around the toolkit: words, pictures, icons, themes, dialogs, and work off the window's thread. */
@NullMarked
package io.github.melascope.ui.fx;

import org.jspecify.annotations.NullMarked;
