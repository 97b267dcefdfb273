package io.github.melascope.app;

import io.github.melascope.base.ProblemException;
import io.github.melascope.imaging.ColorMap;
import io.github.melascope.imaging.Overlay;
import io.github.melascope.imaging.PngWriter;
import io.github.melascope.lesion.HeatMap;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.model.ModelBundle;
import io.github.melascope.model.Threshold;
import io.github.melascope.report.ExamFigures;
import io.github.melascope.report.Explanation;
import io.github.melascope.report.PdfReport;
import io.github.melascope.report.PngReport;
import io.github.melascope.report.ReportModel;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes the files a review can leave behind. Equal reviews and dates give equal bytes. */
public final class ReportMaker {
    private static final ColorMap COLOURS = ColorMap.CIVIDIS;
    private static final double OPACITY = 0.5;
    private static final double CONTOUR = 0.5;
    private static final int RAMP_WIDTH = 256;
    private static final int RAMP_HEIGHT = 16;

    private final ModelBundle bundle;
    private final PdfReport pdf = new PdfReport();

    /** @param bundle of the model that answered */
    public ReportMaker(ModelBundle bundle) {
        this.bundle = bundle;
    }

    /**
     * The content of the one-page report.
     *
     * @param map to show beside the plain image
     * @param fileName of the image, without its folder
     * @param caseName what the reader calls the case, if anything
     */
    public ReportModel model(Review review, HeatMap map, String fileName, Optional<String> caseName, LocalDate date) {
        RgbImage ramp = Overlay.legend(COLOURS, RAMP_WIDTH, RAMP_HEIGHT);
        return new ReportModel(
                review.image(),
                Optional.of(new Explanation(map, overlay(review.image(), map), ramp)),
                review.prediction(),
                Optional.of(thresholdNote(bundle.spec().thresholds().melanoma())),
                Optional.of(ExamFigures.of(bundle.metrics())),
                fileName,
                caseName,
                date);
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
        Map<String, String> texts = new TreeMap<>();
        texts.put("Title", map.method().title() + " for " + map.target().fullName());
        texts.put("Comment", map.flat() ? "No localised evidence" : "Colours: " + COLOURS.code());
        texts.put("Disclaimer", "Not a diagnosis. For research and teaching.");
        texts.put("Software", "Melascope");
        texts.put("Source", bundle.spec().id() + ", weights " + bundle.weightsSha256());
        Saving.file(file, () -> PngWriter.write(file, overlay(review.image(), map), texts));
    }

    private static RgbImage overlay(RgbImage image, HeatMap map) {
        return Overlay.contour(Overlay.colour(image, map, COLOURS, OPACITY), map, CONTOUR);
    }

    /** Where a threshold comes from. */
    public static String thresholdNote(Threshold threshold) {
        return threshold.wantedSensitivity().isPresent()
                ? String.format(
                        Locale.ROOT,
                        "Chosen on validation for %.0f %% sensitivity",
                        100 * threshold.wantedSensitivity().getAsDouble())
                : "Chosen on validation for the highest balanced accuracy";
    }
}
