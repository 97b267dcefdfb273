/** The use cases that window and command line share, and the threads they run on. */
package io.github.melascope.app;
