package io.github.melascope.dataset;

import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Term;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the label of a row; a row whose label is said to be unknown has none, a word nobody knows is refused. */
final class LabelReader {
    private final Path file;
    private final List<String> header;
    private final Columns columns;

    LabelReader(CsvTable table, Columns columns) {
        this.file = table.file();
        this.header = table.header();
        this.columns = columns;
    }

    /**
     * The label, or none where the dataset has none for this image.
     *
     * @throws ProblemException of kind {@code UNUSABLE}, naming the row and the label, when it is not understood
     */
    Optional<Label> read(CsvTable.Row row) throws ProblemException {
        return columns.oneHot().isEmpty() ? inWords(row) : oneHot(row);
    }

    private Optional<Label> inWords(CsvTable.Row row) throws ProblemException {
        Set<String> strange = new LinkedHashSet<>();
        for (int column : columns.words()) {
            String word = row.cell(column);
            Optional<Label> label = Label.ofWord(word);
            if (label.isPresent()) {
                return label;
            }
            if (!Label.isUnknown(word)) {
                strange.add(word);
            }
        }
        Optional<Label> answer = answer(row, strange);
        // A strange diagnosis of a malignant lesion may be any cancer; as benign lesion it is no melanoma for sure.
        boolean safe =
                strange.isEmpty() || answer.filter(label -> !label.melanoma()).isPresent();
        if (safe) {
            return answer;
        }
        throw unknownLabel(row, String.join("\", \"", strange));
    }

    private Optional<Label> answer(CsvTable.Row row, Set<String> strange) {
        for (int column : columns.answers()) {
            String word = row.cell(column);
            Optional<Label> label = Label.ofAnswer(word);
            if (label.isPresent()) {
                return label;
            }
            if (!Label.isUnknown(word)) {
                strange.add(word);
            }
        }
        return Optional.empty();
    }

    private Optional<Label> oneHot(CsvTable.Row row) throws ProblemException {
        Set<Label> on = new LinkedHashSet<>();
        for (Map.Entry<Integer, Label> column : columns.oneHot().entrySet()) {
            if (isOne(row, column.getKey())) {
                on.add(column.getValue());
            }
        }
        boolean unknown = columns.unknownClass() >= 0 && isOne(row, columns.unknownClass());
        if (on.size() + (unknown ? 1 : 0) > 1) {
            throw unknownLabel(row, "more than one class");
        }
        return on.stream().findFirst();
    }

    private boolean isOne(CsvTable.Row row, int column) throws ProblemException {
        String cell = row.cell(column);
        return switch (cell) {
            case "1", "1.0" -> true;
            case "0", "0.0", "" -> false;
            default -> throw unknownLabel(row, cell + " in column " + header.get(column));
        };
    }

    private ProblemException unknownLabel(CsvTable.Row row, String label) {
        return new ProblemException(
                ProblemException.Kind.UNUSABLE,
                "problem.unusable",
                file,
                Term.of("why.table.label", row.line(), row.cell(columns.image()), label),
                columns.oneHot().isEmpty()
                        ? Term.of("next.table.label", Label.knownWords())
                        : Term.of("next.table.one-hot"));
    }
}
