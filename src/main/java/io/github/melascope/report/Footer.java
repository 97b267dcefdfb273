package io.github.melascope.report;

import io.github.melascope.lesion.Prediction;
import java.io.IOException;

/** The foot of the page: which model with which weights, and what the program is. */
final class Footer {
    static final float TOP = 776;
    private static final float VALUES = Page.LEFT + 84;

    private Footer() {}

    static void draw(Page page, Prediction prediction) throws IOException {
        page.rule(TOP);
        page.text(Page.LEFT, TOP + 15, Style.LABEL, "Model");
        float room = Page.RIGHT - VALUES;
        String id = Wrapping.middleEllipsised(prediction.modelId(), room, part -> page.width(Style.STRONG, part));
        page.text(VALUES, TOP + 15, Style.STRONG, id);
        page.text(Page.LEFT, TOP + 28, Style.LABEL, "Weights, SHA-256");
        page.text(VALUES, TOP + 28, Style.HASH, prediction.weightsSha256());
        String what = "Made with Melascope, decision support for research and teaching. It is not a medical device.";
        page.text(Page.LEFT, TOP + 43, Style.LABEL, what);
    }
}
