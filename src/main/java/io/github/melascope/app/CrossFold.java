package io.github.melascope.app;

import io.github.melascope.dataset.Sample;
import java.util.List;

/**
 * A fold of one repeat.
 *
 * @param repeat from 1
 * @param number from 1
 * @param name for people
 * @param training what is learnt from while it is held out, ordered by image id
 * @param heldOut ordered by image id
 */
record CrossFold(int repeat, int number, String name, List<Sample> training, List<Sample> heldOut) {}
