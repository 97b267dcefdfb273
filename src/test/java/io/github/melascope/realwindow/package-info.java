/**
 * The real program in a real window: each test has an X server of its own (Xvfb), a user's home of its own, and starts the
 * program as the launcher does. They skip where there is no Xvfb.
 */
@NullMarked
package io.github.melascope.realwindow;

import org.jspecify.annotations.NullMarked;
