package io.github.melascope.dataset;

import java.util.List;

/**
 * What a split would be.
 *
 * @param fractions asked for
 * @param seed it was drawn with
 * @param parts in the order of {@link Part}
 */
public record SplitPreview(Fractions fractions, long seed, List<PartRow> parts) {
    /** One part in figures. */
    public record PartRow(String part, int images, int lesions, List<DatasetTables.Row> classes) {}

    public static SplitPreview of(Split split) {
        List<PartRow> parts = Part.ALL.stream()
                .map(part -> new PartRow(
                        part.code(),
                        split.part(part).size(),
                        DatasetTables.lesions(split.part(part)),
                        DatasetTables.classes(split.part(part))))
                .toList();
        return new SplitPreview(split.fractions(), split.seed(), parts);
    }
}
