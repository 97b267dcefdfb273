package io.github.melascope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.lesion.Task;
import io.github.melascope.metrics.CrossMeasure;
import io.github.melascope.metrics.CrossStudy;
import io.github.melascope.metrics.FoldTable;
import io.github.melascope.metrics.SliceDrop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers as two cross-validations of the same 240 images leave them: by lesion (odd and even), and by slices (halves). */
class SliceDropsTest {
    private static final int IMAGES = 240;

    @TempDir
    Path folder;

    /** Melanoma's answer for an image; every third is one. */
    private static double melanoma(int image, double skill, long seed) {
        return new Random(seed * IMAGES + image).nextGaussian() + (image % 3 == 0 ? skill : 0);
    }

    private CrossFolder keep(String name, String groups, String data, double skill, List<IntPredicate> folds)
            throws ProblemException {
        CrossFolder kept = new CrossFolder(folder.resolve(name));
        List<CrossDescription.Fold> described = new ArrayList<>();
        for (int f = 0; f < folds.size(); f++) {
            described.add(new CrossDescription.Fold(1, f + 1, groups + " " + (f + 1)));
        }
        kept.describe(new CrossDescription(
                Map.of("dataset", "made", "images", data, "task", "melanoma", "groups", groups, "seed", "7"),
                described,
                Map.of("base", "{}"),
                List.of(),
                "melascope cross-validate made"));
        for (int f = 0; f < folds.size(); f++) {
            List<FoldTable.Row> rows = new ArrayList<>();
            for (int i = 0; i < IMAGES; i++) {
                if (folds.get(f).test(i)) {
                    float[] logits = {(float) melanoma(i, skill, f)};
                    rows.add(new FoldTable.Row(String.format("%03d", i), "L" + i, i % 3 == 0 ? 1 : 0, logits));
                }
            }
            kept.keep(new CrossFolder.Run("base", 1, f + 1), "made", 1, "cpu", Task.MELANOMA, rows);
        }
        return kept;
    }

    private CrossFolder lesions(String data) throws ProblemException {
        return keep("lesions", "lesion", data, 3, List.of(i -> i % 2 == 0, i -> i % 2 == 1));
    }

    private CrossFolder slices() throws ProblemException {
        return keep("slices", "tone", "same", 1, List.of(i -> i < 120, i -> i >= 120));
    }

    /** By counting pairs among the images of one slice and one fold. */
    private static double auc(int slice, int fold, double skill, long seed) {
        double wins = 0;
        double pairs = 0;
        for (int i = slice * 120; i < slice * 120 + 120; i++) {
            for (int j = slice * 120; j < slice * 120 + 120; j++) {
                if (i % 2 == fold && j % 2 == fold && i % 3 == 0 && j % 3 != 0) {
                    wins += melanoma(i, skill, seed) > melanoma(j, skill, seed) ? 1 : 0;
                    pairs++;
                }
            }
        }
        return wins / pairs;
    }

    @Test
    void eachSliceIsComparedOnItsOwnImagesWithinTheFoldsByLesion() throws Exception {
        CrossFolder lesions = lesions("same");
        CrossStudy study = CrossValidation.report(slices().root(), Optional.of(lesions.root()), new CancelToken());
        assertEquals(
                List.of("tone 1", "tone 2"),
                study.drops().stream().map(SliceDrop::slice).toList());
        for (int slice = 0; slice < 2; slice++) {
            SliceDrop drop = study.drops().get(slice);
            double seen = (auc(slice, 0, 3, 0) + auc(slice, 1, 3, 1)) / 2;
            double heldOut = (auc(slice, 0, 1, slice) + auc(slice, 1, 1, slice)) / 2;
            assertEquals(120, drop.result().images());
            assertEquals(seen, drop.seen().mean(CrossMeasure.MELANOMA_AUC).value(), 1e-6);
            assertEquals(heldOut, drop.heldOut().mean(CrossMeasure.MELANOMA_AUC).value(), 1e-6);
            assertEquals(heldOut - seen, drop.change(CrossMeasure.MELANOMA_AUC).value(), 1e-6);
            assertTrue(drop.change(CrossMeasure.MELANOMA_AUC).high() < 0, "made worse by two standard deviations");
        }
        String report = Files.readString(folder.resolve("slices/cross-validation.md"));
        assertTrue(report.contains("## How far it drops"), report);
        assertTrue(report.contains("| base | tone 2 | 120 | 40 | "), report);
        assertTrue(
                Files.readString(folder.resolve("slices/cross-validation.json")).contains("\"heldOut\""));
    }

    @Test
    void whatDoesNotBelongTogetherIsRefused() throws Exception {
        CrossFolder slices = slices();
        assertRefused(slices, new CrossFolder(folder.resolve("nothing")), "holds no cross-validation");
        assertRefused(slices, slices, "held out by lesion");
        assertRefused(slices, lesions("other images"), "images or start weights differ");
    }

    private static void assertRefused(CrossFolder slices, CrossFolder beside, String why) {
        ProblemException refusal = assertThrows(
                ProblemException.class,
                () -> CrossValidation.report(slices.root(), Optional.of(beside.root()), new CancelToken()));
        assertEquals(ProblemException.Kind.USAGE, refusal.kind());
        assertTrue(refusal.why().contains(why), refusal.why());
    }
}
