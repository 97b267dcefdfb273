/** Starts DJL's PyTorch engine offline, says which devices there are, and owns what is process-wide about it. */
package io.github.melascope.nn.engine;
