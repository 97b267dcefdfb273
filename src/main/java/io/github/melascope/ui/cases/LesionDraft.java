package io.github.melascope.ui.cases;

import io.github.melascope.app.LesionReport;
import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.base.Words;
import io.github.melascope.cases.CaseRow;
import io.github.melascope.cases.Reading;
import io.github.melascope.report.LesionFront;
import io.github.melascope.ui.export.Draft;
import io.github.melascope.ui.export.Wanted;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One PDF of a lesion over time. */
public final class LesionDraft implements Draft {
    private final Words words;
    private final LesionReport report;
    private final LesionFront.Subject subject;
    private final List<LesionReport.Shot> shots;
    private final LocalDate date;
    private final String lesion;

    /** @param date of the report */
    public LesionDraft(Words words, LesionReport report, FollowUp followUp, LocalDate date) {
        CaseWords told = new CaseWords(words);
        CaseRow row = followUp.row();
        this.words = words;
        this.report = report;
        this.date = date;
        this.lesion = told.lesion(row.lesionLabel(), row.site());
        subject = new LesionFront.Subject(row.pseudonym(), row.lesionLabel(), told.site(row.site()), row.confirmed());
        Set<Long> visits = new HashSet<>();
        shots = followUp.shots().stream()
                .map(shot -> shot(told, shot, visits.add(shot.visit().id())))
                .toList();
    }

    /** @param first whether it is the visit's first image: the visit's note stands there */
    private static LesionReport.Shot shot(CaseWords told, FollowUp.Shot shot, boolean first) {
        List<String> notes = new ArrayList<>();
        if (first) {
            notes.add(shot.visit().note());
        }
        shot.own().map(Reading.User::note).ifPresent(notes::add);
        notes.removeIf(String::isBlank);
        return new LesionReport.Shot(
                shot.visit().date(),
                notes,
                shot.picture().image().fileName(),
                shot.picture().file(),
                shot.own().map(own -> new LesionFront.Own(own.diagnosis(), told.confidence(own.confidence()))),
                shot.answer());
    }

    @Override
    public String title() {
        return words.of("report.lesion.title");
    }

    @Override
    public Set<Choice> choices() {
        return Set.of(Choice.FILE_NAMES, Choice.NOTES);
    }

    @Override
    public String fileName(Wanted wanted) {
        String safe = subject.pseudonym().replaceAll("[^\\p{L}\\p{N}._-]+", "-");
        return "melascope-" + safe + "-" + date + ".pdf";
    }

    @Override
    public List<String> contents(Wanted wanted) {
        long pages = shots.stream()
                .filter(shot -> shot.file().isPresent() && shot.answer().isPresent())
                .count();
        int notes = shots.stream().mapToInt(shot -> shot.notes().size()).sum();
        return List.of(
                words.of("preview.patient", subject.pseudonym()),
                words.of("preview.lesion", lesion),
                words.of("preview.visits", shots.size(), pages),
                words.of("preview.files", words.of(wanted.fileNames() ? "preview.yes" : "preview.no")),
                words.of("preview.notes-in", wanted.notes() ? notes : 0),
                words.of("preview.date", words.day(date)),
                words.of("preview.models"));
    }

    @Override
    public String previewed() {
        return "";
    }

    private LesionReport.Content content(Wanted wanted) {
        return new LesionReport.Content(subject, shots, wanted.fileNames(), wanted.notes(), date);
    }

    @Override
    public byte[] preview(Wanted wanted, CancelToken cancel) throws ProblemException {
        return report.encode(content(wanted), cancel);
    }

    @Override
    public String write(Path file, Wanted wanted, Progress progress, CancelToken cancel) throws ProblemException {
        writePdf(file, wanted, progress, cancel);
        return words.of("export.done", file);
    }

    @Override
    public void writePdf(Path file, Wanted wanted, Progress progress, CancelToken cancel) throws ProblemException {
        report.write(file, content(wanted), progress, cancel);
    }
}
