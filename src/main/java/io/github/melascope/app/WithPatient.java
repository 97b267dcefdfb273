package io.github.melascope.app;

import io.github.melascope.base.Words;
import io.github.melascope.lesion.PatientFacts;
import io.github.melascope.metrics.PatientFusion;
import io.github.melascope.report.Percent;
import java.util.ArrayList;
import java.util.List;

/** The sentences that tell what the melanoma probability is with what is known of the patient; the same wherever they stand. */
public final class WithPatient {
    private WithPatient() {}

    /**
     * The second probability, beside the first, and what a reader must know of it.
     *
     * @param model the model's own melanoma probability, 0 … 1
     * @param patient of whom anything that the fusion uses is known
     */
    public static List<String> sentences(Words words, PatientFusion fusion, double model, PatientFacts patient) {
        List<String> sentences = new ArrayList<>();
        sentences.add(words.of(
                "patient.probability",
                Percent.of(words, fusion.probability(model, patient)),
                Percent.of(words, model)));
        if (fusion.beyond(patient.age())) {
            sentences.add(words.of(
                    "patient.beyond", words.number(fusion.leastAge(), 0), words.number(fusion.greatestAge(), 0)));
        }
        sentences.add(words.of("patient.meaning"));
        return sentences;
    }
}
