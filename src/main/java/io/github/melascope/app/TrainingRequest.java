package io.github.melascope.app;

import io.github.melascope.lesion.Task;
import io.github.melascope.nn.train.TrainingPlan;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a user asks of a training.
 *
 * @param dataset folder of labelled images
 * @param exclude list of images to leave out, as {@link io.github.melascope.dataset.Exclusions} reads it
 * @param masks folder of outlines that people drew around the lesions, for plans that set lesions on other skin
 * @param id of the model to be
 * @param mode quick or full
 * @param task what is learnt
 * @param plan JSON file that overrides parts of the usual plan
 * @param init id of a model, name of a safetensors file, or {@link StartWeights#NONE}; empty for the shipped model, where
 *     there is one
 * @param device code of the device to train on, {@code "cpu"}; empty for the best there is
 * @param seed of split and training
 * @param resume whether to go on with the checkpoint of the same training
 * @param modelsDir where the model is saved; empty for the program's own folder
 * @param replace whether a model of the same id may be replaced
 * @param views of the finished model, as {@link io.github.melascope.model.ModelSpec#views()}
 * @param command the command line that repeats this training, for the model's provenance
 */
public record TrainingRequest(
        Path dataset,
        Optional<Path> exclude,
        Optional<Path> masks,
        String id,
        TrainingPlan.Mode mode,
        Task task,
        Optional<Path> plan,
        Optional<String> init,
        Optional<String> device,
        long seed,
        boolean resume,
        Optional<Path> modelsDir,
        boolean replace,
        int views,
        String command) {
    /** The same for callers that need not know how a plan is made: quick, or full; with one view. */
    public static TrainingRequest of(
            Path dataset,
            Optional<Path> exclude,
            Optional<Path> masks,
            String id,
            boolean quick,
            Task task,
            Optional<Path> plan,
            Optional<String> init,
            Optional<String> device,
            long seed,
            boolean resume,
            Optional<Path> modelsDir,
            boolean replace,
            String command) {
        TrainingPlan.Mode mode = quick ? TrainingPlan.Mode.QUICK : TrainingPlan.Mode.FULL;
        return new TrainingRequest(
                dataset, exclude, masks, id, mode, task, plan, init, device, seed, resume, modelsDir, replace, 1,
                command);
    }

    /** The same for a model that looks so often at each image. */
    public TrainingRequest withViews(int number) {
        return new TrainingRequest(
                dataset, exclude, masks, id, mode, task, plan, init, device, seed, resume, modelsDir, replace, number,
                command);
    }
}
