package io.github.melascope.dataset;

import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Term;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes samples of the rows of one or more tables of the same kind, and of the images beside them. */
final class TableImport {
    private final DatasetFiles files;
    private final SampleCollector collector;
    private final Map<String, Details> extra = new HashMap<>();
    private final Set<Path> used = new HashSet<>();
    private long rows;
    private String firstMissing = "";

    TableImport(DatasetFiles files, SampleCollector collector) {
        this.files = files;
        this.collector = collector;
    }

    /** Rows with a label that were read, whether their images are there or not. */
    long rows() {
        return rows;
    }

    /** The first listed image that is not there, or "". */
    String firstMissing() {
        return firstMissing;
    }

    /** Takes lesion, age, sex and site from a table without labels. */
    void addDetails(CsvTable table, Columns columns) throws ProblemException {
        for (CsvTable.Row row : table.rows()) {
            extra.putIfAbsent(key(row.cell(columns.image())), Details.of(row, columns));
        }
    }

    void addSamples(CsvTable table, Columns columns) throws ProblemException {
        LabelReader labels = new LabelReader(table, columns);
        long unlabelled = 0;
        for (CsvTable.Row row : table.rows()) {
            String image = row.cell(columns.image());
            if (image.isEmpty()) {
                collector.note(Finding.Kind.BAD_VALUE, "line " + row.line(), Term.of("note.no-image-named"));
                continue;
            }
            Optional<Label> label = labels.read(row);
            Optional<Path> file = find(table.file(), row.line(), image);
            file.ifPresent(used::add);
            if (label.isEmpty()) {
                unlabelled++;
            } else {
                add(image, file, label.get(), Details.of(row, columns));
            }
        }
        if (unlabelled > 0) {
            collector.note(
                    Finding.Kind.UNLABELLED, files.relative(table.file()), Term.of("note.unlabelled", unlabelled));
        }
    }

    /** Tells of images that no row names. */
    void noteUnlisted() {
        for (Path image : files.images()) {
            if (!used.contains(image)) {
                collector.note(Finding.Kind.UNLISTED_IMAGE, files.relative(image), Term.of("note.unlisted"));
            }
        }
    }

    private void add(String image, Optional<Path> file, Label label, Details own) {
        rows++;
        String key = key(image);
        if (file.isEmpty()) {
            firstMissing = firstMissing.isEmpty() ? image : firstMissing;
            collector.note(Finding.Kind.MISSING_IMAGE, image, Term.of("note.missing"));
            return;
        }
        collector.add(key, file.get(), label, own.orElse(details(key)));
    }

    private Details details(String key) {
        Details byName = extra.getOrDefault(SampleCollector.lastPiece(key), Details.NONE);
        return extra.getOrDefault(key, byName);
    }

    /** By the path a row gives, from its table's folder or the dataset's; else by the name anywhere in the dataset. */
    private Optional<Path> find(Path table, long line, String image) throws ProblemException {
        String path = image.replace('\\', '/');
        try {
            for (Path base : List.of(parent(table), files.root())) {
                Path file = base.resolve(path).normalize();
                if (!file.startsWith(files.root())) {
                    throw outside(table, line, image);
                }
                if (path.contains("/") && Files.isRegularFile(file)) {
                    return Optional.of(file);
                }
            }
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
        return byName(path);
    }

    private Optional<Path> byName(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        List<Path> found = files.named(name);
        if (found.isEmpty()) {
            found = files.named(DatasetFiles.withoutEnding(name));
        }
        List<Path> sameCase = found.stream()
                .filter(f -> DatasetFiles.stem(f).equals(DatasetFiles.withoutEnding(name)))
                .toList();
        List<Path> candidates = below(path, sameCase.isEmpty() ? found : sameCase);
        if (candidates.size() > 1) {
            collector.note(
                    Finding.Kind.SAME_NAME,
                    path,
                    Term.of("note.same-name", candidates.size(), files.relative(candidates.get(0))));
            used.addAll(candidates);
        }
        return candidates.stream().findFirst();
    }

    /** Of several, those whose folders are as the row says. */
    private List<Path> below(String path, List<Path> found) {
        if (found.size() < 2 || !path.contains("/")) {
            return found;
        }
        String wanted = "/" + DatasetFiles.withoutEnding(path);
        List<Path> fitting = found.stream()
                .filter(f -> ("/" + DatasetFiles.withoutEnding(files.relative(f))).endsWith(wanted))
                .toList();
        return fitting.isEmpty() ? found : fitting;
    }

    private Path parent(Path table) {
        Path parent = table.getParent();
        return parent == null ? files.root() : parent;
    }

    /** What rows of several tables agree on: the path with forward slashes and without an image's ending. */
    private static String key(String image) {
        return DatasetFiles.withoutEnding(image.replace('\\', '/'));
    }

    private static ProblemException outside(Path table, long line, String image) {
        return new ProblemException(ProblemException.Kind.UNUSABLE, "problem.table.outside", table, line, image);
    }
}
