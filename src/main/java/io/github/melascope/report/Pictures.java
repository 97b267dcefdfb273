package io.github.melascope.report;

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
    private final Embedding embedding;
    private final float panelHeight;

    /** @param room how much height there is at most, captions included */
    Pictures(Page page, Embedding embedding, float room) {
        this.page = page;
        this.embedding = embedding;
        this.panelHeight = Math.min(FULL_HEIGHT, room - CAPTION);
    }

    /** Draws from {@code top} and returns the bottom of the captions. */
    float draw(ReportModel model, float top) throws IOException {
        panel(Page.LEFT, top);
        picture(model.image(), Page.LEFT, top);
        panel(Page.SECOND, top);
        float caption = top + panelHeight + 14;
        page.text(Page.LEFT, caption, Style.QUIET, "The image, unaltered");
        if (model.explanation().isPresent()) {
            Explanation explanation = model.explanation().get();
            picture(explanation.map().flat() ? model.image() : explanation.overlay(), Page.SECOND, top);
            caption(explanation, caption);
        } else {
            page.text(Page.SECOND, caption, Style.QUIET, "No heat map was made");
        }
        return top + panelHeight + CAPTION;
    }

    /** What is explained, then how it was made and what the colours mean. */
    private void caption(Explanation explanation, float baseline) throws IOException {
        HeatMap map = explanation.map();
        float second = baseline + Style.QUIET.leading();
        String target = map.target().fullName();
        String what = "Heat map: " + Character.toLowerCase(target.charAt(0)) + target.substring(1);
        page.paragraph(Page.SECOND, baseline, Page.COLUMN, 1, Style.QUIET, what);
        String method = map.method().title();
        if (map.flat()) {
            page.text(Page.SECOND, second, Style.QUIET, method + ": no localised evidence");
            return;
        }
        float most = Page.RIGHT - page.width(Style.QUIET, "most");
        float ramp = most - 5 - RAMP_WIDTH;
        page.text(Page.SECOND, second, Style.QUIET, method + ", line at half");
        page.text(ramp - 5 - page.width(Style.QUIET, "none"), second, Style.QUIET, "none");
        page.image(embedding.lossless(explanation.ramp()), ramp, second - 6.2f, RAMP_WIDTH, 6.5f);
        page.text(most, second, Style.QUIET, "most");
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
