/**
 * Pictures from file to pixels and back: decoding, resizing, quality checks, content hashes, colour maps, heat-map
 * overlays, and PNG files. Training and inference walk through the same decoder and the same resize.
 */
package io.github.melascope.imaging;
