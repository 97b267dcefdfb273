package io.github.melascope.dataset;

import io.github.melascope.base.Term;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Gathers labelled images by their files, notices rows that repeat or contradict each other, and names the images. */
final class SampleCollector {
    private record Entry(String key, Label label, Details details) {}

    private final DatasetFiles files;
    private final Map<Path, Entry> entries = new LinkedHashMap<>();
    private final Set<Path> contradicted = new HashSet<>();
    private final List<Finding> problems = new ArrayList<>();

    SampleCollector(DatasetFiles files) {
        this.files = files;
    }

    /** @param key how the dataset calls the image: a name or a path with forward slashes, without ending */
    void add(String key, Path file, Label label, Details details) {
        Entry entry = new Entry(key, label, details);
        Entry earlier = entries.putIfAbsent(file, entry);
        if (earlier == null) {
            details.complaints().forEach(complaint -> note(Finding.Kind.BAD_VALUE, key, complaint));
        } else if (!earlier.label().equals(label)) {
            contradiction(key, file, Term.of("note.two-labels", name(earlier.label()), name(label)));
        } else if (!earlier.details().lesion().equals(details.lesion())) {
            contradiction(
                    key, file, Term.of("note.two-lesions", earlier.details().lesion(), details.lesion()));
        } else {
            note(Finding.Kind.DUPLICATE_ROW, key, Term.of("note.repeated"));
        }
    }

    private void contradiction(String key, Path file, Term detail) {
        contradicted.add(file);
        note(Finding.Kind.CONFLICTING_IMAGE, key, detail);
    }

    void note(Finding.Kind kind, String subject, Term detail) {
        problems.add(new Finding(kind, subject, detail));
    }

    void noteAll(Collection<Finding> findings) {
        problems.addAll(findings);
    }

    /** By kind, worst first, then by subject, so that the order of rows does not show. */
    List<Finding> problems() {
        return problems.stream()
                .sorted(Comparator.comparing(Finding::kind)
                        .thenComparing(Finding::subject)
                        .thenComparing(finding -> finding.detail().toString()))
                .toList();
    }

    /** The samples by image id: the last piece of the key where that is unique, else the key, else the file's path. */
    List<Sample> samples() {
        Map<String, Integer> names = new HashMap<>();
        Map<String, Integer> keys = new HashMap<>();
        for (Entry entry : entries.values()) {
            names.merge(lastPiece(entry.key()), 1, Integer::sum);
            keys.merge(entry.key(), 1, Integer::sum);
        }
        List<Sample> samples = new ArrayList<>();
        entries.forEach((file, entry) -> {
            if (!contradicted.contains(file)) {
                String name = lastPiece(entry.key());
                String unique = keys.getOrDefault(entry.key(), 0) == 1 ? entry.key() : files.relative(file);
                samples.add(sample(names.getOrDefault(name, 0) == 1 ? name : unique, file, entry));
            }
        });
        samples.sort(Comparator.comparing(Sample::imageId));
        return samples;
    }

    /** Lesions with several diagnoses are kept, as a diagnosis may have been revised, but told of. */
    void noteConflictingLesions(List<Sample> samples) {
        Map<String, Set<String>> classes = new TreeMap<>();
        samples.forEach(s ->
                classes.computeIfAbsent(s.lesionId(), id -> new TreeSet<>()).add(s.className()));
        classes.forEach((lesion, names) -> {
            if (names.size() > 1) {
                note(Finding.Kind.CONFLICTING_LESION, lesion, Term.of("note.diagnoses", names));
            }
        });
    }

    private static Sample sample(String id, Path file, Entry entry) {
        Details details = entry.details();
        return new Sample(
                id,
                file,
                details.lesion().isEmpty() ? id : details.lesion(),
                entry.label().diagnosis(),
                entry.label().melanoma(),
                orUnknown(details.dxType()),
                details.parsedAge(),
                orUnknown(details.sex()),
                orUnknown(details.site()));
    }

    private static String name(Label label) {
        if (label.diagnosis() != null) {
            return label.diagnosis().code();
        }
        return label.melanoma() ? "malignant" : "benign";
    }

    static String lastPiece(String key) {
        return key.substring(key.lastIndexOf('/') + 1);
    }

    private static String orUnknown(String text) {
        return text.isEmpty() ? Sample.UNKNOWN : text;
    }
}
