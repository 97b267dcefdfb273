package io.github.melascope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.Words;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.HeatMap;
import io.github.melascope.lesion.LesionMask;
import io.github.melascope.lesion.Task;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader is told to mind, from a whole network that has "learnt" from drawn spots. */
@SuppressWarnings("NullAway.Init") // made before all tests
class CautionsTest {
    private static final Words WORDS = new Words(Locale.ENGLISH);
    private static final int SIDE = 96;
    private static final int CELLS = 7;

    @TempDir
    static Path models;

    private static AppContext context;
    private static LoadedModel model;

    @BeforeAll
    static void open() throws Exception {
        TinyModel.save(models, AppContext.USUAL_MODEL, Task.DIAGNOSIS, 0.1, OptionalDouble.empty());
        context = new AppContext(List.of(models), 2);
        model = context.open(AppContext.USUAL_MODEL);
    }

    @AfterAll
    static void close() {
        model.close();
        context.close();
    }

    /** With a lesion in the left half of the frame, whatever the picture shows. */
    private static Review review(int seed) throws Exception {
        Review found = new Reviewer(model).review(TinyModel.spot(seed));
        boolean[] left = new boolean[SIDE * SIDE];
        for (int i = 0; i < left.length; i++) {
            left[i] = i % SIDE < SIDE / 2;
        }
        return new Review(
                found.image(),
                found.input(),
                found.activations(),
                found.prediction(),
                found.similar(),
                found.similarOfEach(),
                Optional.of(new LesionMask(SIDE, left)));
    }

    private static HeatMap heat(int column) {
        float[] values = new float[CELLS * CELLS];
        Arrays.fill(values, 0);
        values[3 * CELLS + column] = 1;
        return new HeatMap(CELLS, CELLS, values, false, HeatMap.Method.GRAD_CAM, Diagnosis.MEL);
    }

    @Test
    void anImageTheModelLearntFromIsCalledSoAndAnotherIsNot() throws Exception {
        assertEquals(List.of(WORDS.of("report.learnt")), Cautions.of(WORDS, review(100), heat(1)));
        assertEquals(List.of(), Cautions.of(WORDS, review(5000), heat(1)));
    }

    @Test
    void heatBesideTheLesionIsCalledSo() throws Exception {
        String said = Cautions.of(WORDS, review(5000), heat(6)).get(0);
        assertEquals(WORDS.of("answer.heat-outside", WORDS.percent(1)), said);
    }

    @Test
    void theReportCarriesThem() throws Exception {
        Review review = review(100);
        List<String> told = new ReportMaker(WORDS, model.bundle())
                .model(review, heat(6), Optional.empty(), Optional.empty(), java.time.LocalDate.of(2026, 11, 23))
                .cautions();
        assertEquals(2, told.size());
        assertTrue(told.stream().noneMatch(text -> text.contains("spot-")), "no names");
    }
}
