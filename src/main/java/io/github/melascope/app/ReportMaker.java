package io.github.melascope.app;

import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Words;
import io.github.melascope.imaging.ColorMap;
import io.github.melascope.imaging.Overlay;
import io.github.melascope.imaging.PngWriter;
import io.github.melascope.lesion.HeatMap;
import io.github.melascope.lesion.Prediction;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.model.ModelBundle;
import io.github.melascope.model.Threshold;
import io.github.melascope.report.ExamFigures;
import io.github.melascope.report.Explanation;
import io.github.melascope.report.PdfReport;
import io.github.melascope.report.Percent;
import io.github.melascope.report.PngReport;
import io.github.melascope.report.ReportModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes the files a review can leave behind, in one language. Equal reviews and dates give equal bytes. */
public final class ReportMaker {
    private static final ColorMap COLOURS = ColorMap.CIVIDIS;
    private static final double OPACITY = 0.5;
    private static final double CONTOUR = 0.5;
    private static final double SAME = 1e-9;

    private final Words words;
    private final ModelBundle bundle;
    private final PdfReport pdf = new PdfReport();

    /** @param bundle of the model that answered */
    public ReportMaker(Words words, ModelBundle bundle) {
        this.words = words;
        this.bundle = bundle;
    }

    /**
     * The content of the one-page report.
     *
     * @param map to show beside the plain image
     * @param fileName of the image, without its folder; empty to leave it out
     * @param caseName what the reader calls the case, if anything
     */
    public ReportModel model(
            Review review, HeatMap map, Optional<String> fileName, Optional<String> caseName, LocalDate date) {
        return model(
                review.image(), map, review.prediction(), fileName, caseName, date, Cautions.of(words, review, map));
    }

    /** The same for an answer that was given before; the model's own threshold and exam stand beside it. */
    ReportModel model(
            RgbImage image,
            HeatMap map,
            Prediction prediction,
            Optional<String> fileName,
            Optional<String> caseName,
            LocalDate date,
            List<String> cautions) {
        return new ReportModel(
                words,
                image,
                Optional.of(Explanation.of(image, map, COLOURS, OPACITY)),
                words.of("report.map.none"),
                prediction,
                Optional.of(thresholdNote(words, bundle.spec().thresholds().melanoma(), prediction.threshold())),
                Optional.of(ExamFigures.of(words, bundle.metrics())),
                fileName,
                caseName,
                date,
                cautions);
    }

    /** The bytes of the report as PDF. */
    public byte[] pdf(ReportModel model) {
        try {
            return pdf.encode(model);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // into memory: there is no disk that could fail
        }
    }

    /** @throws ProblemException of kind {@code USAGE} when the file cannot be written */
    public void writePdf(Path file, ReportModel model) throws ProblemException {
        Saving.file(file, () -> pdf.write(file, model));
    }

    /** @throws ProblemException of kind {@code USAGE} when the file cannot be written */
    public void writePng(Path file, ReportModel model) throws ProblemException {
        Saving.file(file, () -> new PngReport(pdf).write(file, model));
    }

    /**
     * Writes the image with the heat over it, at the image's own size; its texts say what it is and whose. A flat map leaves
     * the image as it is.
     *
     * @throws ProblemException of kind {@code USAGE} when the file cannot be written
     */
    public void writeHeatMap(Path file, Review review, HeatMap map) throws ProblemException {
        String method = map.method().title();
        Map<String, String> texts = new TreeMap<>();
        texts.put("Title", words.of("terminal.map", method, words.of("dx", map.target())));
        texts.put("Comment", map.flat() ? words.of("report.map.flat", method) : COLOURS.code());
        texts.put("Disclaimer", words.of("app.not-a-diagnosis"));
        texts.put("Software", words.of("app.name"));
        texts.put("Source", bundle.spec().id() + ", " + bundle.weightsSha256());
        RgbImage heated = Overlay.colour(review.image(), map, COLOURS, OPACITY);
        Saving.file(file, () -> PngWriter.write(file, Overlay.contour(heated, map, CONTOUR), texts));
    }

    /**
     * Where a threshold comes from.
     *
     * @param own the model's
     * @param used the one that decided
     */
    public static String thresholdNote(Words words, Threshold own, double used) {
        if (Math.abs(own.value() - used) > SAME) {
            return words.of("report.threshold.moved", Percent.of(words, own.value()));
        }
        return own.wantedSensitivity().isPresent()
                ? words.of(
                        "report.threshold.sensitivity",
                        words.number(100 * own.wantedSensitivity().getAsDouble(), 0))
                : words.of("report.threshold.balanced");
    }
}
