package io.github.melascope.dataset;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be mended in a dataset by leaving images out. */
public enum Mending {
    /** All but the first of images with the very same pixels. */
    COPIES,
    /** One of each pair of look-alikes. */
    LOOK_ALIKES,
    /** Every image whose label is contested. */
    CONFLICTS;

    /** Ids of the images to leave out. */
    public Set<String> images(DatasetReport report) {
        Stream<String> images = switch (this) {
            case COPIES ->
                report.identical().stream()
                        .flatMap(group -> group.images().stream().skip(1));
            case LOOK_ALIKES -> report.lookAlikes().stream().map(DatasetReport.LookAlike::otherImage);
            case CONFLICTS -> report.conflicts().stream().flatMap(conflict -> conflict.images().stream());
        };
        return images.collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
