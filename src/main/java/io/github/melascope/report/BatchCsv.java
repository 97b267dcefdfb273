package io.github.melascope.report;

import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.Prediction;
import io.github.melascope.lesion.Quality;
import io.github.melascope.lesion.QualityIssue;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;

/**
 * A table in UTF-8 with the columns {@code file, outcome, reason, melanoma, otherMalignancy} (the
 * likeliest diagnosis, where the outcome is of lower concern and that diagnosis is another malignancy: {@code bcc}, {@code akiec}), one {@code probabilities.CODE} for each diagnosis,
 * {@code quality} ({@code good}, or the codes of what is wrong with semicolons between), {@code model, weightsSha256, error}.
 * A cell that does not apply is empty. Text that a spreadsheet would take for a formula is led by an apostrophe.
 */
public final class BatchCsv implements BatchWriter {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();

    private final Writer out;

    /** Writes the head line. {@code out} is closed with this writer. */
    public BatchCsv(Writer out) throws IOException {
        this.out = out;
        print(Stream.of(
                        Stream.of("file", "outcome", "reason", "melanoma", "otherMalignancy"),
                        Diagnosis.ALL.stream().map(diagnosis -> "probabilities." + diagnosis.code()),
                        Stream.of("quality", "model", "weightsSha256", "error"))
                .flatMap(names -> names)
                .toArray());
    }

    @Override
    public void write(BatchRow row) throws IOException {
        List<Object> cells = new ArrayList<>();
        cells.add(guarded(row.file()));
        if (row instanceof BatchRow.Answer answer) {
            answer(answer.prediction(), cells);
            cells.add("");
        } else if (row instanceof BatchRow.Refusal refusal) {
            cells.addAll(Collections.nCopies(Diagnosis.ALL.size() + 7, ""));
            cells.add(guarded(String.valueOf(refusal.problem().getMessage())));
        }
        print(cells.toArray());
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void print(Object[] cells) throws IOException {
        FORMAT.printRecord(out, cells);
        out.flush();
    }

    private static void answer(Prediction prediction, List<Object> cells) {
        cells.add(prediction.outcome().code());
        cells.add(guarded(prediction.reason()));
        cells.add(prediction.melanoma());
        cells.add(prediction.otherMalignancy().map(Diagnosis::code).orElse(""));
        for (Diagnosis diagnosis : Diagnosis.ALL) {
            Double probability = prediction.probabilities().get(diagnosis);
            cells.add(probability == null ? "" : probability);
        }
        cells.add(quality(prediction.quality()));
        cells.add(guarded(prediction.modelId()));
        cells.add(prediction.weightsSha256());
    }

    private static String quality(Quality quality) {
        return quality.good()
                ? "good"
                : quality.issues().stream().map(QualityIssue::code).collect(Collectors.joining(";"));
    }

    /** Against formulas in file names and reasons: spreadsheets run what begins with one of these. */
    private static String guarded(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
