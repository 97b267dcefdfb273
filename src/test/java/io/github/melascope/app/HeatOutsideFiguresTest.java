package io.github.melascope.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.imaging.HeatOutside;
import io.github.melascope.imaging.RealOutlines;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.HeatMap;
import io.github.melascope.lesion.LesionMask;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The figures behind the limit of {@link HeatOutside}: every fourth image of HAM10000, maps of the shipped model. */
class HeatOutsideFiguresTest {
    private static final int EACH = 4;

    /** One image: the share outside by the computer's outline and by the one that people drew. */
    private record Row(double found, double drawn) {}

    @Test
    @Tag("data-heavy")
    void theWarningComesSeldomAndIsTrueWhereItComes() throws Exception {
        List<Path> images = RealOutlines.images();
        for (Diagnosis target : List.of(Diagnosis.MEL, Diagnosis.NV)) {
            List<Row> rows = new ArrayList<>();
            int asked = 0;
            try (AppContext context = new AppContext(List.of(Path.of("models")), 2);
                    ReviewDesk desk = new ReviewDesk(context)) {
                desk.open("");
                for (int i = 0; i < images.size(); i += EACH) {
                    asked++;
                    Review review = desk.review(images.get(i));
                    HeatMap map = desk.explain(review, target, HeatMap.Method.GRAD_CAM, false);
                    Optional<LesionMask> lesion = review.lesion();
                    if (lesion.isPresent() && !map.flat()) {
                        rows.add(new Row(
                                HeatOutside.share(map, lesion.get()),
                                HeatOutside.share(map, RealOutlines.of(images.get(i)))));
                    }
                }
            }
            System.out.printf(
                    Locale.ROOT, "%s: %d of %d images have an outline and heat%n", target, rows.size(), asked);
            for (double percentile : new double[] {50, 75, 90, 95, 99}) {
                System.out.printf(
                        Locale.ROOT,
                        "  %.0f %% of them have at most %.2f outside (by drawn outlines %.2f)%n",
                        percentile,
                        at(rows.stream().map(Row::found).sorted().toList(), percentile),
                        at(rows.stream().map(Row::drawn).sorted().toList(), percentile));
            }
            for (double limit : new double[] {0.3, 0.4, 0.5, 0.6, 0.7}) {
                long warned = rows.stream().filter(row -> row.found() >= limit).count();
                long agreed = rows.stream()
                        .filter(row -> row.found() >= limit && row.drawn() >= limit)
                        .count();
                long missed = rows.stream()
                        .filter(row -> row.found() < limit && row.drawn() >= limit)
                        .count();
                System.out.printf(
                        Locale.ROOT,
                        "  limit %.1f: warned %d (%.1f %%), by drawn outlines too %d, not warned %d%n",
                        limit,
                        warned,
                        100.0 * warned / rows.size(),
                        agreed,
                        missed);
            }
            List<Row> warned =
                    rows.stream().filter(row -> row.found() >= HeatOutside.MUCH).toList();
            double agreed = warned.stream()
                            .filter(row -> row.drawn() >= HeatOutside.MUCH - 0.1)
                            .count()
                    / (double) Math.max(1, warned.size());
            assertTrue(warned.size() < rows.size() * 0.2, "warned of " + warned.size());
            assertTrue(agreed > 0.8, "agreed " + agreed);
        }
    }

    private static double at(List<Double> sorted, double percentile) {
        return sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * percentile / 100));
    }
}
