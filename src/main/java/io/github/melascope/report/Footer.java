package io.github.melascope.report;

import io.github.melascope.lesion.Prediction;
import java.io.IOException;

/** The foot of the page: which model with which weights, and what the program is. */
final class Footer {
    private static final float TOP = 778;

    private Footer() {}

    static void draw(Page page, Prediction prediction) throws IOException {
        page.rule(TOP);
        String hash = prediction.weightsSha256();
        float hashWidth = page.width(Style.HASH, hash);
        float room = Page.RIGHT - Page.LEFT - hashWidth - 24;
        page.text(Page.LEFT, TOP + 14, Style.LABEL, "Model");
        String id = Wrapping.middleEllipsised(prediction.modelId(), room, part -> page.width(Style.BODY, part));
        page.text(Page.LEFT, TOP + 26, Style.BODY, id);
        page.text(Page.RIGHT - hashWidth, TOP + 14, Style.LABEL, "SHA-256 of its weights");
        page.text(Page.RIGHT - hashWidth, TOP + 26, Style.HASH, hash);
        String what = "Made with Melascope, decision support for research and teaching. It is not a medical device.";
        page.text(Page.LEFT, TOP + 42, Style.LABEL, what);
    }
}
