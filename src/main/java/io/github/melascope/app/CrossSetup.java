package io.github.melascope.app;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.base.Sha256;
import io.github.melascope.dataset.Dataset;
import io.github.melascope.dataset.Datasets;
import io.github.melascope.dataset.Folds;
import io.github.melascope.dataset.Fractions;
import io.github.melascope.dataset.Grouping;
import io.github.melascope.dataset.InspectedDataset;
import io.github.melascope.dataset.Part;
import io.github.melascope.dataset.Sample;
import io.github.melascope.dataset.Slicing;
import io.github.melascope.dataset.Split;
import io.github.melascope.nn.engine.ComputeDevice;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that a cross-validation needs, checked before it begins.
 *
 * @param samples training and validation part of the usual split, ordered by image id; the test part is nowhere
 * @param folds of all repeats that are trained, those that nothing could be learnt from left out
 */
record CrossSetup(
        CrossRequest request,
        List<CrossPlan> plans,
        StartWeights start,
        ComputeDevice device,
        List<Sample> samples,
        List<CrossFold> folds,
        CrossDescription description) {
    /** @throws ProblemException when plans, dataset, start weights or device cannot be used, or start weights leak */
    static CrossSetup of(AppContext context, CrossRequest request, Progress progress, CancelToken cancel)
            throws ProblemException {
        List<CrossPlan> plans = CrossPlan.read(request);
        StartWeights start = StartWeights.of(request.init(), "", context.models());
        ComputeDevice device = Devices.choose(context, request.device());
        Dataset dataset = Datasets.open(request.dataset());
        TrainingSetup.requireDiagnoses(dataset, request.task(), request.dataset());
        InspectedDataset inspected = InspectedDataset.of(dataset, progress, cancel);
        Split split = inspected.split(request.seed());
        List<Sample> samples = Stream.of(Part.TRAIN, Part.VALIDATION)
                .flatMap(part -> split.part(part).stream())
                .sorted(Comparator.comparing(Sample::imageId))
                .toList();
        List<CrossFold> all = folds(request, samples, inspected);
        List<CrossFold> folds = all.stream().filter(CrossSetup::learnable).toList();
        if (folds.size() < 2 || (folds.size() < all.size() && request.grouping() == Grouping.LESION)) {
            throw new ProblemException(ProblemException.Kind.UNUSABLE, "problem.cross.training", request.dataset());
        }
        refuseLeaks(start, split, folds);
        if (request.masks().isPresent()) {
            new LesionMasks(request.masks().get()).check(samples);
        }
        CrossDescription description = describe(request, plans, start, inspected, all, folds);
        return new CrossSetup(request, plans, start, device, samples, folds, description);
    }

    private static List<CrossFold> folds(CrossRequest request, List<Sample> samples, InspectedDataset inspected)
            throws ProblemException {
        List<Set<String>> merged = inspected.report().merges();
        List<CrossFold> all = new ArrayList<>();
        for (int repeat = 1; repeat <= request.repeats(); repeat++) {
            Folds folds = request.grouping() == Grouping.LESION
                    ? Folds.draw(samples, merged, request.folds(), request.seed(), repeat)
                    : Slicing.of(request.grouping(), samples, merged, inspected.borderTones());
            for (int f = 0; f < folds.folds().size(); f++) {
                Folds.Fold fold = folds.folds().get(f);
                all.add(new CrossFold(repeat, f + 1, fold.name(), folds.others(f), fold.samples()));
            }
        }
        return all;
    }

    /** Whether melanomas and others are left to learn from. */
    private static boolean learnable(CrossFold fold) {
        long melanomas = fold.training().stream().filter(Sample::melanoma).count();
        return melanomas > 0 && melanomas < fold.training().size();
    }

    private static void refuseLeaks(StartWeights start, Split split, List<CrossFold> folds) throws ProblemException {
        for (CrossFold fold : folds) {
            Split asTraining = new Split(
                    Map.of(
                            Part.TRAIN,
                            fold.training(),
                            Part.VALIDATION,
                            fold.heldOut(),
                            Part.TEST,
                            split.part(Part.TEST)),
                    split.merges(),
                    Fractions.USUAL,
                    split.seed());
            asTraining.check();
            start.refuseLeak(asTraining);
        }
    }

    private static CrossDescription describe(
            CrossRequest request,
            List<CrossPlan> plans,
            StartWeights start,
            InspectedDataset inspected,
            List<CrossFold> all,
            List<CrossFold> folds) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(CrossDescription.DATASET, inspected.dataset().name());
        facts.put(CrossDescription.DATA, inspected.digest());
        facts.put(CrossDescription.TASK, request.task().code());
        facts.put(CrossDescription.START, start.name());
        facts.put(CrossDescription.START_HASH, start.sha256());
        facts.put(CrossDescription.GROUPS, request.grouping().code());
        facts.put(
                CrossDescription.FOLDS,
                Integer.toString(request.grouping() == Grouping.LESION ? request.folds() : all.size()));
        facts.put(CrossDescription.SEED, Long.toString(request.seed()));
        Map<String, String> recipes = new LinkedHashMap<>();
        plans.forEach(plan -> recipes.put(plan.name(), plan.changes()));
        List<String> notes = all.stream()
                .filter(fold -> !folds.contains(fold))
                .map(fold -> "\"" + fold.name() + "\" (" + fold.heldOut().size()
                        + " images) is not held out: without it there would be no melanoma to learn, or nothing else.")
                .toList();
        return new CrossDescription(
                facts,
                folds.stream()
                        .map(f -> new CrossDescription.Fold(f.repeat(), f.number(), f.name()))
                        .toList(),
                recipes,
                notes,
                request.command());
    }

    /** Of all that decides a run's answers. */
    String fingerprint(CrossPlan plan, CrossFold fold) {
        String images = Stream.of(fold.training(), fold.heldOut())
                .map(part -> part.stream().map(Sample::imageId).collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n\n"));
        String all =
                String.join("\n", PlanFile.write(plan.of(fold.repeat())).toString(), description.identity(), images);
        return Sha256.of(all.getBytes(StandardCharsets.UTF_8));
    }
}
