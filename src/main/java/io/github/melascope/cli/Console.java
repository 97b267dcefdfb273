package io.github.melascope.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a command writes: results to {@code out}, all else to {@code err}.
 *
 * @param out results only; UTF-8, or the terminal's own encoding
 * @param err progress, problems, remarks
 * @param results the same place as {@code out}, for what must fail when it cannot be written; never closed
 * @param charset of {@code results}
 * @param live whether {@code err} is a terminal, where a line can be written over
 */
record Console(PrintWriter out, PrintWriter err, OutputStream results, Charset charset, boolean live) {
    /** That of the process. */
    static Console system() {
        boolean outIsTerminal = isTerminal(1);
        Charset charset = outIsTerminal ? System.out.charset() : StandardCharsets.UTF_8;
        OutputStream results = new FileOutputStream(FileDescriptor.out);
        PrintWriter out = new PrintWriter(new OutputStreamWriter(results, charset), true);
        PrintWriter err = new PrintWriter(new OutputStreamWriter(System.err, System.err.charset()), true);
        return new Console(out, err, results, charset, isTerminal(2));
    }

    /** One line on {@code err}. */
    @com.google.errorprone.annotations.FormatMethod
    void note(String format, @Nullable Object... values) {
        err.println(String.format(Locale.ROOT, format, values));
        err.flush();
    }

    /** One line of the result. */
    @com.google.errorprone.annotations.FormatMethod
    void line(String format, @Nullable Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }

    /** Java tells only whether both ends of the dialogue are a terminal; Linux tells of each. */
    private static boolean isTerminal(int descriptor) {
        try {
            String name = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return name.startsWith("/dev/pts/") || name.startsWith("/dev/tty") || name.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.ofNullable(System.console()).stream().anyMatch(java.io.Console::isTerminal);
        }
    }
}
