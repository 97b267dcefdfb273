package io.github.melascope.dataset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How a dataset's readable images spread over classes and patients.
 *
 * @param classes by class name
 * @param sex by value, most images first, unknown last; so are the others
 * @param age by {@link AgeBand}, youngest first
 * @param site of the body
 * @param dxType how the diagnoses were made
 */
public record DatasetTables(List<Row> classes, List<Row> sex, List<Row> age, List<Row> site, List<Row> dxType) {
    /** One line of a table: how many images have this value, and how many lesions they show. */
    public record Row(String value, int images, int lesions) {}

    static DatasetTables of(Collection<Sample> samples) {
        Comparator<Row> byValue = Comparator.comparing(Row::value);
        Comparator<Row> bySize = Comparator.comparingInt(Row::images).reversed().thenComparing(byValue);
        return new DatasetTables(
                classes(samples),
                table(samples, Sample::sex, bySize),
                table(samples, s -> AgeBand.of(s.age()), byValue),
                table(samples, Sample::site, bySize),
                table(samples, Sample::dxType, bySize));
    }

    static List<Row> classes(Collection<Sample> samples) {
        return table(samples, Sample::className, Comparator.comparing(Row::value));
    }

    private static List<Row> table(
            Collection<Sample> samples, Function<Sample, String> value, Comparator<Row> comparator) {
        List<Row> rows = new ArrayList<>();
        samples.stream()
                .collect(Collectors.groupingBy(value, TreeMap::new, Collectors.toList()))
                .forEach((name, group) -> rows.add(new Row(name, group.size(), lesions(group))));
        rows.sort(Comparator.comparing((Row row) -> row.value().equals(Sample.UNKNOWN))
                .thenComparing(comparator));
        return List.copyOf(rows);
    }

    static int lesions(Collection<Sample> samples) {
        return (int) samples.stream().map(Sample::lesionId).distinct().count();
    }
}
