package io.github.melascope.cli;

import io.github.melascope.app.AppContext;
import io.github.melascope.app.CrossListener;
import io.github.melascope.app.CrossRequest;
import io.github.melascope.app.CrossValidation;
import io.github.melascope.base.ProblemException;
import io.github.melascope.dataset.Grouping;
import io.github.melascope.lesion.Task;
import io.github.melascope.metrics.CrossStudy;
import io.github.melascope.model.CrossText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which of several training recipes is better. */
@Command(
        name = "cross-validate",
        description =
                "Compare training recipes by lesion-grouped cross-validation, never on the test part: each recipe is"
                        + " trained once for each fold and asked about the images held out. Prints means and paired differences"
                        + " from the first plan with their 95 %% intervals. A stopped one goes on when it is called again.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  melascope cross-validate ham10000 --plan base.json --plan focal-2.json --mode full --init imagenet.safetensors",
            "  melascope cross-validate ham10000 --plan base.json --plan no-mixup.json --mode full --init none \\",
            "    --folds 5 --repeats 2 --out mixup --only-fold 1",
            "  melascope cross-validate ham10000 --plan base.json --plan short.json --mode full --init none --groups site",
            "  melascope cross-validate --report-only --out mixup",
            "  melascope cross-validate --report-only --out sites --beside lesions"
        })
final class CrossValidateCommand implements Callable<Integer> {
    private final Session session;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            description = "Folder of labelled images; see: melascope dataset check --help")
    private @Nullable Path folder;

    @Option(
            names = "--plan",
            paramLabel = "F",
            description = "JSON file that changes parts of the usual plan; the first is compared with. Its name without"
                    + " ending is the recipe's name; {} is the usual plan.")
    private List<Path> plans = new ArrayList<>();

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description = "quick: only the head, on features computed once a training; full: every layer.")
    private @Nullable Mode mode;

    @Option(
            names = "--task",
            paramLabel = "TASK",
            defaultValue = "diagnosis",
            converter = TaskNames.class,
            completionCandidates = TaskNames.class,
            description = "melanoma: against the rest; diagnosis: seven classes (default: diagnosis).")
    private Task task = Task.DIAGNOSIS;

    @Option(
            names = "--init",
            paramLabel = "ID|F",
            description =
                    "Start from this model, from a safetensors file of MobileNetV2 weights, or from none (default: the"
                            + " shipped model). Refused where it has learnt from these images.")
    private @Nullable String init;

    @Option(
            names = "--masks",
            paramLabel = "DIR",
            description =
                    "Folder of outlines that people drew around the lesions, for plans that set lesions on other skin.")
    private @Nullable Path masks;

    @Option(names = "--folds", paramLabel = "N", description = "How many (default: 3).")
    private @Nullable Integer folds;

    @Option(names = "--repeats", paramLabel = "N", description = "Draw other folds so many times (default: 1).")
    private @Nullable Integer repeats;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "7",
            description = "Of split, folds and trainings (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--groups",
            paramLabel = "G",
            defaultValue = "lesion",
            converter = GroupNames.class,
            completionCandidates = GroupNames.class,
            description =
                    "Hold out by lesion, at random; or one slice at a time: site on the body, dx-type, or tone of the"
                            + " picture's border (default: lesion).")
    private Grouping groups = Grouping.LESION;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "cross-validation",
            description = "Folder of answers, checkpoints and the report (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path out;

    @Option(names = "--only-fold", paramLabel = "K", description = "Do only the trainings of this fold, from 1.")
    private @Nullable Integer onlyFold;

    @Option(names = "--device", paramLabel = "D", description = "cpu or cuda:0 (default: the best there is).")
    private @Nullable String device;

    @Option(names = "--report-only", description = "Train nothing: report from the answers in --out.")
    private boolean reportOnly;

    @Option(
            names = "--beside",
            paramLabel = "DIR",
            description =
                    "With --report-only, of slices: the folder of a cross-validation by lesion of the same plans, to"
                            + " tell how far they drop on a slice of which they have seen nothing.")
    private @Nullable Path beside;

    CrossValidateCommand(Session session) {
        this.session = session;
    }

    private enum Mode {
        QUICK,
        FULL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Groupings by their names, as option values. */
    static final class GroupNames implements CommandLine.ITypeConverter<Grouping>, Iterable<String> {
        private static final List<String> NAMES =
                Grouping.ALL.stream().map(Grouping::code).toList();

        @Override
        public Grouping convert(String value) {
            return Grouping.ofCode(value)
                    .orElseThrow(() -> new CommandLine.TypeConversionException(
                            "\"" + value + "\" is no grouping; choose one of " + String.join(", ", NAMES)));
        }

        @Override
        public Iterator<String> iterator() {
            return NAMES.iterator();
        }
    }

    @Override
    public Integer call() throws ProblemException {
        if (beside != null && !reportOnly) {
            throw wrong("--beside is for --report-only: train both first, then lay them side by side");
        }
        CrossStudy study = reportOnly
                ? CrossValidation.report(out, Optional.ofNullable(beside), session.cancel())
                : compare(request());
        session.console().out().print(CrossText.of(study));
        session.console().out().flush();
        return ExitCode.DONE;
    }

    private CrossStudy compare(CrossRequest request) throws ProblemException {
        try (AppContext context = session.contexts().open(Optional.empty());
                ConsoleProgress progress = new ConsoleProgress(session.console())) {
            CrossListener listener = new CrossListener() {
                @Override
                public void line(String text) {
                    progress.line(text);
                }

                @Override
                public void step(Step step) {
                    progress.trainings(step);
                }
            };
            return new CrossValidation(context).run(request, progress, listener, session.cancel());
        }
    }

    private CrossRequest request() {
        if (folder == null || mode == null || plans.isEmpty()) {
            throw wrong("DIR, --mode and at least one --plan are needed, unless --report-only is given");
        }
        boolean drawn = groups == Grouping.LESION;
        if (!drawn && Arrays.asList(folds, repeats).stream().anyMatch(java.util.Objects::nonNull)) {
            throw wrong("--folds and --repeats are for --groups lesion: other groups have the folds that there are");
        }
        int count = folds == null ? 3 : folds;
        int times = repeats == null ? 1 : repeats;
        if (count < 2 || times < 1 || (onlyFold != null && onlyFold < 1)) {
            throw wrong("--folds must be 2 or more, --repeats and --only-fold 1 or more");
        }
        return new CrossRequest(
                folder,
                Optional.ofNullable(masks),
                plans,
                mode == Mode.QUICK,
                task,
                Optional.ofNullable(init),
                groups,
                count,
                times,
                seed,
                out,
                onlyFold == null ? OptionalInt.empty() : OptionalInt.of(onlyFold),
                Optional.ofNullable(device),
                session.commandLine());
    }

    private CommandLine.ParameterException wrong(String text) {
        return new CommandLine.ParameterException(spec.commandLine(), text);
    }
}
