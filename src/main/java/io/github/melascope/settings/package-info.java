/** What the user has chosen, and the one file it is kept in. */
@NullMarked
package io.github.melascope.settings;

import org.jspecify.annotations.NullMarked;
