package io.github.melascope.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Gathers labelled images under their keys, notices rows that repeat or contradict each other, and names the images. */
final class SampleCollector {
    private record Entry(Path file, Label label, Details details) {}

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Set<String> contradicted = new HashSet<>();
    private final List<Finding> problems = new ArrayList<>();

    void add(String key, Path file, Label label, Details details) {
        Entry entry = new Entry(file, label, details);
        Entry earlier = entries.putIfAbsent(key, entry);
        if (earlier == null) {
            details.complaints().forEach(text -> note(Finding.Kind.BAD_VALUE, key, text + " is taken as unknown"));
        } else if (!earlier.label().equals(label)) {
            note(
                    Finding.Kind.CONFLICTING_IMAGE,
                    key,
                    name(earlier.label()) + " in one row, " + name(label) + " in another");
            contradicted.add(key);
        } else if (!earlier.details().lesion().equals(details.lesion())) {
            note(
                    Finding.Kind.CONFLICTING_IMAGE,
                    key,
                    "lesion " + earlier.details().lesion() + " in one row, " + details.lesion() + " in another");
            contradicted.add(key);
        } else {
            note(Finding.Kind.DUPLICATE_ROW, key, "is listed more than once");
        }
    }

    void note(Finding.Kind kind, String subject, String detail) {
        problems.add(new Finding(kind, subject, detail));
    }

    void noteAll(Collection<Finding> findings) {
        problems.addAll(findings);
    }

    /** By kind, worst first; within a kind in the order found. */
    List<Finding> problems() {
        return problems.stream().sorted(Comparator.comparing(Finding::kind)).toList();
    }

    /** The samples by image id. The id is the last piece of the key where that is unique, else the whole key. */
    List<Sample> samples() {
        Map<String, Integer> count = new TreeMap<>();
        entries.keySet().forEach(key -> count.merge(lastPiece(key), 1, Integer::sum));
        List<Sample> samples = new ArrayList<>();
        entries.forEach((key, entry) -> {
            if (!contradicted.contains(key)) {
                String last = lastPiece(key);
                samples.add(sample(count.getOrDefault(last, 0) == 1 ? last : key, entry));
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
                note(Finding.Kind.CONFLICTING_LESION, lesion, "has the diagnoses " + String.join(", ", names));
            }
        });
    }

    private static Sample sample(String id, Entry entry) {
        Details details = entry.details();
        return new Sample(
                id,
                entry.file(),
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

    private static String lastPiece(String key) {
        return key.substring(key.lastIndexOf('/') + 1);
    }

    private static String orUnknown(String text) {
        return text.isEmpty() ? Sample.UNKNOWN : text;
    }
}
