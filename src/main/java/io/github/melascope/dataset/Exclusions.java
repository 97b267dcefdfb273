package io.github.melascope.dataset;

import io.github.melascope.base.AtomicFiles;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Term;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;

/** Images that the user wants left out, as a CSV file with a column {@code image}; the dataset itself stays as it is. */
public final class Exclusions {
    private static final String IMAGE = "image";

    private Exclusions() {}

    /**
     * Reads the file and leaves its images out.
     *
     * @throws ProblemException of kind {@code USAGE} when the file is no such table, or names no image of this dataset
     */
    public static Dataset apply(Dataset dataset, Path file) throws ProblemException {
        Set<String> images = read(file).keySet();
        Dataset rest = dataset.without(images);
        if (!images.isEmpty() && rest.samples().size() == dataset.samples().size()) {
            throw refused(file, Term.of("why.exclude.other", dataset.root()), Term.of("next.exclude.other"));
        }
        return rest;
    }

    /** Image ids with the reason they are left out for, in the file's order. */
    public static Map<String, String> read(Path file) throws ProblemException {
        CsvTable table = CsvTable.open(file);
        int image = table.header().indexOf(IMAGE);
        if (image < 0) {
            throw refused(file, Term.of("why.exclude.column", IMAGE), Term.of("next.exclude.column", IMAGE));
        }
        int reason = table.header().indexOf("reason");
        Map<String, String> images = new LinkedHashMap<>();
        for (CsvTable.Row row : table.rows()) {
            images.put(row.cell(image), row.cell(reason));
        }
        return images;
    }

    /** Writes the file whole or not at all, ordered by image. */
    public static void write(Path file, Map<String, String> reasons) throws IOException {
        StringBuilder text = new StringBuilder("image,reason\n");
        new TreeMap<>(reasons)
                .forEach((image, reason) ->
                        text.append(CSVFormat.DEFAULT.format(image, reason)).append('\n'));
        AtomicFiles.write(file, text.toString());
    }

    private static ProblemException refused(Path file, Term why, Term next) {
        return new ProblemException(ProblemException.Kind.USAGE, "problem.exclude", file, why, next);
    }
}
