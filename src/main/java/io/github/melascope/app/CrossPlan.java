package io.github.melascope.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.melascope.base.ProblemException;
import io.github.melascope.nn.train.TrainingPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A recipe of a cross-validation.
 *
 * @param name the plan's file name without its ending
 * @param repeats the plan of each repeat, which differ in their seed unless the file names one
 * @param changes what the file changes of the usual plan, as JSON on one line
 */
record CrossPlan(String name, List<TrainingPlan> repeats, String changes) {
    private static final String ENDING = ".json";

    /**
     * Reads the plans.
     *
     * @throws ProblemException of kind {@code USAGE} when one is none, or two have the same name
     */
    static List<CrossPlan> read(CrossRequest request) throws ProblemException {
        List<CrossPlan> plans = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Path file : request.plans()) {
            CrossPlan plan = read(file, request);
            if (!names.add(plan.name.toLowerCase(Locale.ROOT))) {
                throw new ProblemException(ProblemException.Kind.USAGE, "problem.cross.names", plan.name);
            }
            plans.add(plan);
        }
        return plans;
    }

    private static CrossPlan read(Path file, CrossRequest request) throws ProblemException {
        String name = String.valueOf(file.getFileName());
        name = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
        if (!name.matches("[\\p{Alnum}][\\p{Alnum} ._-]*")) {
            throw new ProblemException(ProblemException.Kind.USAGE, "problem.cross.name", file);
        }
        List<TrainingPlan> repeats = new ArrayList<>();
        for (int repeat = 0; repeat < request.repeats(); repeat++) {
            TrainingPlan.Mode mode = request.quick() ? TrainingPlan.Mode.QUICK : TrainingPlan.Mode.FULL;
            TrainingPlan usual = TrainingPlan.of(mode, request.task(), request.seed() + repeat);
            TrainingPlan plan = PlanFile.read(file, usual);
            if (plan.task() != request.task()) {
                throw new ProblemException(
                        ProblemException.Kind.USAGE,
                        "problem.cross.task",
                        file,
                        plan.task().code(),
                        request.task().code());
            }
            LesionMasks.wanted(plan, request.masks());
            repeats.add(PlanFile.toTheEnd(plan));
        }
        TrainingPlan.Mode mode = request.quick() ? TrainingPlan.Mode.QUICK : TrainingPlan.Mode.FULL;
        TrainingPlan usual = PlanFile.toTheEnd(TrainingPlan.of(mode, request.task(), request.seed()));
        return new CrossPlan(
                name, repeats, PlanFile.changes(repeats.get(0), usual).toString());
    }

    /** @param repeat from 1 */
    TrainingPlan of(int repeat) {
        return repeats.get(repeat - 1);
    }

    JsonNode json() {
        return PlanFile.write(repeats.get(0));
    }
}
