package io.github.melascope.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program itself. */
@Command(
        name = "melascope",
        description = "Reads dermoscopic images, and trains and examines the model behind the answers."
                + " For research and teaching; what it says is not a diagnosis.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        subcommandsRepeatable = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all done",
            "1:some inputs were refused; the rest is done",
            "2:wrong usage, or an output that cannot be written",
            "3:a model or dataset is unusable",
            "4:cancelled",
            "69:the computer lacks something the program needs",
            "70:a defect of the program; prints a code to report"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  melascope review image.jpg --pdf report.pdf",
            "  melascope predict photos --format json --out answers.jsonl",
            "  melascope train ham10000 --id my-model --mode quick",
            "  melascope help predict",
            "  source <(melascope generate-completion)"
        },
        subcommands = CommandLine.HelpCommand.class)
final class RootCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say what to do: one of the commands.");
    }
}
