package io.github.melascope.app;

import io.github.melascope.base.AtomicFiles;
import io.github.melascope.base.ProblemException;
import io.github.melascope.imaging.JpegWriter;
import io.github.melascope.imaging.synthetic.SyntheticLesions;
import io.github.melascope.lesion.Diagnosis;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Drawn pictures to try the program with, one of each diagnosis. Each says on itself that it is synthetic. A model that tells
 * drawn lesions from photographs gives no answer for most of them. These were chosen so that a newcomer sees all three
 * outcomes of the shipped model: closer look (mel), lower concern, no answer (bkl, vasc).
 */
public final class SampleImages {
    private static final int WIDTH = 600;
    private static final int HEIGHT = 450;
    private static final Map<Diagnosis, Integer> SEEDS = Map.of(
            Diagnosis.AKIEC, 93,
            Diagnosis.BCC, 335,
            Diagnosis.BKL, 3,
            Diagnosis.DF, 101,
            Diagnosis.MEL, 58,
            Diagnosis.NV, 41,
            Diagnosis.VASC, 67);

    private SampleImages() {}

    /**
     * The pictures, drawn when they are not there yet.
     *
     * @throws ProblemException when they cannot be written
     */
    public static List<Path> in(Path folder) throws ProblemException {
        List<Path> files = new ArrayList<>();
        for (Diagnosis diagnosis : Diagnosis.ALL) {
            int seed = Objects.requireNonNull(SEEDS.get(diagnosis));
            // The seed in the name: pictures that an earlier version drew are not taken for these.
            Path file = folder.resolve(String.format(Locale.ROOT, "synthetic-%s-%d.jpg", diagnosis.code(), seed));
            if (!Files.exists(file)) {
                Saving.file(
                        file,
                        () -> AtomicFiles.write(
                                file,
                                JpegWriter.encode(
                                        SyntheticLesions.draw(seed, 0, diagnosis, WIDTH, HEIGHT),
                                        0.92f,
                                        SyntheticLesions.NOTICE)));
            }
            files.add(file);
        }
        return files;
    }
}
