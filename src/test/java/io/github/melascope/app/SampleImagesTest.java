package io.github.melascope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.Outcome;
import io.github.melascope.nn.engine.ComputeDevice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleImagesTest {
    @Test
    void theSamplesShowANewcomerEveryOutcome(@TempDir Path folder) throws Exception {
        List<Path> files = SampleImages.in(folder);
        assertEquals(files, SampleImages.in(folder), "drawn once");
        List<Outcome> outcomes = new ArrayList<>();
        try (AppContext context = AppContext.standard();
                LoadedModel model = LoadedModel.open(
                        context.models().open(AppContext.USUAL_MODEL), ComputeDevice.CPU, context.threads())) {
            Reviewer reviewer = new Reviewer(model);
            for (Path file : files) {
                outcomes.add(reviewer.review(file).prediction().outcome());
            }
        }
        assertEquals(Set.copyOf(EnumSet.allOf(Outcome.class)), Set.copyOf(outcomes), outcomes.toString());
        assertEquals(Outcome.CLOSER_LOOK, outcomes.get(Diagnosis.ALL.indexOf(Diagnosis.MEL)));
    }
}
