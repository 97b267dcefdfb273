package io.github.melascope.app;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.dataset.Grouping;
import io.github.melascope.lesion.Task;
import io.github.melascope.metrics.Bootstrap;
import io.github.melascope.metrics.CrossComparison;
import io.github.melascope.metrics.CrossJson;
import io.github.melascope.metrics.CrossResult;
import io.github.melascope.metrics.CrossStudy;
import io.github.melascope.metrics.FoldAnswers;
import io.github.melascope.metrics.FoldTable;
import io.github.melascope.metrics.SliceDrop;
import io.github.melascope.model.CrossText;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the report of a cross-validation from the files of its folder alone. */
final class CrossReport {
    private static final long SEED = 1;

    private final CrossFolder folder;
    private final Optional<CrossFolder> beside;
    private final CancelToken cancel;

    /** @param beside a cross-validation by lesion, to tell what holding out slices costs */
    CrossReport(CrossFolder folder, Optional<CrossFolder> beside, CancelToken cancel) {
        this.folder = folder;
        this.beside = beside;
        this.cancel = cancel;
    }

    CrossStudy make() throws ProblemException {
        CrossDescription description = folder.description().orElseThrow(this::nothing);
        List<CrossDescription.Fold> answered = description.folds().stream()
                .filter(fold -> description.recipes().keySet().stream()
                        .anyMatch(name -> folder.isDone(new CrossFolder.Run(name, fold.repeat(), fold.number()))))
                .toList();
        if (answered.isEmpty()) {
            throw nothing();
        }
        List<CrossComparison.Answering> recipes = new ArrayList<>();
        for (String name : description.recipes().keySet()) {
            recipes.add(recipe(name, answered, description));
        }
        List<CrossComparison.Asked> asked = answered.stream()
                .map(fold -> new CrossComparison.Asked(fold.repeat(), fold.name()))
                .toList();
        CrossStudy study = study(
                description, answered.size(), compare(asked, recipes, description.task(), folder, cancel), drops());
        folder.keepReport(CrossText.of(study), CrossJson.write(study));
        return study;
    }

    private List<SliceDrop> drops() throws ProblemException {
        return beside.isEmpty() ? List.of() : new SliceDrops(folder, beside.get(), cancel).make();
    }

    /**
     * Compares by the draws of lesions that all reports have.
     *
     * @param folder which the answers came from, to name it in a refusal
     * @throws ProblemException when recipes were asked about different images in one fold
     */
    static CrossResult compare(
            List<CrossComparison.Asked> asked,
            List<CrossComparison.Answering> recipes,
            Task task,
            CrossFolder folder,
            CancelToken cancel)
            throws ProblemException {
        try {
            return CrossComparison.of(
                    asked, recipes, FoldTable.positive(task), new Bootstrap(Bootstrap.DRAWS, SEED), cancel);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemException.Kind.UNUSABLE, e, "problem.cross.mixed", folder.root());
        }
    }

    private CrossComparison.Answering recipe(
            String name, List<CrossDescription.Fold> folds, CrossDescription description) throws ProblemException {
        List<Optional<FoldAnswers>> answers = new ArrayList<>();
        double seconds = 0;
        int count = 0;
        for (CrossDescription.Fold fold : folds) {
            Optional<CrossFolder.Answered> answered = folder.answered(name, fold, description.task());
            answers.add(answered.map(CrossFolder.Answered::answers));
            if (answered.isPresent()) {
                seconds += answered.get().seconds();
                count++;
            }
        }
        return new CrossComparison.Answering(name, answers, seconds / count);
    }

    private static CrossStudy study(
            CrossDescription description, int answered, CrossResult result, List<SliceDrop> drops) {
        List<String> notes = new ArrayList<>(description.notes());
        int missing = description.folds().size() - answered;
        if (missing > 0) {
            notes.add(
                    missing + " of " + description.folds().size() + " folds have not been answered by any recipe yet.");
        }
        return new CrossStudy(
                description.fact(CrossDescription.DATASET),
                description.task().code(),
                description.fact(CrossDescription.START),
                grouping(description.grouping()),
                Long.parseLong(description.fact(CrossDescription.SEED)),
                description.recipes(),
                notes,
                description.command(),
                LocalDate.now(ZoneId.systemDefault()).toString(),
                result,
                drops);
    }

    private static String grouping(Grouping grouping) {
        return Map.of(
                        Grouping.LESION,
                        "lesion at random, each diagnosis evenly",
                        Grouping.SITE,
                        "part of the body, one at a time",
                        Grouping.DX_TYPE,
                        "the way the diagnosis was made, one at a time",
                        Grouping.TONE,
                        "the brightness of the picture's border, in thirds")
                .getOrDefault(grouping, grouping.code());
    }

    private ProblemException nothing() {
        return new ProblemException(ProblemException.Kind.USAGE, "problem.cross.nothing", folder.root());
    }
}
