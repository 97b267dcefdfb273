package io.github.melascope.report;

import io.github.melascope.lesion.HeatMap;
import io.github.melascope.lesion.RgbImage;

/**
 * The heat map of a report.
 *
 * @param map what was computed: method, class, and whether it is flat
 * @param overlay the map drawn over the image, of the same shape as the image
 * @param ramp the colours of the map as a strip from none (left) to most (right), of any size
 */
public record Explanation(HeatMap map, RgbImage overlay, RgbImage ramp) {}
