package io.github.melascope.report;

import io.github.melascope.base.Words;
import io.github.melascope.lesion.HeatMap;
import io.github.melascope.lesion.RgbImage;
import java.io.IOException;

/** The plain image and, beside it at the same size, the heat map. */
final class Pictures {
    /** A picture of 4 : 3 fills its column. */
    private static final float FULL_HEIGHT = Page.COLUMN * 3 / 4;

    private static final float CAPTION = 30;
    private static final float RAMP_WIDTH = 64;

    private final Page page;
    private final Words words;
    private final Embedding embedding;
    private final float panelHeight;

    /** @param room how much height there is at most, captions included */
    Pictures(Page page, Words words, Embedding embedding, float room) {
        this.page = page;
        this.words = words;
        this.embedding = embedding;
        this.panelHeight = Math.min(FULL_HEIGHT, room - CAPTION);
    }

    /** Draws from {@code top} and returns the bottom of the captions. */
    float draw(ReportModel model, float top) throws IOException {
        panel(Page.LEFT, top);
        picture(model.image(), Page.LEFT, top);
        panel(Page.SECOND, top);
        float caption = top + panelHeight + 14;
        page.text(Page.LEFT, caption, Style.QUIET, words.of("report.plain"));
        if (model.explanation().isPresent()) {
            Explanation explanation = model.explanation().get();
            picture(explanation.map().flat() ? model.image() : explanation.overlay(), Page.SECOND, top);
            caption(explanation, caption);
        } else {
            page.paragraph(Page.SECOND, caption, Page.COLUMN, 2, Style.QUIET, model.withoutMap());
        }
        return top + panelHeight + CAPTION;
    }

    /** What is explained, then how it was made and what the colours mean. */
    private void caption(Explanation explanation, float baseline) throws IOException {
        HeatMap map = explanation.map();
        float second = baseline + Style.QUIET.leading();
        String what = words.of("report.map", words.of("dx", map.target()));
        page.paragraph(Page.SECOND, baseline, Page.COLUMN, 1, Style.QUIET, what);
        String method = map.method().title();
        if (map.flat()) {
            page.text(Page.SECOND, second, Style.QUIET, words.of("report.map.flat", method));
            return;
        }
        String low = words.of("image.legend.low");
        String high = words.of("image.legend.high");
        float most = Page.RIGHT - page.width(Style.QUIET, high);
        float ramp = most - 5 - RAMP_WIDTH;
        page.text(Page.SECOND, second, Style.QUIET, words.of("report.map.line", method));
        page.text(ramp - 5 - page.width(Style.QUIET, low), second, Style.QUIET, low);
        page.image(embedding.lossless(explanation.ramp()), ramp, second - 6.2f, RAMP_WIDTH, 6.5f);
        page.text(most, second, Style.QUIET, high);
    }

    private void panel(float x, float top) throws IOException {
        page.rectangle(Palette.PANEL, x, top, Page.COLUMN, panelHeight);
    }

    /** As large as the panel allows, in the middle. */
    private void picture(RgbImage image, float x, float top) throws IOException {
        float scale = Math.min(Page.COLUMN / image.width(), panelHeight / image.height());
        float width = image.width() * scale;
        float height = image.height() * scale;
        float left = x + (Page.COLUMN - width) / 2;
        page.image(embedding.photo(image), left, top + (panelHeight - height) / 2, width, height);
    }
}
