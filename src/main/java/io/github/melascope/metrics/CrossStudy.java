package io.github.melascope.metrics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a cross-validation was made, and what came of it.
 *
 * @param dataset name
 * @param task code
 * @param start name of the weights that every training began with
 * @param grouping by what images were held out, in words
 * @param seed of split, folds and trainings
 * @param changes what each recipe changes of the usual plan, as JSON, in the order of the recipes
 * @param notes for the reader, in sentences
 * @param command the command line
 * @param date {@code 2026-11-23}
 * @param result the recipes compared
 * @param drops what holding out slices costs each recipe; empty unless a cross-validation by lesion stands beside
 */
public record CrossStudy(
        String dataset,
        String task,
        String start,
        String grouping,
        long seed,
        Map<String, String> changes,
        List<String> notes,
        String command,
        String date,
        CrossResult result,
        List<SliceDrop> drops) {
    public CrossStudy {
        changes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(changes));
        notes = List.copyOf(notes);
        drops = List.copyOf(drops);
    }
}
