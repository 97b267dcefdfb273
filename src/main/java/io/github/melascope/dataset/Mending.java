package io.github.melascope.dataset;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** What can be mended in a dataset by leaving images out. */
public enum Mending {
    /** All but the first of images with the very same pixels. */
    COPIES(report -> report.identical().stream()
            .flatMap(group -> group.images().stream().skip(1))
            .toList()),
    /** One of each pair of look-alikes. */
    LOOK_ALIKES(report -> report.lookAlikes().stream()
            .map(DatasetReport.LookAlike::otherImage)
            .toList()),
    /** Every image whose label is contested. */
    CONFLICTS(report -> report.conflicts().stream()
            .flatMap(conflict -> conflict.images().stream())
            .toList());

    private final Function<DatasetReport, List<String>> images;

    Mending(Function<DatasetReport, List<String>> images) {
        this.images = images;
    }

    /** Ids of the images to leave out. */
    public Set<String> images(DatasetReport report) {
        return new LinkedHashSet<>(images.apply(report));
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
