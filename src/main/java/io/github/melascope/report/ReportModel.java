package io.github.melascope.report;

import io.github.melascope.lesion.Prediction;
import io.github.melascope.lesion.RgbImage;
import java.time.LocalDate;
import java.util.Optional;

/**
 * All that the one-page report shows. Equal content gives equal bytes; nothing is asked of the clock.
 *
 * @param image the plain image, upright
 * @param explanation where the model looked, if that was computed
 * @param prediction the answer, with the model's id, its weights' hash, the threshold and the image's quality
 * @param thresholdNote where the threshold comes from, e.g. {@code "chosen on validation for 95 % sensitivity"}
 * @param exam how the model did in its exam, if known
 * @param fileName of the image, without its folder
 * @param caseName what the reader calls the case, if anything; any script
 * @param date of the report
 */
public record ReportModel(
        RgbImage image,
        Optional<Explanation> explanation,
        Prediction prediction,
        Optional<String> thresholdNote,
        Optional<ExamFigures> exam,
        String fileName,
        Optional<String> caseName,
        LocalDate date) {}
