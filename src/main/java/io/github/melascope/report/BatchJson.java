package io.github.melascope.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.Prediction;
import io.github.melascope.lesion.Quality;
import io.github.melascope.lesion.QualityIssue;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object a line: {@code file, outcome, reason, melanoma, otherMalignancy} (code of the likeliest diagnosis, where the
 * outcome is of lower concern and that diagnosis is another malignancy, else null), {@code probabilities} (by diagnosis code), {@code quality}
 * ({@code good, issues, width, height, sharpness, meanLuma, clippedShare}), {@code model, weightsSha256}; a refused file has
 * {@code file} and {@code error} only.
 */
public final class BatchJson implements BatchWriter {
    private final ObjectMapper mapper = new ObjectMapper();
    private final Writer out;

    /** @param out is closed with this writer */
    public BatchJson(Writer out) {
        this.out = out;
    }

    @Override
    public void write(BatchRow row) throws IOException {
        out.write(mapper.writeValueAsString(fields(row)));
        out.write('\n');
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private static Map<String, @Nullable Object> fields(BatchRow row) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("file", row.file());
        if (row instanceof BatchRow.Refusal refusal) {
            fields.put("error", refusal.problem().getMessage());
        } else if (row instanceof BatchRow.Answer answer) {
            Prediction prediction = answer.prediction();
            fields.put("outcome", prediction.outcome().code());
            fields.put("reason", prediction.reason());
            fields.put("melanoma", prediction.melanoma());
            fields.put(
                    "otherMalignancy",
                    prediction.otherMalignancy().map(Diagnosis::code).orElse(null));
            Map<String, Double> probabilities = new LinkedHashMap<>();
            prediction.probabilities().forEach((diagnosis, value) -> probabilities.put(diagnosis.code(), value));
            fields.put("probabilities", probabilities);
            fields.put("quality", quality(prediction.quality()));
            fields.put("model", prediction.modelId());
            fields.put("weightsSha256", prediction.weightsSha256());
        }
        return fields;
    }

    private static Map<String, Object> quality(Quality quality) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("good", quality.good());
        fields.put("issues", quality.issues().stream().map(QualityIssue::code).toList());
        fields.put("width", quality.width());
        fields.put("height", quality.height());
        fields.put("sharpness", quality.sharpness());
        fields.put("meanLuma", quality.meanLuma());
        fields.put("clippedShare", quality.clippedShare());
        return fields;
    }
}
