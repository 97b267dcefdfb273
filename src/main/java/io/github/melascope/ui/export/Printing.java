package io.github.melascope.ui.export;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.IoReason;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.base.Term;
import io.github.melascope.report.PdfPages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Prints the very pages of a PDF as pictures of 300 dots per inch, one in memory at a time. */
final class Printing {
    private static final float DOTS_PER_INCH = 300;

    private final Printers printers;

    Printing(Printers printers) {
        this.printers = printers;
    }

    /**
     * Prints. Off the window's thread.
     *
     * @return how many pages
     */
    int print(Draft draft, Wanted wanted, String printer, int copies, Progress progress, CancelToken cancel)
            throws ProblemException {
        try {
            Path file = Files.createTempFile("melascope", ".pdf");
            try {
                draft.writePdf(file, wanted, progress, cancel);
                return print(file, draft.title(), printer, copies, progress, cancel);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new ProblemException(ProblemException.Kind.USAGE, e, "problem.print", IoReason.of(e));
        } catch (Printers.PrintFailed e) {
            throw new ProblemException(
                    ProblemException.Kind.USAGE,
                    e,
                    "problem.print",
                    Term.of("why.print.refused", String.valueOf(e.getMessage())));
        }
    }

    private int print(Path file, String title, String printer, int copies, Progress progress, CancelToken cancel)
            throws IOException, Printers.PrintFailed {
        try (PdfPages pages = PdfPages.open(file)) {
            Printers.Job job = printers.begin(printer, title, copies);
            boolean done = false;
            try {
                for (int i = 0; i < pages.count(); i++) {
                    cancel.check();
                    job.page(pages.render(i, DOTS_PER_INCH));
                    progress.report(title, i + 1L, pages.count());
                }
                job.end();
                done = true;
                return pages.count();
            } finally {
                if (!done) {
                    job.cancel();
                }
            }
        }
    }
}
