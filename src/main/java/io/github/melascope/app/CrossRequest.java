package io.github.melascope.app;

import io.github.melascope.dataset.Grouping;
import io.github.melascope.lesion.Task;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a user asks of a cross-validation.
 *
 * @param dataset folder of labelled images
 * @param masks folder of outlines that people drew around the lesions, for plans that set lesions on other skin
 * @param plans JSON files as {@code train --plan} takes them, the one to be compared with first
 * @param quick mode that the plans change parts of: quick, or full
 * @param task what is learnt
 * @param init as a training takes it; empty for the shipped model, where there is one
 * @param grouping by what images are held out
 * @param folds how many, at least 2; for {@link Grouping#LESION} only
 * @param repeats how often folds are drawn, at least 1; for {@link Grouping#LESION} only
 * @param seed of split, folds and trainings
 * @param out folder of the answers and of the result
 * @param onlyFold the one fold, from 1, whose trainings are done; empty for all
 * @param device code of the device to train on; empty for the best there is
 * @param command the command line, for the result
 */
public record CrossRequest(
        Path dataset,
        Optional<Path> masks,
        List<Path> plans,
        boolean quick,
        Task task,
        Optional<String> init,
        Grouping grouping,
        int folds,
        int repeats,
        long seed,
        Path out,
        OptionalInt onlyFold,
        Optional<String> device,
        String command) {
    public CrossRequest {
        plans = List.copyOf(plans);
        if (plans.isEmpty() || folds < 2 || repeats < 1) {
            throw new IllegalArgumentException(plans.size() + " plans, " + folds + " folds, " + repeats + " repeats");
        }
    }
}
