package io.github.melascope.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.melascope.base.AtomicFiles;
import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.base.StrictJson;
import io.github.melascope.dataset.Dataset;
import io.github.melascope.dataset.DatasetDoctor;
import io.github.melascope.dataset.DatasetReport;
import io.github.melascope.dataset.Datasets;
import io.github.melascope.dataset.Exclusions;
import java.nio.file.Path;
import java.util.Optional;

/** Says what is wrong with a dataset before anybody trains on it. */
public final class DatasetCheck {
    private DatasetCheck() {}

    /**
     * Opens the dataset and looks into every image.
     *
     * @param exclude list of images to leave out
     * @param json file for the report, with the names of {@link DatasetReport}
     * @throws ProblemException of kind {@code UNUSABLE} when the folder holds no usable dataset, {@code USAGE} when the
     *     file cannot be written
     */
    public static DatasetReport run(
            Path folder, Optional<Path> exclude, Optional<Path> json, Progress progress, CancelToken cancel)
            throws ProblemException {
        if (json.isPresent()) {
            Saving.check(json.get());
        }
        Dataset whole = Datasets.open(folder);
        Dataset dataset = exclude.isPresent() ? Exclusions.apply(whole, exclude.get()) : whole;
        DatasetReport report = DatasetDoctor.check(dataset, progress, cancel);
        if (json.isPresent()) {
            String text = StrictJson.pretty(new ObjectMapper().valueToTree(report));
            Saving.file(json.get(), () -> AtomicFiles.write(json.get(), text));
        }
        return report;
    }
}
