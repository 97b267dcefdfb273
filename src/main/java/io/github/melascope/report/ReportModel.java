package io.github.melascope.report;

import io.github.melascope.base.Words;
import io.github.melascope.lesion.Prediction;
import io.github.melascope.lesion.RgbImage;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All that the one-page report shows. Equal content gives equal bytes; nothing is asked of the clock.
 *
 * @param words the language of the report
 * @param image the plain image, upright
 * @param explanation where the model looked, if that was computed
 * @param withoutMap what stands in place of a heat map that is not there
 * @param prediction the answer, with the model's id, its weights' hash, the threshold and the image's quality
 * @param thresholdNote where the threshold comes from, e.g. {@code "Chosen on validation for 95 % sensitivity"}
 * @param exam how the model did in its exam, if known
 * @param fileName of the image, without its folder; empty when it is to stay unsaid
 * @param caseName what the reader calls the case, if anything; any script
 * @param date of the report
 * @param cautions what a reader must know before believing the answer or the map, a sentence each
 * @param patient the melanoma probability with what is known of the patient, and what that means, a sentence each
 */
public record ReportModel(
        Words words,
        RgbImage image,
        Optional<Explanation> explanation,
        String withoutMap,
        Prediction prediction,
        Optional<String> thresholdNote,
        Optional<ExamFigures> exam,
        Optional<String> fileName,
        Optional<String> caseName,
        LocalDate date,
        List<String> cautions,
        List<String> patient) {
    public ReportModel {
        cautions = List.copyOf(cautions);
        patient = List.copyOf(patient);
    }

    /** Of nobody in particular. */
    public ReportModel(
            Words words,
            RgbImage image,
            Optional<Explanation> explanation,
            String withoutMap,
            Prediction prediction,
            Optional<String> thresholdNote,
            Optional<ExamFigures> exam,
            Optional<String> fileName,
            Optional<String> caseName,
            LocalDate date,
            List<String> cautions) {
        this(
                words,
                image,
                explanation,
                withoutMap,
                prediction,
                thresholdNote,
                exam,
                fileName,
                caseName,
                date,
                cautions,
                List.of());
    }

    /** The same with what is known of the patient. */
    public ReportModel withPatient(List<String> sentences) {
        return new ReportModel(
                words,
                image,
                explanation,
                withoutMap,
                prediction,
                thresholdNote,
                exam,
                fileName,
                caseName,
                date,
                cautions,
                sentences);
    }

    /** What the longer side of the picture in the report has at most, in pixels. */
    public static final int LONG_SIDE = 1000;
}
