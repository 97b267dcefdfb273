package io.github.melascope;

import io.github.melascope.app.SampleImages;
import io.github.melascope.base.ProblemException;
import io.github.melascope.cli.Program;
import io.github.melascope.ui.shell.WindowProgram;
import java.nio.file.Path;
import java.util.List;

/**
 * What people do first, in one process: a few commands, then the window. The build of the package runs it on JavaFX's headless
 * platform to learn which classes to keep ready in the ahead-of-time cache; nothing else does.
 */
public final class Rehearsal {
    private Rehearsal() {}

    /** @param args a folder for what is drawn and written */
    public static void main(String[] args) throws ProblemException {
        Path out = Path.of(args[0]);
        String image = SampleImages.in(out).get(0).toString();
        List<List<String>> commands = List.of(
                List.of("--help"),
                List.of("models", "list"),
                List.of("devices"),
                List.of("review", image, "--pdf", out.resolve("report.pdf").toString(), "--language", "de"),
                List.of("predict", image, "--format", "json"));
        for (List<String> command : commands) {
            int code = Program.run(command.toArray(String[]::new));
            if (code != 0) {
                System.exit(code);
            }
        }
        System.exit(WindowProgram.run(List.of(Path.of(image))));
    }
}
