/** What leaves the program from the window: the look into a file before it is written, saving, printing, and how far it is. */
@org.jspecify.annotations.NullMarked
package io.github.melascope.ui.export;
