package io.github.melascope.ui.cases;

import io.github.melascope.lesion.Diagnosis;

/**
 * What the user says of an image.
 *
 * @param confidence in the diagnosis, 0 … 1
 * @param note may be empty
 */
public record OwnReading(Diagnosis diagnosis, double confidence, String note) {}
