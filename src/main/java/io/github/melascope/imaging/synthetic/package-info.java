/**
 * Synthetic dermoscopic pictures for tests, the README and the first start, because the repository may hold no picture
 * of a person. They look like lesions but teach nothing about them: never train a model for use on them.
 */
package io.github.melascope.imaging.synthetic;
