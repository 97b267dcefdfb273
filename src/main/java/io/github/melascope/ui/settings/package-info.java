/** The settings page. */
@NullMarked
package io.github.melascope.ui.settings;

import org.jspecify.annotations.NullMarked;
