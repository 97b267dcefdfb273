package io.github.melascope.ui.dashboard;

import io.github.melascope.app.AppContext;
import io.github.melascope.app.ExamAnswers;
import io.github.melascope.app.Examination;
import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.model.BundleStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where a model's answers come from: what it keeps, or the same exam that the command line takes. */
final class Answering {
    private final AppContext context;
    private final Examination examination;

    /** @param cache folder of answers that are kept */
    Answering(AppContext context, Path cache) {
        this.context = context;
        this.examination = new Examination(context, cache);
    }

    List<BundleStore.Entry> models() throws ProblemException {
        return context.models().list();
    }

    /** The answers; empty when the model keeps none. Slow. */
    Optional<ExamAnswers> answers(String id, Source source, Progress progress, CancelToken cancel)
            throws ProblemException {
        if (source instanceof Source.Kept kept) {
            return Examination.kept(context.models().open(id), kept.part());
        }
        Source.Folder there = (Source.Folder) source;
        String part = there.scope().name().toLowerCase(Locale.ROOT);
        String command = "melascope evaluate " + there.folder() + " --model " + id + " --part " + part;
        return Optional.of(examination.answers(there.folder(), id, there.scope(), command, progress, cancel));
    }
}
