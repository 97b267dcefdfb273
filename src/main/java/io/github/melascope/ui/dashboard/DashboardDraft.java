package io.github.melascope.ui.dashboard;

import io.github.melascope.app.Saving;
import io.github.melascope.base.AtomicFiles;
import io.github.melascope.base.CancelToken;
import io.github.melascope.base.IoReason;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.base.Words;
import io.github.melascope.report.DashboardPdf;
import io.github.melascope.report.DashboardReport;
import io.github.melascope.ui.export.Draft;
import io.github.melascope.ui.export.Wanted;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The whole dashboard as it stood when it was asked for, about to be a PDF. Counts and figures only: there is nothing to leave out. */
record DashboardDraft(Words words, DashboardReport report) implements Draft {
    @Override
    public String title() {
        return report.title();
    }

    @Override
    public Set<Choice> choices() {
        return Set.of();
    }

    @Override
    public String fileName(Wanted wanted) {
        return "dashboard.pdf";
    }

    @Override
    public List<String> contents(Wanted wanted) {
        List<String> lines = new ArrayList<>(List.of(report.exam()));
        lines.addAll(report.facts());
        lines.add(words.of(
                "dashboard.preview.parts",
                report.sheets().size(),
                report.plots().size()));
        lines.add(words.of("dashboard.preview.no-images"));
        lines.add(words.of("preview.date", words.day(report.date())));
        return lines;
    }

    @Override
    public String previewed() {
        return "";
    }

    @Override
    public byte[] preview(Wanted wanted, CancelToken cancel) throws ProblemException {
        cancel.check();
        try {
            return new DashboardPdf().encode(report);
        } catch (IOException e) {
            throw new ProblemException(
                    ProblemException.Kind.UNUSABLE, e, "problem.file.unwritten", fileName(wanted), IoReason.of(e));
        }
    }

    @Override
    public String write(Path file, Wanted wanted, Progress progress, CancelToken cancel) throws ProblemException {
        writePdf(file, wanted, progress, cancel);
        return words.of("export.done", file);
    }

    @Override
    public void writePdf(Path file, Wanted wanted, Progress progress, CancelToken cancel) throws ProblemException {
        byte[] pdf = preview(wanted, cancel);
        cancel.check();
        Saving.file(file, () -> AtomicFiles.write(file, pdf));
    }
}
