package io.github.melascope.report;

import io.github.melascope.base.Words;
import io.github.melascope.imaging.ColorMap;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.HeatMap;
import io.github.melascope.lesion.Outcome;
import io.github.melascope.lesion.Prediction;
import io.github.melascope.lesion.Quality;
import io.github.melascope.lesion.QualityIssue;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.metrics.Figure;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Report models on a drawn spot, with made-up numbers. */
final class Samples {
    static final String HASH = "0123456789abcdef".repeat(4);
    static final LocalDate DATE = LocalDate.of(2026, 11, 23);

    static final Words ENGLISH = new Words(Locale.ENGLISH);
    static final Words GERMAN = new Words(Locale.GERMAN);
    private static final String NO_MAP = ENGLISH.of("report.map.none");

    private Samples() {}

    /** The same in another language. */
    static ReportModel in(Words words, ReportModel model) {
        return new ReportModel(
                words,
                model.image(),
                model.explanation(),
                words.of("report.map.none"),
                model.prediction(),
                model.thresholdNote(),
                model.exam(),
                model.fileName(),
                model.caseName(),
                model.date(),
                model.cautions());
    }

    /** Lower concern, though another malignancy is the likeliest. */
    static ReportModel otherMalignancy() {
        Map<Diagnosis, Double> likely = new EnumMap<>(seven());
        likely.put(Diagnosis.MEL, 0.04);
        likely.put(Diagnosis.AKIEC, 0.6044);
        return model(prediction(Outcome.LOWER_CONCERN, "", likely, good()));
    }

    static ReportModel usual() {
        return model(
                prediction(Outcome.CLOSER_LOOK, "the melanoma probability is above the threshold", seven(), good()));
    }

    static ReportModel model(Prediction prediction) {
        RgbImage image = spot(600, 450);
        return new ReportModel(
                ENGLISH,
                image,
                Optional.of(explanation(image, false)),
                NO_MAP,
                prediction,
                Optional.of("Chosen on the validation part for 95 % sensitivity"),
                Optional.of(exam()),
                Optional.of("ISIC_0024310.jpg"),
                Optional.of("Müller, Łukasz 山田"),
                DATE,
                List.of());
    }

    static ReportModel with(RgbImage image) {
        ReportModel usual = usual();
        return new ReportModel(
                ENGLISH,
                image,
                Optional.of(explanation(image, false)),
                NO_MAP,
                usual.prediction(),
                usual.thresholdNote(),
                usual.exam(),
                usual.fileName(),
                usual.caseName(),
                DATE,
                List.of());
    }

    static ReportModel named(String name) {
        ReportModel usual = usual();
        return new ReportModel(
                ENGLISH,
                usual.image(),
                usual.explanation(),
                NO_MAP,
                usual.prediction(),
                usual.thresholdNote(),
                usual.exam(),
                usual.fileName(),
                Optional.of(name),
                DATE,
                List.of());
    }

    /** As much of everything as can come. */
    static ReportModel crowded() {
        String reason =
                "the melanoma probability is above the threshold, the image is doubtful in more than one way, and this "
                        + "sentence goes on and on to see whether a reason of any length finds its end in an ellipsis somewhere here";
        Prediction long1 = prediction(Outcome.CLOSER_LOOK, reason.repeat(3), seven(), poor());
        Prediction prediction = new Prediction(
                long1.outcome(),
                long1.reason(),
                0.99999,
                long1.probabilities(),
                0.995,
                long1.quality(),
                "a-model-with-a-name-that-nobody-would-type-".repeat(4),
                HASH);
        return new ReportModel(
                ENGLISH,
                spot(450, 600),
                Optional.of(explanation(spot(450, 600), false, HeatMap.Method.GRAD_CAM_PLUS_PLUS, Diagnosis.AKIEC)),
                NO_MAP,
                prediction,
                Optional.of("Chosen on the validation part for 95 % sensitivity, then moved by hand. ".repeat(3)),
                Optional.of(new ExamFigures(exam().exam().repeat(4), twice(exam().lines()))),
                Optional.of("a_file_name_without_any_blank_and_far_too_long_for_its_place_".repeat(3) + "0042.jpeg"),
                Optional.of("Wolfeschlegelsteinhausenbergerdorff, Maximilian-Alexander ".repeat(3)),
                DATE,
                List.of());
    }

    private static List<ExamFigures.Line> twice(List<ExamFigures.Line> lines) {
        return java.util.stream.IntStream.range(0, 2 * lines.size())
                .mapToObj(i -> lines.get(i % lines.size()))
                .toList();
    }

    /** The same with sentences to mind. */
    static ReportModel cautioned(ReportModel model) {
        return new ReportModel(
                model.words(),
                model.image(),
                model.explanation(),
                model.withoutMap(),
                model.prediction(),
                model.thresholdNote(),
                model.exam(),
                model.fileName(),
                model.caseName(),
                model.date(),
                List.of(model.words().of("report.learnt"), model.words().of("answer.heat-outside", "100 %")));
    }

    static ReportModel noAnswer() {
        return model(prediction(Outcome.NO_ANSWER, "the image is blurred", seven(), poor()));
    }

    static ReportModel flat() {
        ReportModel usual = usual();
        return new ReportModel(
                ENGLISH,
                usual.image(),
                Optional.of(explanation(usual.image(), true)),
                NO_MAP,
                usual.prediction(),
                usual.thresholdNote(),
                usual.exam(),
                usual.fileName(),
                usual.caseName(),
                DATE,
                List.of());
    }

    /** A model for melanoma alone; nothing that may be left out is there. */
    static ReportModel melanomaOnly() {
        RgbImage image = spot(224, 224);
        Prediction prediction = prediction(Outcome.LOWER_CONCERN, "", Map.of(Diagnosis.MEL, 0.0312), good());
        return new ReportModel(
                ENGLISH,
                image,
                Optional.empty(),
                NO_MAP,
                prediction,
                Optional.empty(),
                Optional.empty(),
                Optional.of("IMG_0001.png"),
                Optional.empty(),
                DATE,
                List.of());
    }

    static Prediction prediction(
            Outcome outcome, String reason, Map<Diagnosis, Double> probabilities, Quality quality) {
        double melanoma = probabilities.getOrDefault(Diagnosis.MEL, 0.0);
        return new Prediction(outcome, reason, melanoma, probabilities, 0.214, quality, "dermoscopy-1", HASH);
    }

    static Map<Diagnosis, Double> seven() {
        return new EnumMap<>(Map.of(
                Diagnosis.AKIEC, 0.021,
                Diagnosis.BCC, 0.008,
                Diagnosis.BKL, 0.094,
                Diagnosis.DF, 0.0003,
                Diagnosis.MEL, 0.6234,
                Diagnosis.NV, 0.2493,
                Diagnosis.VASC, 0.004));
    }

    static Quality good() {
        return new Quality(600, 450, 182.4, 148.9, 0.0004, List.of());
    }

    static Quality poor() {
        return new Quality(600, 450, 3.1, 18.2, 0.31, List.of(QualityIssue.values()));
    }

    static ExamFigures exam() {
        return new ExamFigures(
                "An exam with made-up figures, lesion-grouped test part",
                List.of(
                        new ExamFigures.Line("ROC AUC", new Figure(0.912, 0.881, 0.938)),
                        new ExamFigures.Line("PR AUC", new Figure(0.612, 0.548, 0.677)),
                        new ExamFigures.Line("Sensitivity", new Figure(0.947, 0.910, 0.978)),
                        new ExamFigures.Line("Specificity", new Figure(0.702, 0.681, 0.724)),
                        new ExamFigures.Line("ECE", new Figure(0.031, 0.022, 0.043))));
    }

    static Explanation explanation(RgbImage image, boolean flat) {
        return explanation(image, flat, HeatMap.Method.GRAD_CAM, Diagnosis.MEL);
    }

    static Explanation explanation(RgbImage image, boolean flat, HeatMap.Method method, Diagnosis target) {
        float[] values = new float[49];
        for (int i = 0; i < 49 && !flat; i++) {
            values[i] = (float) Math.exp(-(Math.pow(i % 7 - 3.4, 2) + Math.pow(i / 7.0 - 3, 2)) / 4);
        }
        HeatMap map = new HeatMap(7, 7, values, flat, method, target);
        return Explanation.of(image, map, ColorMap.CIVIDIS, 0.5);
    }

    /** A brown spot on skin. */
    static RgbImage spot(int width, int height) {
        int[] pixels = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double r = distance(x, y, width, height);
                double shade = 1 / (1 + Math.exp((r - 0.5 - 0.06 * Math.sin(7 * Math.atan2(y, x + 1))) * 18));
                pixels[y * width + x] = mix(0xE3B9A0, 0x5B3423, shade);
            }
        }
        return new RgbImage(width, height, pixels);
    }

    private static double distance(int x, int y, int width, int height) {
        double scale = Math.min(width, height) / 2.0;
        return Math.hypot((x - width / 2.0) / scale, (y - height / 2.0) / scale);
    }

    private static int mix(int a, int b, double share) {
        int colour = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            double value = (1 - share) * (a >> shift & 0xFF) + share * (b >> shift & 0xFF);
            colour |= (int) Math.round(value) << shift;
        }
        return colour;
    }
}
