package io.github.melascope.app;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.dataset.Datasets;
import io.github.melascope.dataset.Part;
import io.github.melascope.dataset.Sample;
import io.github.melascope.dataset.SplitFile;
import io.github.melascope.metrics.BinaryMeasure;
import io.github.melascope.metrics.Bootstrap;
import io.github.melascope.metrics.Case;
import io.github.melascope.metrics.Comparison;
import io.github.melascope.metrics.Comparison.Side;
import io.github.melascope.model.BundleFiles;
import io.github.melascope.model.ModelBundle;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares a new model with one that was there before, on images of the new one's test part that the other has not learnt
 * from or been chosen with. The other's kept answers serve where they are of these very images; else it is asked.
 */
final class ModelComparison {
    /** With fewer lesions of either kind an interval says nothing. */
    private static final int LEAST = 5;

    private static final long SEED = 1;

    private static final List<BinaryMeasure> MEASURES = List.of(
            BinaryMeasure.ROC_AUC,
            BinaryMeasure.PR_AUC,
            BinaryMeasure.SPECIFICITY_AT_SENSITIVITY_90,
            BinaryMeasure.BALANCED_ACCURACY,
            BinaryMeasure.BRIER);

    private final AppContext context;
    private final String otherId;

    ModelComparison(AppContext context, String otherId) {
        this.context = context;
        this.otherId = otherId;
    }

    /** Never fails for want of the other model or of images: then there is no comparison, and it says so. */
    FairComparison run(ModelBundle mine, Path dataset, Progress progress, CancelToken cancel) {
        try (LoadedModel other = context.open(otherId)) {
            return against(other, mine, dataset, progress, cancel);
        } catch (ProblemException e) {
            System.getLogger(ModelComparison.class.getName())
                    .log(System.Logger.Level.WARNING, "no comparison with " + otherId, e);
            return FairComparison.none(otherId, FairComparison.Verdict.ABSENT, 0);
        }
    }

    private FairComparison against(
            LoadedModel other, ModelBundle mine, Path dataset, Progress progress, CancelToken cancel)
            throws ProblemException {
        List<Case> test = mine.predictions().getOrDefault(Part.TEST.code(), List.of());
        List<Case> fresh = unseen(test, other.bundle());
        long melanomas = fresh.stream()
                .filter(Case::melanoma)
                .map(Case::lesionId)
                .distinct()
                .count();
        long others = fresh.stream()
                .filter(c -> !c.melanoma())
                .map(Case::lesionId)
                .distinct()
                .count();
        if (melanomas < LEAST || others < LEAST) {
            return FairComparison.none(otherId, FairComparison.Verdict.SEEN, test.size());
        }
        List<Case> answers = answers(other, fresh, dataset, progress, cancel);
        double my = mine.spec().thresholds().melanoma().value();
        double their = other.spec().thresholds().melanoma().value();
        Comparison paired = Comparison.of(
                        new Side(fresh, my), new Side(answers, their), new Bootstrap(Bootstrap.DRAWS, SEED), cancel)
                .orElseThrow(); // both answered the same images
        return new FairComparison(
                otherId,
                fresh.size() == test.size() ? FairComparison.Verdict.WHOLE : FairComparison.Verdict.PART,
                fresh.size(),
                test.size(),
                MEASURES.stream()
                        .map(m -> new FairComparison.Row(
                                m,
                                Objects.requireNonNull(paired.first().get(m)).value(),
                                Objects.requireNonNull(paired.second().get(m)).value(),
                                Objects.requireNonNull(paired.difference().get(m))))
                        .toList());
    }

    /** Without a lesion or image that the other has had in training or validation. */
    private static List<Case> unseen(List<Case> test, ModelBundle other) throws ProblemException {
        Set<String> lesions = new HashSet<>();
        Set<String> images = new HashSet<>();
        for (SplitFile.Row row : SplitFile.rows(other.folder().resolve(BundleFiles.SPLIT))) {
            if (row.part() != Part.TEST) {
                lesions.add(row.lesion());
                images.add(row.image());
            }
        }
        return test.stream()
                .filter(c -> !lesions.contains(c.lesionId()) && !images.contains(c.id()))
                .toList();
    }

    private List<Case> answers(LoadedModel other, List<Case> fresh, Path dataset, Progress progress, CancelToken cancel)
            throws ProblemException {
        Map<String, Case> kept = other.bundle().predictions().getOrDefault(Part.TEST.code(), List.of()).stream()
                .collect(Collectors.toMap(Case::id, c -> c, (a, b) -> a));
        boolean all = fresh.stream().allMatch(c -> {
            Case same = kept.get(c.id());
            return same != null && same.lesionId().equals(c.lesionId()) && same.melanoma() == c.melanoma();
        });
        if (all) {
            return fresh.stream()
                    .map(c -> Objects.requireNonNull(kept.get(c.id())))
                    .toList();
        }
        Set<String> wanted = fresh.stream().map(Case::id).collect(Collectors.toSet());
        List<Sample> samples = Datasets.open(dataset).samples().stream()
                .filter(sample -> wanted.contains(sample.imageId()))
                .toList();
        RawAnswers raw = RawAnswers.of(other.network(), samples, context.workers(), "stage.models", progress, cancel);
        return Exams.cases(other.spec().task(), other.spec().calibration(), raw);
    }
}
