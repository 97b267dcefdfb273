package io.github.melascope.app;

import io.github.melascope.base.Words;
import io.github.melascope.imaging.HeatOutside;
import io.github.melascope.lesion.HeatMap;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What a reader must know before believing an answer or its map. */
public final class Cautions {
    private Cautions() {}

    /**
     * A sentence for each; none names a file, as a report may have to keep names to itself.
     *
     * @param map of this image
     */
    public static List<String> of(Words words, Review review, HeatMap map) {
        List<String> cautions = new ArrayList<>();
        if (review.learnt().isPresent()) {
            cautions.add(words.of("report.learnt"));
        }
        OptionalDouble outside = review.heatOutside(map);
        if (outside.orElse(0) >= HeatOutside.MUCH) {
            cautions.add(words.of("answer.heat-outside", words.percent(outside.getAsDouble())));
        }
        return cautions;
    }
}
