package io.github.melascope.cli;

import io.github.melascope.base.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import picocli.AutoComplete;
import picocli.CommandLine;

/** The tree of commands, and what becomes of their failures. */
final class Commands {
    private static final int HELP_WIDTH = 110;

    private Commands() {}

    /** @param logs folder for what a defect leaves behind */
    static CommandLine of(Session session, Path logs) {
        CommandLine root = new CommandLine(new RootCommand())
                .addSubcommand(command(new ReviewCommand(session)))
                .addSubcommand(command(new PredictCommand(session)))
                .addSubcommand(command(new DatasetCommand()).addSubcommand(command(new DatasetCheckCommand(session))))
                .addSubcommand(command(new TrainCommand(session)))
                .addSubcommand(command(new AverageCommand(session)))
                .addSubcommand(command(new CrossValidateCommand(session)))
                .addSubcommand(command(new EvaluateCommand(session)))
                .addSubcommand(command(new AuditModelCommand(session)))
                .addSubcommand(command(new AuditUnknownCommand(session)))
                .addSubcommand(models(session))
                .addSubcommand(command(new DevicesCommand(session)))
                .addSubcommand(command(new BenchCommand(session)))
                .addSubcommand(command(new VerifyReleaseCommand(session)))
                .addSubcommand(new AutoComplete.GenerateCompletion());
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.setUsageHelpWidth(HELP_WIDTH);
        root.setOut(session.console().out());
        root.setErr(session.console().err());
        // Colours only where they are seen, never in a file; AUTO also heeds NO_COLOR.
        CommandLine.Help.Ansi ansi = session.console().live() ? CommandLine.Help.Ansi.AUTO : CommandLine.Help.Ansi.OFF;
        root.setColorScheme(CommandLine.Help.defaultColorScheme(ansi));
        root.setParameterExceptionHandler((e, args) -> usage(session, e));
        root.setExecutionExceptionHandler((e, command, parsed) -> failed(session, logs, e));
        return root;
    }

    private static CommandLine models(Session session) {
        return command(new ModelsCommand())
                .addSubcommand(command(new ModelsListCommand(session)))
                .addSubcommand(command(new ModelsShowCommand(session)))
                .addSubcommand(command(new ModelsVerifyCommand(session)))
                .addSubcommand(command(new ModelsImportCommand(session)))
                .addSubcommand(command(new ModelsFamiliarityCommand(session)))
                .addSubcommand(command(new ModelsPatientCommand(session)));
    }

    /** Every command has a help of its own. */
    private static CommandLine command(Object command) {
        CommandLine line = new CommandLine(command);
        line.getCommandSpec()
                .addOption(CommandLine.Model.OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Print this help.")
                        .build());
        return line;
    }

    private static int usage(Session session, CommandLine.ParameterException e) {
        session.console().note("%s", e.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(
                e, session.console().err());
        session.console()
                .note("Type:  %s --help", e.getCommandLine().getCommandSpec().qualifiedName());
        return ExitCode.USAGE;
    }

    private static int failed(Session session, Path logs, Exception e) {
        if (e instanceof ProblemException problem) {
            session.console().note("%s", problem.getMessage());
            return ExitCode.of(problem);
        }
        if (e instanceof CancellationException) {
            session.console().note("Cancelled.");
            return ExitCode.CANCELLED;
        }
        if (e instanceof ResultsClosed) {
            return ExitCode.CANCELLED;
        }
        return Program.defect(session, logs, e);
    }

    /** Nobody reads the results any more: {@code melascope predict … | head}. */
    static final class ResultsClosed extends IOException {
        private static final long serialVersionUID = 1L;

        ResultsClosed(IOException cause) {
            super(cause);
        }
    }
}
