package io.github.melascope.dataset;

import io.github.melascope.base.AtomicFiles;
import io.github.melascope.base.IoReason;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Term;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** A split as a CSV file with the columns image, lesion, dx, part; rows by part, then by image id. */
public final class SplitFile {
    static final List<String> COLUMNS = List.of("image", "lesion", "dx", "part");

    private SplitFile() {}

    /** One row. {@code dx} is {@link Sample#className()}. */
    public record Row(String image, String lesion, String dx, Part part) {}

    /** Writes the file whole or not at all; the same split gives the same bytes. */
    public static void write(Path file, Split split) throws IOException {
        AtomicFiles.write(file, text(split));
    }

    /** The file's content. */
    public static String text(Split split) {
        StringBuilder text = new StringBuilder(String.join(",", COLUMNS)).append('\n');
        for (Part part : Part.ALL) {
            for (Sample sample : split.part(part)) {
                text.append(CSVFormat.DEFAULT.format(
                                sample.imageId(), sample.lesionId(), sample.className(), part.code()))
                        .append('\n');
            }
        }
        return text.toString();
    }

    /**
     * The rows as they stand, checked for their columns, parts, repeated images and lesions on two sides.
     *
     * @throws ProblemException of kind {@code UNUSABLE}, naming the file and the row, image or lesion
     */
    public static List<Row> rows(Path file) throws ProblemException {
        CsvTable table = CsvTable.open(file);
        return rows(file, table.header(), table.rows());
    }

    /**
     * The same of a text that {@link #text} made.
     *
     * @param file that holds it, for the error
     */
    public static List<Row> rows(String text, Path file) throws ProblemException {
        List<CsvTable.Row> rows = new ArrayList<>();
        try (CSVParser parser = CSVFormat.DEFAULT.parse(new StringReader(text))) {
            parser.forEach(row -> rows.add(new CsvTable.Row(row.getRecordNumber(), row.toList())));
        } catch (UncheckedIOException e) {
            throw problem(file, IoReason.of(Objects.requireNonNull(e.getCause())));
        } catch (IOException e) {
            throw problem(file, IoReason.of(e));
        }
        List<String> header = rows.isEmpty() ? List.of() : rows.get(0).cells();
        return rows(file, header, rows.subList(Math.min(1, rows.size()), rows.size()));
    }

    private static List<Row> rows(Path file, List<String> header, List<CsvTable.Row> table) throws ProblemException {
        if (!header.equals(COLUMNS)) {
            throw problem(file, Term.of("why.split.columns", header, COLUMNS));
        }
        List<Row> rows = new ArrayList<>();
        Map<String, Part> images = new HashMap<>();
        Map<String, Part> lesions = new HashMap<>();
        for (CsvTable.Row raw : table) {
            Part part = Part.ofCode(raw.cell(3))
                    .orElseThrow(() -> problem(file, Term.of("why.split.part", raw.line(), raw.cells())));
            Row row = new Row(raw.cell(0), raw.cell(1), raw.cell(2), part);
            if (images.put(row.image(), part) != null) {
                throw problem(file, Term.of("why.split.twice", row.image()));
            }
            Part other = lesions.put(row.lesion(), part);
            if (other != null && other != part) {
                throw problem(file, Term.of("why.split.lesion", row.lesion(), other.term(), part.term()));
            }
            rows.add(row);
        }
        return rows;
    }

    /**
     * The split of a file, made of the given samples. Samples that the file does not list are in no part.
     *
     * @param fractions and seed what the split was made with; the file does not say
     * @throws ProblemException of kind {@code UNUSABLE} when the file is damaged, or lists an image that is not among
     *     the samples or has another lesion or label there
     */
    public static Split read(Path file, List<Sample> samples, Fractions fractions, long seed) throws ProblemException {
        Map<String, Sample> byId =
                samples.stream().collect(Collectors.toMap(Sample::imageId, Function.identity(), (a, b) -> a));
        Map<Part, List<Sample>> parts = new EnumMap<>(Part.class);
        for (Row row : rows(file)) {
            Sample sample = byId.get(row.image());
            if (sample == null) {
                throw problem(file, Term.of("why.split.image", row.image()));
            }
            if (!sample.lesionId().equals(row.lesion()) || !sample.className().equals(row.dx())) {
                throw problem(
                        file,
                        Term.of(
                                "why.split.differs",
                                row.image(),
                                row.dx(),
                                row.lesion(),
                                sample.className(),
                                sample.lesionId()));
            }
            parts.computeIfAbsent(row.part(), part -> new ArrayList<>()).add(sample);
        }
        Split split = new Split(parts, List.of(), fractions, seed);
        split.check();
        return split;
    }

    private static ProblemException problem(Path file, Term why) {
        return new ProblemException(ProblemException.Kind.UNUSABLE, "problem.split.file", file, why);
    }
}
