package io.github.melascope.cli;

import io.github.melascope.app.ReleaseSignature;
import io.github.melascope.base.ProblemException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Whether a downloaded release is the makers' own. */
@Command(
        name = "verify-release",
        description = "Check that a downloaded release was signed by the program's makers. FILE.sig must lie beside it."
                + " The program never looks for updates by itself.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the signature is good",
            "2:the file or its signature is not there",
            "3:the signature does not belong to this file, or was made with another key",
            "69:this build of the program holds no key to check with"
        },
        footerHeading = "%nExamples:%n",
        footer = "  melascope verify-release melascope_1.0.0_amd64.deb")
final class VerifyReleaseCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "FILE", description = "The release as it was downloaded.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    VerifyReleaseCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws ProblemException {
        ReleaseSignature.ofProgram().check(file);
        session.console().line("%s is signed by the makers of Melascope.", file);
        return ExitCode.DONE;
    }
}
