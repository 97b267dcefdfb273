package io.github.melascope.lesion;

import java.util.List;

/**
 * What was measured of an image's quality, and what is wrong with it.
 *
 * @param width pixels of the upright original
 * @param height pixels of the upright original
 * @param sharpness variance of the Laplacian of the luma in the middle of the frame at working size, grey levels
 *     squared; higher is sharper
 * @param meanLuma mean luma of the middle of the frame, 0 (black) … 255 (white)
 * @param clippedShare share of pixels in the middle of the frame that are pure black or pure white, 0 … 1
 * @param issues what is wrong, worst first; empty when the image is good enough
 */
public record Quality(
        int width, int height, double sharpness, double meanLuma, double clippedShare, List<QualityIssue> issues) {
    public Quality {
        issues = List.copyOf(issues);
    }

    public boolean good() {
        return issues.isEmpty();
    }

    /** The same measurements with one more issue. */
    public Quality with(QualityIssue issue) {
        List<QualityIssue> more = new java.util.ArrayList<>(issues);
        more.add(issue);
        return new Quality(width, height, sharpness, meanLuma, clippedShare, more);
    }
}
