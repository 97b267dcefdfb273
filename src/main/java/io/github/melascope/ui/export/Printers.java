package io.github.melascope.ui.export;

import io.github.melascope.report.PdfPages;
import java.util.List;

/** The printers there are. An interface, because a test has none. Takes time: never on the window's thread. */
public interface Printers {
    /** Their names, the usual one first; empty when there is none. */
    List<String> names();

    /**
     * Begins to print.
     *
     * @param name one of the names
     * @param title of the job in the system's queue
     * @param copies at least 1
     * @throws PrintFailed when the printer is gone
     */
    Job begin(String name, String title, int copies) throws PrintFailed;

    /** Pages on their way to a printer. */
    interface Job {
        void page(PdfPages.Page page) throws PrintFailed;

        /** All pages were given. */
        void end() throws PrintFailed;

        /** Nothing more shall be printed; what was printed stays so. */
        void cancel();
    }

    /** A printer that does not take what it is given. */
    final class PrintFailed extends Exception {
        private static final long serialVersionUID = 1L;

        public PrintFailed(String message) {
            super(message);
        }
    }
}
