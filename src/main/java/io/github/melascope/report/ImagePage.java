package io.github.melascope.report;

import io.github.melascope.base.Words;
import java.io.IOException;

/** The page of one image: the answer, the picture beside the heat map, the numbers, the model. */
final class ImagePage {
    private static final float GAP = 16;
    private static final float COLUMN_GAP = 20;

    private ImagePage() {}

    /** Adds the page to a file. */
    static void add(PdfFile file, ReportModel model) throws IOException {
        // The pictures get smaller where the text needs the room.
        float columns = file.measure(page -> columns(page, model, 0));
        file.identify(model.fileName() + "\n" + model.caseName() + '\n' + model.date() + '\n' + model.prediction());
        file.add((page, embedding) -> draw(page, embedding, model, columns));
    }

    private static void draw(Page page, Embedding embedding, ReportModel model, float columnHeight) throws IOException {
        Words words = model.words();
        float pictures = Answer.draw(page, model, Header.draw(page, model)) + GAP;
        float room = Footer.TOP - GAP - columnHeight - COLUMN_GAP - pictures;
        float columns = new Pictures(page, words, embedding, room).draw(model, pictures) + COLUMN_GAP;
        columns(page, model, columns);
        Footer.draw(page, words, model.prediction());
    }

    /** Draws the two columns and returns the bottom of the longer one. */
    private static float columns(Page page, ReportModel model, float top) throws IOException {
        Words words = model.words();
        Probabilities answer = new Probabilities(page, words, model.prediction(), Page.LEFT, Page.COLUMN);
        float first = answer.notes(
                "report.cautions",
                Style.STRONG,
                model.cautions(),
                answer.notes("patient.title", Style.BODY, model.patient(), answer.draw(top)));
        return Math.max(first, new Facts(page, words, Page.SECOND, Page.COLUMN).draw(model, top));
    }
}
