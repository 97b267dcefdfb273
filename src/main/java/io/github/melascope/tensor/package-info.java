/** Named float arrays and the one file format weights are ever read from: safetensors. */
package io.github.melascope.tensor;
