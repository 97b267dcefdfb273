package io.github.melascope.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.melascope.app.AppContext;
import io.github.melascope.app.DeviceBench;
import io.github.melascope.app.DeviceFacts;
import io.github.melascope.app.DeviceText;
import io.github.melascope.app.SelfTest;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What there is to run on, whether it computes rightly, and how fast. */
@Command(
        name = "devices",
        description =
                "Say what the program can run on, and why not on CUDA; test it, measure it, and put PyTorch's CUDA"
                        + " libraries into place.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done; both runtimes start, and agree",
            "2:wrong usage, or a file or address that cannot be used",
            "3:the self-test found a difference",
            "4:cancelled",
            "69:a runtime does not start; the computer lacks something the program needs"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  melascope devices",
            "  melascope devices --self-test --benchmark --json",
            "  melascope devices --cuda-file libtorch-cxx11-abi-shared-with-deps-2.7.1+cu128.zip"
        })
final class DevicesCommand implements Callable<Integer> {
    private final Session session;

    @Option(
            names = "--self-test",
            description = "Run the shipped network on each device and runtime, and compare the answers.")
    private boolean selfTest;

    @Option(names = "--benchmark", description = "Measure, in two minutes at most, how long trainings would take here.")
    private boolean benchmark;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @ArgGroup(exclusive = true, heading = "%nCUDA libraries (see docs/cuda.md):%n")
    private @Nullable CudaOptions cuda;

    @Option(names = "--sha256", paramLabel = "HASH", description = "SHA-256 the file must have.")
    private Optional<String> sha256 = Optional.empty();

    @Option(names = "--yes", description = "Do not ask before downloading.")
    private boolean yes;

    DevicesCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws ProblemException {
        if (cuda != null) {
            return new CudaCommand(session, sha256, yes).run(cuda);
        }
        Optional<SelfTest> tested = Optional.empty();
        Optional<DeviceBench> measured = Optional.empty();
        DeviceFacts facts;
        try (AppContext context = session.contexts().open(Optional.empty());
                ConsoleProgress progress = new ConsoleProgress(session.console())) {
            facts = DeviceFacts.of(context);
            if (!json) {
                print(new DeviceText(Words.ENGLISH).facts(facts));
            }
            if (selfTest) {
                tested = Optional.of(SelfTest.run(context, AppContext.USUAL_MODEL, progress, session.cancel()));
                progress.clear();
            }
            if (benchmark) {
                measured = Optional.of(DeviceBench.run(context, AppContext.USUAL_MODEL, progress, session.cancel()));
            }
        }
        tell(facts, tested, measured);
        return code(facts, tested);
    }

    private static int code(DeviceFacts facts, Optional<SelfTest> tested) {
        if (tested.filter(test -> test.verdict() == SelfTest.Verdict.BAD).isPresent()) {
            return ExitCode.UNUSABLE;
        }
        boolean whole = facts.answering().problem().isEmpty()
                && facts.training().problem().isEmpty()
                && tested.filter(test -> test.verdict() != SelfTest.Verdict.GOOD)
                        .isEmpty();
        return whole ? ExitCode.DONE : ExitCode.SURROUNDINGS;
    }

    private void tell(DeviceFacts facts, Optional<SelfTest> tested, Optional<DeviceBench> measured) {
        if (json) {
            ObjectNode node = DevicesJson.facts(facts);
            tested.ifPresent(test -> node.set("selfTest", DevicesJson.selfTest(test)));
            measured.ifPresent(bench -> node.set("benchmark", DevicesJson.bench(bench)));
            session.console().line("%s", node.toPrettyString());
            return;
        }
        DeviceText text = new DeviceText(Words.ENGLISH);
        List<DeviceText.Row> rows = new ArrayList<>();
        tested.ifPresent(test -> rows.addAll(text.selfTest(test)));
        measured.ifPresent(bench -> rows.addAll(text.bench(bench)));
        if (!rows.isEmpty()) {
            session.console().line("");
            print(rows);
        }
    }

    private void print(List<DeviceText.Row> rows) {
        session.console().out().print(DeviceText.text(rows));
        session.console().out().flush();
    }
}
