package io.github.melascope.app;

import io.github.melascope.base.Words;
import io.github.melascope.imaging.HeatOutside;
import io.github.melascope.lesion.HeatMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        heatOutside(words, review.heatOutside(map)).ifPresent(cautions::add);
        return cautions;
    }

    /** What to say of a share of heat outside the lesion, as {@link Review#heatOutside} tells it; empty where it is not much. */
    public static Optional<String> heatOutside(Words words, OptionalDouble share) {
        return share.orElse(0) >= HeatOutside.MUCH
                ? Optional.of(words.of("answer.heat-outside", words.percent(share.getAsDouble())))
                : Optional.empty();
    }
}
