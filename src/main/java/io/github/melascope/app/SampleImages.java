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

/** Drawn pictures to try the program with, one of each diagnosis. Each says on itself that it is synthetic. */
public final class SampleImages {
    private static final int WIDTH = 600;
    private static final int HEIGHT = 450;
    private static final long SEED = 3;

    private SampleImages() {}

    /**
     * The pictures, drawn when they are not there yet.
     *
     * @throws ProblemException when they cannot be written
     */
    public static List<Path> in(Path folder) throws ProblemException {
        List<Path> files = new ArrayList<>();
        for (Diagnosis diagnosis : Diagnosis.ALL) {
            Path file = folder.resolve(String.format(Locale.ROOT, "synthetic-%s.jpg", diagnosis.code()));
            if (!Files.exists(file)) {
                Saving.file(
                        file,
                        () -> AtomicFiles.write(
                                file,
                                JpegWriter.encode(
                                        SyntheticLesions.draw(SEED, 0, diagnosis, WIDTH, HEIGHT),
                                        0.92f,
                                        SyntheticLesions.NOTICE)));
            }
            files.add(file);
        }
        return files;
    }
}
