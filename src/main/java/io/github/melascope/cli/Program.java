package io.github.melascope.cli;

import io.github.melascope.app.AppContext;
import io.github.melascope.app.Defect;
import io.github.melascope.app.LogFile;
import io.github.melascope.app.Termination;
import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Runs one command of the process and gives its exit code; the only place that knows of the process around it. */
public final class Program {
    /** What every command's name looks like, and hardly a file's: the commands are only made for a word that could be one. */
    private static final Pattern COMMAND = Pattern.compile("[a-z-]+");

    private Program() {}

    /** Whether this word is one of the commands. */
    public static boolean isCommand(String word) {
        if (!COMMAND.matcher(word).matches()) {
            return false;
        }
        Session session = new Session(Console.system(), List.of(), new CancelToken(), AppContext::standard);
        return Commands.of(session, Path.of("")).getSubcommands().containsKey(word);
    }

    /** Runs the command line; without arguments it prints the help. */
    public static int run(String[] args) {
        LogFile log = LogFile.install();
        CancelToken cancel = new CancelToken();
        Termination termination = Termination.listen(cancel, ExitCode.CANCELLED);
        Session session = new Session(Console.system(), List.of(args), cancel, AppContext::standard);
        int code = run(session, log.folder());
        session.console().out().flush();
        session.console().err().flush();
        termination.ended(code);
        return code;
    }

    /** Tells, in the system's language, why there is no window; gives the exit code. */
    public static int refused(ProblemException problem) {
        Console.system().note("%s", problem.message(Words.inLanguage("")));
        return ExitCode.of(problem);
    }

    /** @param logs folder for what a defect leaves behind */
    static int run(Session session, Path logs) {
        try {
            String[] args = session.arguments().isEmpty()
                    ? new String[] {"--help"}
                    : session.arguments().toArray(String[]::new);
            return Commands.of(session, logs).execute(args);
        } catch (RuntimeException | Error e) {
            return defect(session, logs, e);
        }
    }

    /** Tells of a failure that nobody foresaw. */
    static int defect(Session session, Path logs, Throwable failure) {
        Optional<Path> file = Defect.write(logs, failure, session.commandLine());
        session.console().note("The program failed; that is a defect of its own, not your mistake.");
        session.console().note("Code to report: %s", Defect.code(failure));
        session.console()
                .note(
                        "%s",
                        file.map(path -> "Details (with the command you typed): " + path)
                                .orElse("Details could not be written to " + logs + ": " + failure));
        return ExitCode.DEFECT;
    }
}
