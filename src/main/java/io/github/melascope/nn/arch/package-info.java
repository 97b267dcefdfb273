/** MobileNetV2: its description, its DJL network, and the weights that come in from other programs. */
package io.github.melascope.nn.arch;
