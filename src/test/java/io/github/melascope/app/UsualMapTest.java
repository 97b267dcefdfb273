package io.github.melascope.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.HeatMap;
import io.github.melascope.lesion.Task;
import io.github.melascope.ui.image.HeatChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That window, reports and command line all follow the one constant, whichever kind it is. */
class UsualMapTest {
    @TempDir
    Path folder;

    @Test
    void theUsualMapIsOfTheUsualKind() throws Exception {
        TinyModel.save(folder, "tiny", Task.DIAGNOSIS, 0.5, OptionalDouble.empty());
        try (AppContext context = new AppContext(List.of(folder), 1);
                LoadedModel model = context.open("tiny")) {
            Reviewer reviewer = new Reviewer(model);
            Review review = reviewer.review(TinyModel.spot(1));
            for (HeatMap.Method method : HeatMap.Method.values()) {
                for (boolean fine : new boolean[] {false, true}) {
                    HeatMap map = reviewer.explain(review, Diagnosis.NV, new HeatMap.Kind(method, fine));
                    assertEquals(method, map.method());
                    assertEquals(fine ? 4 : 2, map.width(), "of 64 pixels");
                }
            }
            HeatMap usual = reviewer.explain(review, Diagnosis.NV);
            assertEquals(HeatMap.Kind.USUAL.method(), usual.method());
            assertArrayEquals(
                    reviewer.explain(review, Diagnosis.NV, HeatMap.Kind.USUAL).values(), usual.values());
        }
        assertEquals(HeatMap.Kind.USUAL, new HeatMap.Kind(HeatChoice.USUAL.method(), HeatChoice.USUAL.fine()));
    }
}
