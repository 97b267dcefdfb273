package io.github.melascope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.ProblemException;
import io.github.melascope.lesion.Task;
import io.github.melascope.nn.train.Distillation;
import io.github.melascope.nn.train.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanFileTest {
    @TempDir
    Path folder;

    private static final TrainingPlan USUAL = TrainingPlan.of(TrainingPlan.Mode.FULL, Task.DIAGNOSIS, 7);

    @Test
    void aWholePlanIsReadBackAsItWasWritten() throws IOException, ProblemException {
        TrainingPlan other = TrainingPlan.of(TrainingPlan.Mode.QUICK, Task.MELANOMA, 3);
        assertEquals(other, read(PlanFile.write(other).toString()));
    }

    @Test
    void aFileChangesWhatItNamesAndLeavesTheRest() throws IOException, ProblemException {
        TrainingPlan plan = read("""
                {"augmentation": {"otherSkin": 0.5, "artefacts": {"hairs": 0.3}}, "loss": {"logitAdjustment": 1}}""");
        assertEquals(0.5, plan.augmentation().otherSkin());
        assertEquals(0.3, plan.augmentation().artefacts().hairs());
        assertEquals(0, plan.augmentation().artefacts().jpeg());
        assertEquals(1, plan.loss().logitAdjustment());
        assertEquals(USUAL.augmentation().hole(), plan.augmentation().hole());
        assertEquals(USUAL.phases(), plan.phases());
    }

    @Test
    void teachersAreAskedForByTheirNumberAlone() throws IOException, ProblemException {
        TrainingPlan plan = PlanFile.read(Path.of("docs/plans/distilled.json"), USUAL);
        assertEquals(new Distillation(2, 0.7, 2), plan.distillation());
        assertEquals(plan, read(PlanFile.write(plan).toString()));
        assertEquals(plan, PlanFile.of(PlanFile.write(plan)));
        String range = assertThrows(ProblemException.class, () -> read("{\"distillation\": {\"weight\": 2}}"))
                .getMessage();
        assertTrue(range.contains("distillation.weight"), range);
    }

    @Test
    void whatNoPlanCanHaveIsRefusedByName() {
        String unknown = assertThrows(ProblemException.class, () -> read("{\"augmentation\": {\"hats\": 1}}"))
                .getMessage();
        assertTrue(unknown.contains("augmentation.hats"), unknown);
        String range = assertThrows(
                        ProblemException.class, () -> read("{\"augmentation\": {\"artefacts\": {\"hairs\": 1.5}}}"))
                .getMessage();
        assertTrue(range.contains("1.5"), range);
    }

    private TrainingPlan read(String json) throws IOException, ProblemException {
        return PlanFile.read(Files.writeString(folder.resolve("plan.json"), json), USUAL);
    }
}
