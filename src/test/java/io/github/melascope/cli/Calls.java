package io.github.melascope.cli;

import io.github.melascope.app.AppContext;
import io.github.melascope.base.CancelToken;
import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Calls the command line in this process, with its output caught. */
public final class Calls {
    private final Path models;
    private final Path logs;
    private final CancelToken cancel;

    /**
     * @param models the one folder of models
     * @param logs folder for what a defect leaves behind
     */
    public Calls(Path models, Path logs) {
        this(models, logs, new CancelToken());
    }

    Calls(Path models, Path logs, CancelToken cancel) {
        this.models = models;
        this.logs = logs;
        this.cancel = cancel;
    }

    /** How a call ended. */
    public record Result(int code, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }
    }

    public Result call(Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(writer(out), writer(err), out, StandardCharsets.UTF_8, false);
        List<String> texts = Arrays.stream(arguments).map(String::valueOf).toList();
        Session session = new Session(
                console,
                texts,
                cancel,
                first -> new AppContext(
                        Stream.concat(first.stream(), Stream.of(models)).toList(), 2));
        int code = Program.run(session, logs);
        console.out().flush();
        console.err().flush();
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintWriter writer(ByteArrayOutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
