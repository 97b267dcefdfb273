package io.github.melascope.report;

import io.github.melascope.base.Words;
import io.github.melascope.lesion.Quality;
import java.io.IOException;

/** The second column: how good the image is, where the threshold comes from, and how the model did in its exam. */
final class Facts {
    private static final float ROW = 13;

    private final Page page;
    private final Words words;
    private final float left;
    private final float width;

    Facts(Page page, Words words, float left, float width) {
        this.page = page;
        this.words = words;
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
        page.text(left, top + 8, Style.HEADING, words.of("report.quality"));
        float y = top + 26;
        y = row(y, words.of("report.size"), words.of("answer.size", quality.width(), quality.height()));
        y = row(y, words.of("report.sharpness"), words.number(quality.sharpness(), 0));
        y = row(y, words.of("report.brightness"), words.number(quality.meanLuma(), 0));
        y = row(y, words.of("report.clipped"), Percent.of(words, quality.clippedShare()));
        String verdict = quality.good()
                ? words.of("report.no-fault")
                : words.of("report.faults", new AnswerWords(words).issues(quality));
        return page.paragraph(left, y, width, 4, quality.good() ? Style.BODY : Style.STRONG, verdict) - ROW + 4;
    }

    private float threshold(ReportModel model, float top) throws IOException {
        page.text(left, top + 8, Style.HEADING, words.of("report.threshold"));
        float y = row(
                top + 26,
                words.of("report.threshold.from"),
                Percent.of(words, model.prediction().threshold()));
        if (model.thresholdNote().isPresent()) {
            y = page.paragraph(
                    left, y, width, 2, Style.QUIET, model.thresholdNote().get());
        }
        return y - ROW + 4;
    }

    private float exam(ExamFigures exam, float top) throws IOException {
        page.text(left, top + 8, Style.HEADING, words.of("exam.title"));
        page.textRight(left + width, top + 8, Style.LABEL, Style.LABEL.colour(), words.of("report.intervals"));
        float y = page.paragraph(left, top + 26, width, 2, Style.QUIET, exam.exam()) + 2;
        for (ExamFigures.Line line :
                exam.lines().subList(0, Math.min(ExamFigures.ROOM, exam.lines().size()))) {
            y = row(y, line.name(), ExamFigures.text(words, line.figure()));
        }
        return y - ROW + 4;
    }

    private float row(float baseline, String name, String value) throws IOException {
        float room = width - page.width(Style.BODY, value) - 8;
        page.text(left, baseline, Style.BODY, Wrapping.ellipsised(name, room, part -> page.width(Style.BODY, part)));
        page.textRight(left + width, baseline, Style.BODY, Style.BODY.colour(), value);
        return baseline + ROW;
    }
}
