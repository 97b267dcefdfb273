package io.github.melascope.dataset;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.base.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks into every image of a dataset and says what is wrong with it before anybody trains on it. */
public final class DatasetDoctor {
    private static final long PREVIEW_SEED = 0;
    private static final Set<Finding.Kind> CONFLICTS =
            Set.of(Finding.Kind.CONFLICTING_IMAGE, Finding.Kind.CONFLICTING_LESION);

    private DatasetDoctor() {}

    /**
     * Reads all images (on all cores; about 1.2 KB is kept of each), finds copies and look-alikes, and tries a split. The
     * same dataset gives the same report.
     *
     * @param progress hears the stages "Reading images" and "Comparing images", from several threads, one at a time
     * @param cancel stops the work within one image a core
     * @throws ProblemException of kind {@code UNUSABLE} when no image at all can be read
     * @throws java.util.concurrent.CancellationException when cancelled
     */
    public static DatasetReport check(Dataset dataset, Progress progress, CancelToken cancel) throws ProblemException {
        return InspectedDataset.of(dataset, progress, cancel).report();
    }

    static DatasetReport report(Dataset dataset, ImageReader.Result read, Progress progress, CancelToken cancel)
            throws ProblemException {
        if (read.facts().isEmpty()) {
            throw nothingReadable(dataset, read.unreadable());
        }
        Groups<String> lesions = new Groups<>();
        read.facts().forEach(f -> lesions.add(f.sample().lesionId()));
        List<DatasetReport.Identical> identical = identical(read.facts(), lesions);
        List<DatasetReport.LookAlike> lookAlikes = new LookAlikeSearch(read.facts(), lesions).run(progress, cancel);
        List<Set<String>> merges = lesions.severals().stream()
                .<Set<String>>map(group -> Collections.unmodifiableSet(new TreeSet<>(group)))
                .toList();
        return report(dataset, read, identical, lookAlikes, merges);
    }

    private static DatasetReport report(
            Dataset dataset,
            ImageReader.Result read,
            List<DatasetReport.Identical> identical,
            List<DatasetReport.LookAlike> lookAlikes,
            List<Set<String>> merges)
            throws ProblemException {
        List<Sample> usable = read.facts().stream().map(ImageFacts::sample).toList();
        Split split = Splitter.split(usable, merges, Fractions.USUAL, PREVIEW_SEED);
        split.checkContent(
                identical.stream().map(DatasetReport.Identical::images).toList());
        return new DatasetReport(
                dataset.name(),
                dataset.root().toString(),
                dataset.layout().code(),
                usable.size(),
                DatasetTables.lesions(usable),
                subjects(dataset, Finding.Kind.MISSING_IMAGE),
                read.unreadable(),
                identical,
                lookAlikes,
                conflicts(dataset, usable, identical, lookAlikes),
                merges,
                others(dataset),
                DatasetTables.of(usable),
                SplitPreview.of(split));
    }

    private static List<DatasetReport.Identical> identical(List<ImageFacts> facts, Groups<String> lesions) {
        Map<String, List<Sample>> byHash = facts.stream()
                .collect(Collectors.groupingBy(
                        ImageFacts::pixelHash,
                        TreeMap::new,
                        Collectors.mapping(ImageFacts::sample, Collectors.toList())));
        List<DatasetReport.Identical> found = new ArrayList<>();
        for (List<Sample> copies : byHash.values()) {
            if (copies.size() > 1) {
                List<String> ids = copies.stream()
                        .map(Sample::lesionId)
                        .distinct()
                        .sorted()
                        .toList();
                lesions.joinAll(ids);
                found.add(new DatasetReport.Identical(
                        copies.stream().map(Sample::imageId).toList(), ids));
            }
        }
        found.sort(Comparator.comparing(group -> group.images().get(0)));
        return found;
    }

    private static List<DatasetReport.Conflict> conflicts(
            Dataset dataset,
            List<Sample> usable,
            List<DatasetReport.Identical> identical,
            List<DatasetReport.LookAlike> lookAlikes) {
        List<DatasetReport.Conflict> conflicts = new ArrayList<>();
        Map<String, List<String>> byLesion = dataset.samples().stream()
                .collect(Collectors.groupingBy(
                        Sample::lesionId, Collectors.mapping(Sample::imageId, Collectors.toList())));
        dataset.problems().stream()
                .filter(f -> CONFLICTS.contains(f.kind()))
                .map(f -> new DatasetReport.Conflict(
                        f.subject(), f.detail(), byLesion.getOrDefault(f.subject(), List.of())))
                .forEach(conflicts::add);
        Map<String, Sample> byId =
                usable.stream().collect(Collectors.toMap(Sample::imageId, Function.identity(), (a, b) -> a));
        identical.forEach(group -> addConflict("note.same-pixels", group.images(), byId, conflicts));
        lookAlikes.forEach(
                pair -> addConflict("note.look-alikes", List.of(pair.image(), pair.otherImage()), byId, conflicts));
        return conflicts;
    }

    private static void addConflict(
            String key, Collection<String> images, Map<String, Sample> byId, List<DatasetReport.Conflict> conflicts) {
        Set<String> classes = new TreeSet<>();
        for (String image : images) {
            Sample sample = byId.get(image);
            if (sample != null) {
                classes.add(sample.className());
            }
        }
        if (classes.size() > 1) {
            conflicts.add(
                    new DatasetReport.Conflict(String.join(", ", images), Term.of(key, classes), List.copyOf(images)));
        }
    }

    private static List<String> subjects(Dataset dataset, Finding.Kind kind) {
        return dataset.problems().stream()
                .filter(f -> f.kind() == kind)
                .map(Finding::subject)
                .toList();
    }

    private static List<Finding> others(Dataset dataset) {
        return dataset.problems().stream()
                .filter(f -> f.kind() != Finding.Kind.MISSING_IMAGE && !CONFLICTS.contains(f.kind()))
                .toList();
    }

    private static ProblemException nothingReadable(Dataset dataset, List<DatasetReport.Unreadable> unreadable) {
        Term first = unreadable.isEmpty()
                ? Term.of("why.dataset.no-image")
                : Term.of(
                        "why.dataset.unreadable",
                        unreadable.get(0).file(),
                        unreadable.get(0).reason());
        return new ProblemException(
                ProblemException.Kind.UNUSABLE, "problem.dataset", dataset.root(), first, Term.of("next.dataset.copy"));
    }
}
