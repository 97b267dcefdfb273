package io.github.melascope.ui.dashboard;

import io.github.melascope.app.Examination;
import io.github.melascope.dataset.Part;
import java.nio.file.Path;

/** Which images a model is judged on. */
sealed interface Source {
    /** Those whose answers the model keeps: the test part, or validation. */
    record Kept(Part part) implements Source {}

    /** Those of a folder. */
    record Folder(Path folder, Examination.Scope scope) implements Source {}
}
