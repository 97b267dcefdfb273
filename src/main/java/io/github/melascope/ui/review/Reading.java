package io.github.melascope.ui.review;

import io.github.melascope.app.Review;
import io.github.melascope.base.ProblemException;

/** What is known of the image that is looked at. */
public sealed interface Reading {
    /** No image is chosen. */
    record None() implements Reading {}

    /** The network is at it. */
    record Coming(ReviewItem item) implements Reading {}

    /** Answered, at the threshold in use. */
    record Ready(ReviewItem item, Review review) implements Reading {}

    /** Answered, but nobody may see the answer before the user has given their own. */
    record Covered(ReviewItem item, Review review) implements Reading {}

    /** It cannot be used. */
    record Failed(ReviewItem item, ProblemException problem) implements Reading {}
}
