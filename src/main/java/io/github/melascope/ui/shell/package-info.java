/** The window itself: navigation, status line, shortcuts, and what holds the features together. */
@NullMarked
package io.github.melascope.ui.shell;

import org.jspecify.annotations.NullMarked;
