package io.github.melascope.report;

import io.github.melascope.base.Words;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.Outcome;
import io.github.melascope.lesion.Prediction;
import io.github.melascope.lesion.RgbImage;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The cover of the report of one lesion: whose it is, and its images over time with both readings of each. */
public final class LesionFront extends Front {
    private static final float FIRST_TOP = 92;
    private static final int THUMBNAIL = 120;
    private static final int HASH_LETTERS = 12;

    private final Subject subject;
    private final List<Shot> shots = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();

    /**
     * Which lesion.
     *
     * @param pseudonym of the patient
     * @param lesion what the user calls it
     * @param site of the body, in the report's language
     * @param confirmed by histopathology
     */
    public record Subject(String pseudonym, String lesion, String site, Optional<Diagnosis> confirmed) {}

    /** The user's reading of an image: the diagnosis, and how sure they were, in the report's language. */
    public record Own(Diagnosis diagnosis, String confidence) {}

    /**
     * One image.
     *
     * @param picture empty when its file cannot be read; {@code problem} then says why
     * @param page index of its page among the pages of images, 0 for the first; empty for none
     */
    public record Shot(
            LocalDate date,
            String name,
            Optional<RgbImage> picture,
            String problem,
            Optional<Own> own,
            Optional<Prediction> answer,
            OptionalInt page) {}

    private record Note(LocalDate date, String text) {}

    public LesionFront(Subject subject) {
        this.subject = subject;
    }

    /** In the order in which they are to be shown. */
    public void add(Shot shot) {
        shots.add(new Shot(
                shot.date(),
                shot.name(),
                shot.picture().map(image -> Embedding.atMost(image, THUMBNAIL)),
                shot.problem(),
                shot.own(),
                shot.answer(),
                shot.page()));
    }

    public void note(LocalDate date, String text) {
        notes.add(new Note(date, text));
    }

    @Override
    String title(Words words) {
        return words.of("report.lesion.title");
    }

    @Override
    String content() {
        StringBuilder content = new StringBuilder().append(subject).append(notes);
        for (Shot shot : shots) {
            content.append(shot.date()).append(shot.name()).append(shot.problem());
            content.append(shot.own()).append(shot.answer()).append('\n');
        }
        return content.toString();
    }

    @Override
    void footer(Page page, Words words) throws IOException {
        Footer.plain(page, words);
    }

    @Override
    Flow flow(Page ruler, Words words, Table.Numbers numbers) throws IOException {
        Flow flow = new Flow(FIRST_TOP, NEXT_TOP, Footer.TOP - 8);
        flow.add(new Flow.Block(70, (page, embedding, top) -> about(page, words, top)));
        flow.add(small(Style.STRONG, Style.STRONG.colour(), words.of("app.not-a-diagnosis")));
        flow.add(heading(words.of("report.visits")));
        visits(flow, ruler, words, numbers);
        if (!notes.isEmpty()) {
            notes(flow, ruler, words, numbers);
        }
        return flow;
    }

    private void about(Page page, Words words, float top) throws IOException {
        float second = Page.LEFT + 210;
        float width = 200;
        String confirmed = subject.confirmed().map(dx -> words.of("dx", dx)).orElse(words.of("report.none"));
        fact(page, Page.LEFT, top, width, words.of("report.patient"), subject.pseudonym());
        fact(page, second, top, width, words.of("report.lesion"), subject.lesion());
        fact(page, Page.LEFT, top + 36, width, words.of("report.site"), subject.site());
        fact(page, second, top + 36, Page.RIGHT - second, words.of("report.confirmed"), confirmed);
    }

    private static void fact(Page page, float x, float top, float width, String name, String value) throws IOException {
        page.text(x, top + 8, Style.LABEL, name);
        page.paragraph(x, top + 21, width, 1, Style.VALUE, value);
    }

    private void visits(Flow flow, Page ruler, Words words, Table.Numbers numbers) throws IOException {
        Table table = new Table(
                ruler,
                List.of(
                        new Table.Column("", 52, false),
                        new Table.Column(words.of("report.column.visit"), 66, false),
                        new Table.Column(words.of("report.column.file"), 112, false),
                        new Table.Column(words.of("report.column.own"), 112, false),
                        new Table.Column(words.of("report.column.model"), 113, false),
                        new Table.Column(words.of("report.column.page"), 56, true)));
        flow.add(table.headBlock());
        for (Shot shot : shots) {
            flow.add(table.row(cells(words, shot), numbers));
        }
        if (shots.stream()
                .flatMap(shot -> shot.answer().stream())
                .anyMatch(answer -> answer.otherMalignancy().isPresent())) {
            flow.add(small(Style.STRONG, Palette.AMBER, words.of("report.other")));
        }
    }

    private static List<Table.Cell> cells(Words words, Shot shot) {
        String none = words.of("report.none");
        return List.of(
                shot.picture().<Table.Cell>map(Table.Cell.Picture::new).orElse(Table.text(none)),
                Table.text(words.day(shot.date())),
                Table.text(
                        new Table.Paragraph(Style.BODY, shot.name()), new Table.Paragraph(Style.QUIET, shot.problem())),
                shot.own()
                        .map(own -> Table.text(
                                new Table.Paragraph(Style.BODY, words.of("dx", own.diagnosis())),
                                new Table.Paragraph(Style.QUIET, own.confidence())))
                        .orElse(Table.text(none)),
                shot.answer().map(answer -> answer(words, answer)).orElse(Table.text(none)),
                shot.page().isPresent() ? new Table.Cell.PageOf(shot.page().getAsInt()) : Table.text(none));
    }

    private static Table.Cell answer(Words words, Prediction answer) {
        String outcome = words.of("outcome", answer.outcome());
        String said = answer.outcome() == Outcome.NO_ANSWER
                ? outcome
                : words.of("report.answer", outcome, Percent.of(words, answer.melanoma()));
        String hash = answer.weightsSha256()
                .substring(0, Math.min(HASH_LETTERS, answer.weightsSha256().length()));
        String other = answer.otherMalignancy()
                .map(diagnosis -> words.of("dx", diagnosis) + " *")
                .orElse("");
        return Table.text(
                new Table.Paragraph(Style.STRONG, Palette.of(answer.outcome()), said),
                new Table.Paragraph(Style.STRONG, Palette.AMBER, other),
                new Table.Paragraph(Style.QUIET, words.of("report.answered-by", answer.modelId(), hash)));
    }

    private void notes(Flow flow, Page ruler, Words words, Table.Numbers numbers) throws IOException {
        flow.add(heading(words.of("report.notes")));
        Table table = new Table(
                ruler,
                List.of(
                        new Table.Column(words.of("report.column.visit"), 66, false),
                        new Table.Column(words.of("report.notes"), 429, false)));
        for (Note note : notes) {
            flow.add(table.row(List.of(Table.text(words.day(note.date())), Table.text(note.text())), numbers));
        }
    }
}
