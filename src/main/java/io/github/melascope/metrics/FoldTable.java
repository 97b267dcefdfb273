package io.github.melascope.metrics;

import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.Task;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * What one training said of the images held out from it, as a CSV table: image, lesion, label, then one raw logit for each
 * output by its diagnosis. The label is the diagnosis code; for the melanoma task 1 or 0. Logits are kept to the last bit.
 */
public final class FoldTable {
    private static final List<String> FACTS = List.of("image", "lesion", "label");
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

    private FoldTable() {}

    /**
     * One row.
     *
     * @param label class index; 0 or 1 for the melanoma task
     * @param logits as many as the task has outputs
     */
    @SuppressWarnings("ArrayRecordComponent") // bulk data, never compared
    public record Row(String image, String lesion, int label, float[] logits) {}

    public static String write(Task task, List<Row> rows) {
        StringBuilder text = new StringBuilder(FORMAT.format(header(task).toArray())).append('\n');
        for (Row row : rows) {
            List<String> cells =
                    new ArrayList<>(List.of(row.image, row.lesion, labels(task).get(row.label)));
            for (float logit : row.logits) {
                cells.add(Float.toString(logit));
            }
            text.append(FORMAT.format(cells.toArray())).append('\n');
        }
        return text.toString();
    }

    private static List<String> header(Task task) {
        return Stream.concat(FACTS.stream(), task.classes().stream().map(Diagnosis::code))
                .toList();
    }

    private static List<String> labels(Task task) {
        return task == Task.MELANOMA
                ? List.of("0", "1")
                : task.classes().stream().map(Diagnosis::code).toList();
    }

    /** Index of melanoma among the classes of {@link #read}'s probabilities. */
    public static int positive(Task task) {
        return task == Task.MELANOMA ? 1 : task.classes().indexOf(Diagnosis.MEL);
    }

    /**
     * Reads a table back, ordered by image. The melanoma task's one logit becomes two classes, of which melanoma is the
     * second.
     *
     * @throws IllegalArgumentException when it is damaged, with the line
     */
    public static FoldAnswers read(Task task, String text) {
        List<Row> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
            for (CSVRecord record : parser) {
                List<String> cells = record.toList();
                if (record.getRecordNumber() == 1) {
                    require(cells.equals(header(task)), 1, "its columns are " + cells);
                } else {
                    require(cells.size() == header(task).size(), record.getRecordNumber(), "it has " + cells.size());
                    rows.add(row(task, cells, record.getRecordNumber()));
                }
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
        }
        require(!rows.isEmpty(), 1, "it has no answer");
        rows.sort(java.util.Comparator.comparing(Row::image));
        return new FoldAnswers(
                rows.stream().map(Row::image).toList(),
                rows.stream().map(Row::lesion).toList(),
                rows.stream().mapToInt(Row::label).toArray(),
                rows.stream().map(row -> probabilities(task, row.logits)).toArray(double[][]::new));
    }

    private static double[] probabilities(Task task, float[] logits) {
        // A sigmoid is the softmax of 0 and the logit.
        return TemperatureScaling.softmax(task == Task.MELANOMA ? new float[] {0, logits[0]} : logits, 1);
    }

    private static Row row(Task task, List<String> cells, long line) {
        try {
            float[] logits = new float[task.outputs()];
            for (int c = 0; c < logits.length; c++) {
                logits[c] = Float.parseFloat(cells.get(FACTS.size() + c));
                require(Float.isFinite(logits[c]), line, "a logit is no number");
            }
            int label = labels(task).indexOf(cells.get(2));
            require(label >= 0, line, "the label " + cells.get(2) + " is unknown");
            return new Row(cells.get(0), cells.get(1), label, logits);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("line " + line + ": " + e.getMessage(), e);
        }
    }

    private static void require(boolean holds, long line, String words) {
        if (!holds) {
            throw new IllegalArgumentException("line " + line + ": " + words);
        }
    }
}
