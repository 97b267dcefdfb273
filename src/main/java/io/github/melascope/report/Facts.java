package io.github.melascope.report;

import io.github.melascope.lesion.Quality;
import io.github.melascope.lesion.QualityIssue;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Collectors;

/** The second column: how good the image is, where the threshold comes from, and how the model did in its exam. */
final class Facts {
    private static final float ROW = 13;

    private final Page page;
    private final float left;
    private final float width;

    Facts(Page page, float left, float width) {
        this.page = page;
        this.left = left;
        this.width = width;
    }

    /** Draws from {@code top} and returns the bottom. */
    float draw(ReportModel model, float top) throws IOException {
        float y = quality(model.prediction().quality(), top);
        y = threshold(model, y + 14);
        return model.exam().isPresent() ? exam(model.exam().get(), y + 14) : y;
    }

    private float quality(Quality quality, float top) throws IOException {
        page.text(left, top + 8, Style.HEADING, "Image quality");
        float y = top + 26;
        y = row(y, "Size", quality.width() + " × " + quality.height() + " pixels");
        y = row(y, "Sharpness", number("%.0f", quality.sharpness()));
        y = row(y, "Mean brightness, 0 to 255", number("%.0f", quality.meanLuma()));
        y = row(y, "Pure black or white", Percent.of(quality.clippedShare()));
        String issues = quality.issues().stream().map(QualityIssue::words).collect(Collectors.joining("; "));
        String verdict = quality.good() ? "No fault found" : "Faults: " + issues;
        return page.paragraph(left, y, width, 4, quality.good() ? Style.BODY : Style.STRONG, verdict) - ROW + 4;
    }

    private float threshold(ReportModel model, float top) throws IOException {
        page.text(left, top + 8, Style.HEADING, "Threshold");
        float y =
                row(top + 26, "Closer look from", Percent.of(model.prediction().threshold()));
        if (model.thresholdNote().isPresent()) {
            y = page.paragraph(
                    left, y, width, 2, Style.QUIET, model.thresholdNote().get());
        }
        return y - ROW + 4;
    }

    private float exam(ExamFigures exam, float top) throws IOException {
        page.text(left, top + 8, Style.HEADING, "The model’s exam");
        page.textRight(left + width, top + 8, Style.LABEL, Style.LABEL.colour(), "95 % intervals in brackets");
        float y = page.paragraph(left, top + 26, width, 2, Style.QUIET, exam.exam()) + 2;
        for (ExamFigures.Line line :
                exam.lines().subList(0, Math.min(ExamFigures.ROOM, exam.lines().size()))) {
            y = row(y, line.name(), line.figure().text());
        }
        return y - ROW + 4;
    }

    private float row(float baseline, String name, String value) throws IOException {
        float room = width - page.width(Style.BODY, value) - 8;
        page.text(left, baseline, Style.BODY, Wrapping.ellipsised(name, room, part -> page.width(Style.BODY, part)));
        page.textRight(left + width, baseline, Style.BODY, Style.BODY.colour(), value);
        return baseline + ROW;
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
