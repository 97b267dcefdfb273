package io.github.melascope.app;

import io.github.melascope.base.AtomicFiles;
import io.github.melascope.base.Sha256;
import io.github.melascope.dataset.Sample;
import io.github.melascope.metrics.Case;
import io.github.melascope.metrics.CaseTable;
import io.github.melascope.model.ModelBundle;
import io.github.melascope.model.ModelSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps a model's answers to a dataset, so that they are not asked for twice. The key is made of the weights, the calibration,
 * the views and, for every image, its label, what is known of it, its file's size and time: whatever changes an answer or a figure
 * changes the key.
 *
 * @param folder may be emptied at any time
 */
record AnswerCache(Path folder) {
    private static final String GROUP = "exam";

    /** The key of these images for this model; empty where a file cannot be looked at. */
    static Optional<String> key(ModelBundle bundle, Path root, List<Sample> samples) {
        StringBuilder text = new StringBuilder(bundle.weightsSha256())
                .append('\n')
                .append(answering(bundle.spec()))
                .append('\n');
        try {
            for (Sample sample : samples) {
                BasicFileAttributes file = Files.readAttributes(sample.file(), BasicFileAttributes.class);
                text.append(String.join(
                                "\t",
                                sample.imageId(),
                                root.toAbsolutePath()
                                        .relativize(sample.file().toAbsolutePath())
                                        .toString(),
                                sample.lesionId(),
                                sample.className(),
                                sample.dxType(),
                                sample.age().toString(),
                                sample.sex(),
                                sample.site(),
                                Long.toString(file.size()),
                                Long.toString(file.lastModifiedTime().toMillis())))
                        .append('\n');
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.of(Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** All that makes an answer besides the weights and the image. */
    private static String answering(ModelSpec spec) {
        String temperature = String.valueOf(spec.calibration().temperature());
        return switch (spec.formatVersion()) { // what was kept before there was more stays good
            case 1 -> temperature;
            case 2 -> temperature + " " + spec.calibration().melanoma() + " views " + spec.views();
            default ->
                temperature + " " + spec.calibration().melanoma() + " views " + spec.views() + " "
                        + Architectures.light(spec);
        };
    }

    /** What was kept; empty when nothing was, or it is damaged. */
    Optional<List<Case>> read(String key) {
        try {
            return Optional.ofNullable(
                    CaseTable.read(Files.readString(file(key))).get(GROUP));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            log("answers are asked for anew", e);
            return Optional.empty();
        }
    }

    /** Keeps answers; where that cannot be done they will be asked for again. */
    void write(String key, List<Case> cases) {
        try {
            AtomicFiles.write(file(key), CaseTable.write(Map.of(GROUP, cases)));
        } catch (IOException e) {
            log("answers were not kept", e);
        }
    }

    private Path file(String key) {
        return folder.resolve(key + ".csv");
    }

    private void log(String what, Exception e) {
        System.getLogger(AnswerCache.class.getName()).log(System.Logger.Level.WARNING, what + ": " + folder, e);
    }
}
