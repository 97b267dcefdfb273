package io.github.melascope.metrics;

import io.github.melascope.lesion.Diagnosis;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * What a model said of images whose truth is known, as a CSV table: one row an image, in named groups such as
 * {@code validation} and {@code test}. Probabilities keep six decimals: enough to draw every curve again.
 */
public final class CaseTable {
    private static final List<String> FACTS =
            List.of("part", "image", "lesion", "truth", "melanoma", "dx_type", "sex", "age", "site", "p_melanoma");
    private static final List<String> HEADER = Stream.concat(
                    FACTS.stream(), Diagnosis.ALL.stream().map(dx -> "p_" + dx.code()))
            .toList();
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

    private CaseTable() {}

    /** The table's text, a header first; equal cases give equal texts. */
    public static String write(Map<String, List<Case>> groups) {
        StringBuilder text = new StringBuilder(FORMAT.format(HEADER.toArray())).append('\n');
        groups.forEach((part, cases) -> {
            for (Case one : cases) {
                text.append(FORMAT.format(cells(part, one).toArray())).append('\n');
            }
        });
        return text.toString();
    }

    private static List<String> cells(String part, Case one) {
        List<String> cells = new ArrayList<>(List.of(
                part,
                one.id(),
                one.lesionId(),
                one.diagnosis() == null ? "" : one.diagnosis().code(),
                one.melanoma() ? "1" : "0",
                one.dxType(),
                one.sex(),
                one.ageBand(),
                one.site(),
                decimals(one.melanomaProbability())));
        for (int c = 0; c < Diagnosis.ALL.size(); c++) {
            cells.add(
                    one.probabilities().isEmpty()
                            ? ""
                            : decimals(one.probabilities().get(c)));
        }
        return cells;
    }

    private static String decimals(double probability) {
        return String.format(Locale.ROOT, "%.6f", probability);
    }

    /**
     * The groups of a table, in the order they stand in it.
     *
     * @throws IllegalArgumentException naming the line, when it is no such table
     */
    public static Map<String, List<Case>> read(String text) {
        Map<String, List<Case>> groups = new LinkedHashMap<>();
        try (CSVParser rows = CSVParser.parse(new StringReader(text), FORMAT)) {
            for (CSVRecord row : rows) {
                List<String> cells = Arrays.asList(row.values());
                if (row.getRecordNumber() == 1) {
                    require(cells.equals(HEADER), 1, "its columns are " + cells);
                } else {
                    require(cells.size() == HEADER.size(), row.getRecordNumber(), "it has " + cells.size() + " cells");
                    groups.computeIfAbsent(cells.get(0), part -> new ArrayList<>())
                            .add(parsed(cells, row.getRecordNumber()));
                }
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
        }
        return groups;
    }

    private static Case parsed(List<String> cells, long line) {
        try {
            List<Double> probabilities = new ArrayList<>();
            for (String cell : cells.subList(FACTS.size(), HEADER.size())) {
                if (!cell.isEmpty()) {
                    probabilities.add(Double.parseDouble(cell));
                }
            }
            return new Case(
                    cells.get(1),
                    cells.get(2),
                    cells.get(4).equals("1"),
                    diagnosis(cells.get(3)),
                    Double.parseDouble(cells.get(9)),
                    probabilities,
                    cells.get(5),
                    cells.get(6),
                    cells.get(7),
                    cells.get(8));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("line " + line + ": " + e.getMessage(), e);
        }
    }

    private static @Nullable Diagnosis diagnosis(String code) {
        if (code.isEmpty()) {
            return null;
        }
        return Diagnosis.ofCode(code).orElseThrow(() -> new IllegalArgumentException("unknown diagnosis " + code));
    }

    private static void require(boolean holds, long line, String words) {
        if (!holds) {
            throw new IllegalArgumentException("line " + line + ": " + words);
        }
    }
}
