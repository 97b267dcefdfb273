package io.github.melascope.app;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Term;
import io.github.melascope.dataset.Grouping;
import io.github.melascope.lesion.Task;
import io.github.melascope.metrics.CrossComparison;
import io.github.melascope.metrics.FoldAnswers;
import io.github.melascope.metrics.SliceDrop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lays a cross-validation by lesion beside one by slices: the same recipes, the same images, with and without their like. */
record SliceDrops(CrossFolder slices, CrossFolder lesions, CancelToken cancel) {
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
        List<FoldAnswers> seen = new ArrayList<>();
        for (CrossDescription.Fold fold : beside.folds()) {
            lesions.answered(recipe, fold, own.task()).ifPresent(answered -> seen.add(answered.answers()));
        }
        List<SliceDrop> drops = new ArrayList<>();
        for (CrossDescription.Fold slice : own.folds()) {
            Optional<CrossFolder.Answered> heldOut = slices.answered(recipe, slice, own.task());
            if (!seen.isEmpty() && heldOut.isPresent()) {
                drops.add(drop(recipe, slice.name(), heldOut.get().answers(), seen, own.task()));
            }
        }
        return drops;
    }

    private SliceDrop drop(String recipe, String slice, FoldAnswers heldOut, List<FoldAnswers> seen, Task task)
            throws ProblemException {
        List<CrossComparison.Asked> asked = new ArrayList<>();
        List<Optional<FoldAnswers>> before = new ArrayList<>();
        List<Optional<FoldAnswers>> after = new ArrayList<>();
        for (FoldAnswers fold : seen) {
            FoldAnswers asSeen = fold.among(heldOut);
            if (!asSeen.images().isEmpty()) {
                asked.add(new CrossComparison.Asked(1, slice + ", part " + (asked.size() + 1)));
                before.add(Optional.of(asSeen));
                after.add(Optional.of(heldOut.among(fold)));
            }
        }
        List<CrossComparison.Answering> both = List.of(
                new CrossComparison.Answering(SliceDrop.SEEN, before, Double.NaN),
                new CrossComparison.Answering(SliceDrop.HELD_OUT, after, Double.NaN));
        return new SliceDrop(recipe, slice, CrossReport.compare(asked, both, task, lesions, cancel));
    }

    private ProblemException apart(String why) {
        return new ProblemException(
                ProblemException.Kind.USAGE, "problem.cross.beside", lesions.root(), slices.root(), Term.of(why));
    }
}
