/** The case library in the window: search, details, saving, follow-up, and the library's care. */
@NullMarked
package io.github.melascope.ui.cases;

import org.jspecify.annotations.NullMarked;
