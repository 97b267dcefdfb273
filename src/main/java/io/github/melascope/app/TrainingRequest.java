package io.github.melascope.app;

import io.github.melascope.lesion.Task;
import io.github.melascope.nn.train.TrainingPlan;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a user asks of a training.
 *
 * @param dataset folder of labelled images
 * @param id of the model to be
 * @param mode quick or full
 * @param task what is learnt
 * @param plan JSON file that overrides parts of the usual plan
 * @param init id of a model or name of a safetensors file to start from; empty for the shipped model, where there is one
 * @param seed of split and training
 * @param resume whether to go on with the checkpoint of the same training
 * @param modelsDir where the model is saved; empty for the program's own folder
 * @param replace whether a model of the same id may be replaced
 * @param command the command line that repeats this training, for the model's provenance
 */
public record TrainingRequest(
        Path dataset,
        String id,
        TrainingPlan.Mode mode,
        Task task,
        Optional<Path> plan,
        Optional<String> init,
        long seed,
        boolean resume,
        Optional<Path> modelsDir,
        boolean replace,
        String command) {
    /** The same for callers that need not know how a plan is made: quick, or full. */
    public static TrainingRequest of(
            Path dataset,
            String id,
            boolean quick,
            Task task,
            Optional<Path> plan,
            Optional<String> init,
            long seed,
            boolean resume,
            Optional<Path> modelsDir,
            boolean replace,
            String command) {
        TrainingPlan.Mode mode = quick ? TrainingPlan.Mode.QUICK : TrainingPlan.Mode.FULL;
        return new TrainingRequest(dataset, id, mode, task, plan, init, seed, resume, modelsDir, replace, command);
    }
}
