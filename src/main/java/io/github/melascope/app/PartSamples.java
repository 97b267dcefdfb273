package io.github.melascope.app;

import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Term;
import io.github.melascope.dataset.Dataset;
import io.github.melascope.dataset.Part;
import io.github.melascope.dataset.Sample;
import io.github.melascope.dataset.SplitFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Finds the images of one part of a model's split in a dataset, and refuses a dataset that tells another story of them. */
final class PartSamples {
    private PartSamples() {}

    /**
     * The images of the part that the dataset holds, in its order.
     *
     * @throws ProblemException of kind {@code UNUSABLE} when it holds none, or says another lesion or diagnosis of one
     */
    static List<Sample> of(Dataset dataset, List<SplitFile.Row> rows, Part part, String modelId)
            throws ProblemException {
        Map<String, SplitFile.Row> wanted = new HashMap<>();
        rows.stream().filter(row -> row.part() == part).forEach(row -> wanted.put(row.image(), row));
        List<Sample> samples = dataset.samples().stream()
                .filter(sample -> wanted.containsKey(sample.imageId()))
                .toList();
        if (samples.isEmpty()) {
            throw part == Part.TEST
                    ? unusable(dataset, Term.of("why.exam.no-test", modelId), Term.of("next.exam.no-test"))
                    : unusable(dataset, Term.of("why.exam.no-part", part.term(), modelId), Term.of("next.exam.same"));
        }
        for (Sample sample : samples) {
            SplitFile.Row row = Objects.requireNonNull(wanted.get(sample.imageId()));
            if (!row.lesion().equals(sample.lesionId()) || !row.dx().equals(sample.className())) {
                Term differs = Term.of(
                        "why.exam.differs",
                        sample.imageId(),
                        sample.className(),
                        sample.lesionId(),
                        row.dx(),
                        row.lesion());
                throw unusable(dataset, differs, Term.of("next.exam.same"));
            }
        }
        return samples;
    }

    static ProblemException unusable(Dataset dataset, Term why, Term next) {
        return new ProblemException(ProblemException.Kind.UNUSABLE, "problem.exam.unusable", dataset.root(), why, next);
    }
}
