package io.github.melascope.ui.cases;

import io.github.melascope.lesion.Prediction;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An image to be kept, with what was said of it.
 *
 * @param file to be copied into the library
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 * @param own what the user said before they saw the answer
 */
public record CaseEntry(Path file, int width, int height, Prediction answer, Optional<OwnReading> own) {}
