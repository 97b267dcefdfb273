package io.github.melascope.dataset;

import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Term;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Opens a dataset folder in any of the known layouts. */
public final class Datasets {
    private final DatasetFiles files;
    private final SampleCollector collector;
    private final List<Table> labelled = new ArrayList<>();
    private final List<Table> details = new ArrayList<>();
    private final List<CsvTable> others = new ArrayList<>();

    private record Table(CsvTable csv, Columns columns) {}

    private Datasets(DatasetFiles files) {
        this.files = files;
        this.collector = new SampleCollector(files);
    }

    /**
     * Recognises the layout by content and lists the labelled images. Looks at names, tables and folders, not into
     * images.
     *
     * <p>Tables come before folder names; HAM10000's metadata before one-hot tables before other tables; several tables
     * of the best kind are pooled. Tables without labels add lesion, age, sex and site. In ISIC 2019 actinic keratosis
     * (AK) and squamous cell carcinoma (SCC) become {@code akiec}, and images of the class UNK are left out with a count.
     *
     * @throws ProblemException of kind {@code UNUSABLE} when there is no such folder, no image, no column for image or
     *     label, a label nobody knows, or a row that points out of the folder
     */
    public static Dataset open(Path dir) throws ProblemException {
        return new Datasets(DatasetFiles.of(dir)).read();
    }

    private Dataset read() throws ProblemException {
        if (files.images().isEmpty()) {
            throw noImage();
        }
        collector.noteAll(files.problems());
        for (Path file : files.tables()) {
            sort(CsvTable.open(file));
        }
        return labelled.isEmpty() ? readFolders() : readTables();
    }

    private void sort(CsvTable csv) {
        Columns columns = Columns.of(csv.header());
        boolean ownSplit = csv.header().equals(SplitFile.COLUMNS); // says nothing that its source does not
        if (columns.layout().isPresent() && !ownSplit) {
            labelled.add(new Table(csv, columns));
        } else if (columns.image() >= 0 && columns.hasDetails() && !ownSplit) {
            details.add(new Table(csv, columns));
        } else {
            others.add(csv);
        }
    }

    private Dataset readFolders() throws ProblemException {
        ClassFolders folders = new ClassFolders(files);
        if (!folders.found()) {
            throw noLabels(folders);
        }
        folders.addTo(collector);
        collector.note(Finding.Kind.NOTE, name(), Term.of("note.no-lesion"));
        return dataset(Layout.CLASS_FOLDERS);
    }

    private Dataset readTables() throws ProblemException {
        Layout best =
                labelled.stream().map(Datasets::layout).min(Datasets::byTrust).orElse(Layout.PLAIN_CSV);
        List<Table> chosen =
                labelled.stream().filter(t -> byTrust(layout(t), best) == 0).toList();
        TableImport rows = new TableImport(files, collector);
        for (Table table : details) {
            rows.addDetails(table.csv(), table.columns());
        }
        for (Table table : labelled) {
            if (!chosen.contains(table)) {
                rows.addDetails(table.csv(), table.columns());
                others.add(table.csv());
            }
        }
        for (Table table : chosen) {
            rows.addSamples(table.csv(), table.columns());
        }
        rows.noteUnlisted();
        noteTables(chosen);
        Dataset dataset = dataset(best);
        if (dataset.samples().isEmpty()) {
            throw noneFound(rows);
        }
        return dataset;
    }

    private Dataset dataset(Layout layout) {
        List<Sample> samples = collector.samples();
        List<Table> all = new ArrayList<>(labelled);
        all.addAll(details);
        if (all.stream().noneMatch(t -> t.columns().patient())) {
            collector.noteConflictingLesions(samples);
        }
        noteMalignant(samples);
        return new Dataset(name(), files.root(), layout, samples, collector.problems());
    }

    private void noteMalignant(List<Sample> samples) {
        long malignant = samples.stream()
                .filter(s -> s.melanoma() && s.diagnosis() == null)
                .count();
        if (malignant > 0) {
            collector.note(Finding.Kind.NOTE, name(), Term.of("note.malignant", malignant));
        }
    }

    private void noteTables(List<Table> chosen) {
        chosen.forEach(
                t -> collector.note(Finding.Kind.NOTE, files.relative(t.csv().file()), Term.of("note.labels")));
        details.forEach(
                t -> collector.note(Finding.Kind.NOTE, files.relative(t.csv().file()), Term.of("note.details")));
        others.forEach(t -> collector.note(Finding.Kind.NOTE, files.relative(t.file()), Term.of("note.no-label")));
        boolean lesions = chosen.stream().anyMatch(t -> t.columns().lesion() >= 0)
                || details.stream().anyMatch(t -> t.columns().lesion() >= 0);
        if (!lesions) {
            collector.note(Finding.Kind.NOTE, name(), Term.of("note.no-lesion"));
        }
    }

    private String name() {
        return String.valueOf(files.root().getFileName());
    }

    private static Layout layout(Table table) {
        return table.columns().layout().orElse(Layout.PLAIN_CSV);
    }

    /** Layouts as labelled tables are preferred; the two challenges count the same. */
    private static int byTrust(Layout one, Layout two) {
        return Integer.compare(trust(one), trust(two));
    }

    private static int trust(Layout layout) {
        return switch (layout) {
            case HAM10000 -> 0;
            case ISIC_2018, ISIC_2019 -> 1;
            case CLASS_FOLDERS, PLAIN_CSV -> 2;
        };
    }

    private ProblemException noImage() {
        boolean empty = files.tables().isEmpty();
        return problem(
                Term.of(empty ? "why.dataset.empty" : "why.dataset.only-tables"), Term.of("next.dataset.folder"));
    }

    private ProblemException noLabels(ClassFolders folders) {
        Optional<CsvTable> table =
                Stream.concat(details.stream().map(Table::csv), others.stream()).findFirst();
        if (table.isPresent()) {
            List<String> header = table.get().header();
            boolean noImage = Columns.of(header).image() < 0;
            return problem(
                    Term.of(
                            noImage ? "why.dataset.no-image-column" : "why.dataset.no-label-column",
                            files.relative(table.get().file()),
                            header),
                    Term.of("next.dataset.column"));
        }

        return problem(
                folders.otherFolders().isEmpty()
                        ? Term.of("why.dataset.no-labels")
                        : Term.of("why.dataset.no-labels-but-folders", folders.otherFolders()),
                Term.of("next.dataset.labels", Label.knownWords()));
    }

    private ProblemException noneFound(TableImport rows) {
        Term why = rows.firstMissing().isEmpty()
                ? Term.of("why.dataset.none-usable", rows.rows())
                : Term.of("why.dataset.none-found", rows.rows(), rows.firstMissing());
        return problem(rows.rows() == 0 ? Term.of("why.dataset.no-row") : why, Term.of("next.dataset.together"));
    }

    private ProblemException problem(Term why, Term next) {
        return new ProblemException(ProblemException.Kind.UNUSABLE, "problem.dataset", files.root(), why, next);
    }
}
