/** What belongs to the installed program: options, icons, files for the desktop. */
@NullMarked
package io.github.melascope.packaging;

import org.jspecify.annotations.NullMarked;
