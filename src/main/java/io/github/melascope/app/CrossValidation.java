package io.github.melascope.app;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.metrics.CrossStudy;
import io.github.melascope.nn.train.TrainingListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Compares training recipes on images that were held out from them, never on the test part. What is done is kept in a folder,
 * so that a stopped cross-validation goes on where it was.
 */
public final class CrossValidation {
    private final AppContext context;

    public CrossValidation(AppContext context) {
        this.context = context;
    }

    /** A training that is still to be done. */
    private record Open(CrossFolder.Run run, CrossPlan plan, CrossFold fold) {}

    /**
     * Does the trainings that are missing, one after another on the engine's thread, and reports on all.
     *
     * @throws io.github.melascope.nn.train.OutOfMemoryProblem when a smaller batch might do
     * @throws ProblemException when plans, dataset or start weights cannot be used, or the folder holds something else
     * @throws java.util.concurrent.CancellationException when cancelled; the same call goes on
     */
    public CrossStudy run(CrossRequest request, Progress progress, CrossListener listener, CancelToken cancel)
            throws ProblemException {
        CrossFolder folder = new CrossFolder(request.out());
        Saving.check(request.out().resolve(CrossFolder.REPORT));
        for (CrossPlan plan : CrossPlan.read(request)) { // before the images are read, which takes a while
            folder.check(plan);
        }
        CrossSetup setup = CrossSetup.of(context, request, progress, cancel);
        folder.describe(setup.description().with(folder.description(), request.out()));
        List<Open> open = open(setup, folder);
        for (CrossPlan plan : setup.plans()) {
            folder.keep(plan);
        }
        try (CrossTraining training = new CrossTraining(context, setup, folder, progress, cancel)) {
            train(open, training, listener);
        }
        return report(request.out(), Optional.empty(), cancel);
    }

    private static List<Open> open(CrossSetup setup, CrossFolder folder) throws ProblemException {
        List<Open> open = new ArrayList<>();
        for (CrossFold fold : chosen(setup)) {
            for (CrossPlan plan : setup.plans()) {
                CrossFolder.Run run = new CrossFolder.Run(plan.name(), fold.repeat(), fold.number());
                if (folder.isDone(run)) {
                    folder.check(run, setup.fingerprint(plan, fold));
                    folder.forget(run);
                } else {
                    open.add(new Open(run, plan, fold));
                }
            }
        }
        return open;
    }

    private static List<CrossFold> chosen(CrossSetup setup) throws ProblemException {
        OptionalInt only = setup.request().onlyFold();
        List<CrossFold> chosen = setup.folds().stream()
                .filter(fold -> only.isEmpty() || fold.number() == only.getAsInt())
                .toList();
        if (chosen.isEmpty()) {
            throw new ProblemException(
                    ProblemException.Kind.USAGE,
                    "problem.cross.fold",
                    only.orElse(0),
                    setup.folds().stream().map(CrossFold::number).distinct().toList());
        }
        return chosen;
    }

    private void train(List<Open> open, CrossTraining training, CrossListener listener) throws ProblemException {
        CrossClock clock = new CrossClock(
                open.stream()
                        .map(o -> new CrossClock.Run(
                                o.plan.of(o.fold.repeat()), o.fold.training().size()))
                        .toList(),
                System::nanoTime);
        for (int i = 0; i < open.size(); i++) {
            Open next = open.get(i);
            String name = next.plan.name() + ", " + next.fold.name()
                    + (next.fold.repeat() > 1 ? " of repeat " + next.fold.repeat() : "");
            String place = "Training " + (i + 1) + " of " + open.size() + " (" + name + ")";
            clock.next();
            Steps steps = new Steps(clock, listener, i + 1, open.size(), name);
            context.engineThread().call(() -> {
                training.run(next.run, next.plan, next.fold, steps);
                return next.run;
            });
            listener.line(String.format(
                    Locale.ROOT,
                    "%s: done, %d images answered",
                    place,
                    next.fold.heldOut().size()));
        }
    }

    /** Hands on each step with the share of the whole. */
    private static final class Steps implements TrainingListener {
        private final CrossClock clock;
        private final CrossListener listener;
        private final int run;
        private final int runs;
        private final String name;
        private String network = "";

        Steps(CrossClock clock, CrossListener listener, int run, int runs, String name) {
            this.clock = clock;
            this.listener = listener;
            this.run = run;
            this.runs = runs;
            this.name = name;
        }

        @Override
        public void teacher(int number, int teachers) {
            clock.teacher(number);
            network = ", teacher " + number + " of " + teachers;
        }

        @Override
        public void student(int teachers) {
            clock.teacher(0);
            network = "";
        }

        @Override
        public void step(StepReport report) {
            clock.step(report);
            listener.step(new CrossListener.Step(
                    run,
                    runs,
                    name + network,
                    report.epoch() + 1,
                    report.step(),
                    report.steps(),
                    clock.share(),
                    clock.secondsLeft()));
        }

        @Override
        public void epoch(EpochReport report) {}
    }

    /**
     * Reports from the answers that a folder holds, and writes the report into it.
     *
     * @param beside folder of a cross-validation by lesion, to tell what holding out slices costs
     * @throws ProblemException when it holds none, or a damaged file, or the two do not belong together
     */
    public static CrossStudy report(Path out, Optional<Path> beside, CancelToken cancel) throws ProblemException {
        return new CrossReport(new CrossFolder(out), beside.map(CrossFolder::new), cancel).make();
    }
}
