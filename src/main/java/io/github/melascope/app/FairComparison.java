package io.github.melascope.app;

import io.github.melascope.metrics.BinaryMeasure;
import io.github.melascope.metrics.Figure;
import java.util.List;

/**
 * A new model against another on the same images of its test part, none of which the other has learnt from.
 *
 * @param other id of the other model
 * @param verdict whether there could be one
 * @param images compared on
 * @param testImages of the new model's test part
 * @param rows figures, where they could be computed
 */
public record FairComparison(String other, Verdict verdict, int images, int testImages, List<Row> rows) {
    /** Whether two models could be compared. */
    public enum Verdict {
        /** On the whole test part. */
        WHOLE,
        /** On those images of it that the other has not seen. */
        PART,
        /** The other has seen too much of it for a figure that means anything. */
        SEEN,
        /** There is no other model, or it or the images could not be read. */
        ABSENT
    }

    /** One figure: of the new model, of the other, and the first less the second with its paired 95 % interval. */
    public record Row(BinaryMeasure measure, double mine, double others, Figure difference) {}

    public FairComparison {
        rows = List.copyOf(rows);
    }

    static FairComparison none(String other, Verdict verdict, int testImages) {
        return new FairComparison(other, verdict, 0, testImages, List.of());
    }
}
