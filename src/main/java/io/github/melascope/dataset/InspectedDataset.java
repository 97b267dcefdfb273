package io.github.melascope.dataset;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.base.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A dataset of which every image has been read once. When images are left out afterwards, what is kept of the others is
 * enough for a new report, which takes a moment.
 */
public final class InspectedDataset {
    private final Dataset dataset;
    private final ImageReader.Result read;
    private final DatasetReport report;

    private InspectedDataset(Dataset dataset, ImageReader.Result read, DatasetReport report) {
        this.dataset = dataset;
        this.read = read;
        this.report = report;
    }

    /** Reads all images; see {@link DatasetDoctor#check}. */
    public static InspectedDataset of(Dataset dataset, Progress progress, CancelToken cancel) throws ProblemException {
        ImageReader.Result read = new ImageReader(progress, cancel).read(dataset);
        cancel.check();
        return new InspectedDataset(dataset, read, DatasetDoctor.report(dataset, read, progress, cancel));
    }

    /**
     * The same less some images: what {@link #of} would give of {@link Dataset#without}.
     *
     * @throws ProblemException of kind {@code UNUSABLE} when no readable image is left
     */
    public InspectedDataset without(Set<String> images, Progress progress, CancelToken cancel) throws ProblemException {
        Dataset rest = dataset.without(images);
        ImageReader.Result kept = new ImageReader.Result(
                read.facts().stream()
                        .filter(f -> !images.contains(f.sample().imageId()))
                        .toList(),
                read.unreadable().stream()
                        .filter(u -> !images.contains(u.image()))
                        .toList());
        return new InspectedDataset(rest, kept, DatasetDoctor.report(rest, kept, progress, cancel));
    }

    /** With unreadable images still in it. */
    public Dataset dataset() {
        return dataset;
    }

    public DatasetReport report() {
        return report;
    }

    /** What can be learnt from: the dataset less its unreadable images. */
    public Dataset readable() {
        return dataset.without(report.unreadableImages());
    }

    /** The split that a training with this seed makes, checked for leaks by lesion and by content. */
    public Split split(long seed) throws ProblemException {
        Split split = Splitter.split(readable().samples(), report.merges(), Fractions.USUAL, seed);
        split.checkContent(report.identicalImages());
        return split;
    }

    /** Mean luma of each readable image's border, 0 … 255, by image id: what camera, light and skin make of it. */
    public Map<String, Double> borderTones() {
        return read.facts().stream()
                .collect(Collectors.toMap(
                        f -> f.sample().imageId(), f -> f.thumbnail().border()));
    }

    /** SHA-256 of every readable image's id, lesion, label and pixels: datasets of equal content have the same. */
    public String digest() {
        String lines = read.facts().stream()
                .map(f -> String.join(
                        "\t",
                        f.sample().imageId(),
                        f.sample().lesionId(),
                        f.sample().className(),
                        f.pixelHash()))
                .sorted()
                .collect(Collectors.joining("\n"));
        return Sha256.of(lines.getBytes(StandardCharsets.UTF_8));
    }
}
