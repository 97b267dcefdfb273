package io.github.melascope.dataset;

/**
 * What the doctor keeps of an image that it could read: about 1.2 KB.
 *
 * @param sample the image
 * @param pixelHash SHA-256 of the decoded pixels
 * @param thumbnail the picture, tiny
 */
record ImageFacts(Sample sample, String pixelHash, Thumbnail thumbnail) {}
