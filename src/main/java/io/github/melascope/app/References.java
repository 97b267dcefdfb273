package io.github.melascope.app;

import io.github.melascope.dataset.Sample;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.model.ReferenceSet;
import io.github.melascope.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Chooses and keeps the confirmed training cases that later images are compared with. */
final class References {
    /** Enough to find look-alikes by, few enough to ship. */
    private static final int PER_DIAGNOSIS = 250;

    private References() {}

    /** Up to 250 cases of each diagnosis, one image a lesion, drawn by seed. */
    static List<Sample> choose(List<Sample> training, long seed) {
        List<Sample> shuffled = new ArrayList<>(training);
        Collections.shuffle(shuffled, new Random(seed));
        List<Sample> chosen = new ArrayList<>();
        for (Diagnosis dx : Diagnosis.ALL) {
            java.util.Set<String> lesions = new java.util.HashSet<>();
            shuffled.stream()
                    .filter(s -> s.diagnosis() == dx && lesions.size() < PER_DIAGNOSIS && lesions.add(s.lesionId()))
                    .forEach(chosen::add);
        }
        return chosen;
    }

    static ReferenceSet of(RawAnswers answers) {
        int width = ReferenceSet.WIDTH;
        float[] all = new float[answers.samples().size() * width];
        List<String> names = new ArrayList<>();
        List<Diagnosis> diagnoses = new ArrayList<>();
        for (int i = 0; i < answers.samples().size(); i++) {
            Sample sample = answers.samples().get(i);
            System.arraycopy(answers.embeddings()[i], 0, all, i * width, width);
            names.add(sample.imageId());
            diagnoses.add(java.util.Objects.requireNonNull(sample.diagnosis()));
        }
        return new ReferenceSet(names, diagnoses, Tensor.of(all, names.size(), width));
    }
}
