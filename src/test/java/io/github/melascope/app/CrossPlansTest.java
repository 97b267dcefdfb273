package io.github.melascope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.ProblemException;
import io.github.melascope.dataset.Grouping;
import io.github.melascope.lesion.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plans of docs/plans, each a lever against base.json. */
class CrossPlansTest {
    @TempDir
    Path folder;

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("docs/plans"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static List<CrossPlan> read(List<Path> plans, int repeats) throws ProblemException {
        return read(plans, repeats, Optional.of(Path.of("masks")));
    }

    private static List<CrossPlan> read(List<Path> plans, int repeats, Optional<Path> masks) throws ProblemException {
        return CrossPlan.read(new CrossRequest(
                Path.of("data"),
                masks,
                plans,
                false,
                Task.DIAGNOSIS,
                Optional.empty(),
                Grouping.LESION,
                3,
                repeats,
                7,
                Path.of("out"),
                OptionalInt.empty(),
                Optional.empty(),
                ""));
    }

    @Test
    void eachPlanIsOneAndOnlyTheBaseChangesNothing() throws Exception {
        List<CrossPlan> plans = read(files(), 1);
        assertTrue(plans.size() >= 15, plans.toString());
        String guide = Files.readString(Path.of("docs/user-guide.md"));
        for (CrossPlan plan : plans) {
            assertEquals(plan.name().equals("base"), plan.changes().equals("{}"), plan.name() + plan.changes());
            assertEquals(0, plan.of(1).patience(), "no look at what is held out");
            assertTrue(guide.contains("`" + plan.name() + "`"), plan.name() + " is not in the user guide");
        }
        assertEquals(
                plans.size(), plans.stream().map(CrossPlan::changes).distinct().count(), "two plans are the same");
    }

    @Test
    void repeatsDifferInTheirSeedUnlessThePlanNamesOne() throws Exception {
        List<CrossPlan> plans =
                read(List.of(Path.of("docs/plans/base.json"), Path.of("docs/plans/other-seed.json")), 2);
        assertEquals(7, plans.get(0).of(1).seed());
        assertEquals(8, plans.get(0).of(2).seed());
        assertEquals(8, plans.get(1).of(1).seed());
        assertEquals("{\"seed\":8}", plans.get(1).changes());
    }

    @Test
    void namesThatWouldMixAnswersAreRefused() throws Exception {
        Path one = Files.writeString(folder.resolve("Base.json"), "{}");
        ProblemException twice =
                assertThrows(ProblemException.class, () -> read(List.of(Path.of("docs/plans/base.json"), one), 1));
        assertEquals(ProblemException.Kind.USAGE, twice.kind());
        Path odd = Files.writeString(folder.resolve(".hidden.json"), "{}");
        assertThrows(ProblemException.class, () -> read(List.of(odd), 1));
        Path task = Files.writeString(folder.resolve("task.json"), "{\"task\": \"MELANOMA\"}");
        ProblemException other = assertThrows(ProblemException.class, () -> read(List.of(task), 1));
        assertTrue(other.why().contains("melanoma"), other.why());
        Path skin = Files.writeString(folder.resolve("skin.json"), "{\"augmentation\": {\"otherSkin\": 0.5}}");
        ProblemException outlines =
                assertThrows(ProblemException.class, () -> read(List.of(skin), 1, Optional.empty()));
        assertEquals(ProblemException.Kind.USAGE, outlines.kind());
    }
}
