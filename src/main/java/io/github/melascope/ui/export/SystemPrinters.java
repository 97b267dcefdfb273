package io.github.melascope.ui.export;

import io.github.melascope.report.PdfPages;
import io.github.melascope.ui.fx.FxPictures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.print.PageLayout;
import javafx.print.PageOrientation;
import javafx.print.Printer;
import javafx.print.PrinterJob;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/**
 * The system's printers by JavaFX. Not by its print dialog: that is AWT's, which shows nothing and says yes in a program that
 * runs without AWT's windows, as this one does.
 */
public final class SystemPrinters implements Printers {
    /** On Linux Java hands pages to this command, and says that all is well when it is missing. */
    private static final Path SPOOLER = Path.of("/usr/bin/lpr");

    @Override
    public List<String> names() {
        if (System.getProperty("os.name").startsWith("Linux") && !Files.isExecutable(SPOOLER)) {
            return List.of();
        }
        @Nullable Printer usual = Printer.getDefaultPrinter();
        Set<String> names = new java.util.TreeSet<>();
        Printer.getAllPrinters().forEach(printer -> names.add(printer.getName()));
        List<String> ordered = new ArrayList<>(names);
        if (usual != null && ordered.remove(usual.getName())) {
            ordered.add(0, usual.getName());
        }
        return List.copyOf(ordered);
    }

    @Override
    public Job begin(String name, String title, int copies) throws PrintFailed {
        Printer printer = Printer.getAllPrinters().stream()
                .filter(one -> one.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new PrintFailed(name));
        @Nullable PrinterJob job = PrinterJob.createPrinterJob(printer);
        if (job == null) {
            throw new PrintFailed(name);
        }
        job.getJobSettings().setJobName(title);
        job.getJobSettings().setCopies(copies);
        PageLayout layout = printer.createPageLayout(
                printer.getDefaultPageLayout().getPaper(),
                PageOrientation.PORTRAIT,
                Printer.MarginType.HARDWARE_MINIMUM);
        return new Pages(job, layout);
    }

    private record Pages(PrinterJob job, PageLayout layout) implements Job {
        @Override
        public void page(PdfPages.Page page) throws PrintFailed {
            Placement place =
                    Placement.of(page.width(), page.height(), layout.getPrintableWidth(), layout.getPrintableHeight());
            ImageView picture = new ImageView(FxPictures.of(page.picture()));
            picture.setFitWidth(place.width());
            picture.setFitHeight(place.height());
            picture.relocate(place.left(), place.top());
            if (!job.printPage(layout, new Pane(picture))) {
                throw new PrintFailed(job.getPrinter().getName());
            }
        }

        @Override
        public void end() throws PrintFailed {
            if (!job.endJob()) {
                throw new PrintFailed(job.getPrinter().getName());
            }
        }

        @Override
        public void cancel() {
            job.cancelJob();
        }
    }
}
