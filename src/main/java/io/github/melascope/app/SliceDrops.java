package io.github.melascope.app;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Term;
import io.github.melascope.dataset.Grouping;
import io.github.melascope.metrics.Bootstrap;
import io.github.melascope.metrics.CrossComparison;
import io.github.melascope.metrics.FoldAnswers;
import io.github.melascope.metrics.FoldTable;
import io.github.melascope.metrics.SliceDrop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lays a cross-validation by lesion beside one by slices: the same recipes, the same images, with and without their like. */
record SliceDrops(CrossFolder slices, CrossFolder lesions, Bootstrap bootstrap, CancelToken cancel) {
    /**
     * One of each recipe and slice that both have answered.
     *
     * @throws ProblemException when the two do not belong together, saying why
     */
    List<SliceDrop> make() throws ProblemException {
        CrossDescription own = slices.description().orElseThrow(() -> apart("why.cross.beside.nothing"));
        CrossDescription beside = lesions.description().orElseThrow(() -> apart("why.cross.beside.nothing"));
        check(own, beside);
        List<SliceDrop> drops = new ArrayList<>();
        for (Map.Entry<String, String> recipe : own.recipes().entrySet()) {
            if (recipe.getValue().equals(beside.recipes().get(recipe.getKey()))) {
                drops.addAll(of(recipe.getKey(), own, beside));
            }
        }
        if (drops.isEmpty()) {
            throw apart("why.cross.beside.recipes");
        }
        return drops;
    }

    private void check(CrossDescription own, CrossDescription beside) throws ProblemException {
        if (own.grouping() == Grouping.LESION || beside.grouping() != Grouping.LESION) {
            throw apart("why.cross.beside.groups");
        }
        for (String fact : List.of(CrossDescription.TASK, CrossDescription.DATA, CrossDescription.START_HASH)) {
            if (!own.fact(fact).equals(beside.fact(fact))) {
                throw apart("why.cross.beside.other");
            }
        }
    }

    private List<SliceDrop> of(String recipe, CrossDescription own, CrossDescription beside) throws ProblemException {
        List<FoldAnswers> seen = answers(lesions, recipe, beside);
        List<SliceDrop> drops = new ArrayList<>();
        for (CrossDescription.Fold slice : own.folds()) {
            CrossFolder.Run run = new CrossFolder.Run(recipe, slice.repeat(), slice.number());
            if (!seen.isEmpty() && slices.isDone(run)) {
                drops.add(
                        drop(recipe, slice.name(), slices.read(run, own.task()).answers(), seen, own));
            }
        }
        return drops;
    }

    private static List<FoldAnswers> answers(CrossFolder folder, String recipe, CrossDescription description)
            throws ProblemException {
        List<FoldAnswers> answers = new ArrayList<>();
        for (CrossDescription.Fold fold : description.folds()) {
            CrossFolder.Run run = new CrossFolder.Run(recipe, fold.repeat(), fold.number());
            if (folder.isDone(run)) {
                answers.add(folder.read(run, description.task()).answers());
            }
        }
        return answers;
    }

    private SliceDrop drop(
            String recipe, String slice, FoldAnswers heldOut, List<FoldAnswers> seen, CrossDescription description)
            throws ProblemException {
        List<CrossComparison.Asked> asked = new ArrayList<>();
        List<Optional<FoldAnswers>> before = new ArrayList<>();
        List<Optional<FoldAnswers>> after = new ArrayList<>();
        for (FoldAnswers fold : seen) {
            FoldAnswers both = fold.among(heldOut);
            if (!both.images().isEmpty()) {
                asked.add(new CrossComparison.Asked(1, slice + ", part " + (asked.size() + 1)));
                before.add(Optional.of(both));
                after.add(Optional.of(heldOut.among(fold)));
            }
        }
        try {
            return new SliceDrop(
                    recipe,
                    slice,
                    CrossComparison.of(
                            asked,
                            List.of(
                                    new CrossComparison.Answering(SliceDrop.SEEN, before, Double.NaN),
                                    new CrossComparison.Answering(SliceDrop.HELD_OUT, after, Double.NaN)),
                            FoldTable.positive(description.task()),
                            bootstrap,
                            cancel));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemException.Kind.UNUSABLE, e, "problem.cross.mixed", lesions.root());
        }
    }

    private ProblemException apart(String why) {
        return new ProblemException(
                ProblemException.Kind.USAGE, "problem.cross.beside", lesions.root(), slices.root(), Term.of(why));
    }
}
