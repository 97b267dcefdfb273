package io.github.melascope.app;

import io.github.melascope.base.AtomicFiles;
import io.github.melascope.base.Sha256;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** A failure that is the program's own fault, made fit to be reported: a short code, and a file that tells the rest. */
public final class Defect {
    private static final int FRAMES = 12;
    private static final int LETTERS = 8;

    private Defect() {}

    /**
     * Eight letters such as {@code "3F9A-C01D"}: the same wherever the same lines of the same version fail in the same way.
     * Made of the classes of the failure and its causes and of where they came from; never of messages, which may hold names.
     */
    public static String code(Throwable failure) {
        StringBuilder text = new StringBuilder();
        for (Throwable one = failure; one != null; one = one.getCause()) {
            text.append(one.getClass().getName()).append('\n');
            StackTraceElement[] frames = one.getStackTrace();
            for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
                text.append(frames[i].getClassName())
                        .append(frames[i].getMethodName())
                        .append(frames[i].getLineNumber())
                        .append('\n');
            }
        }
        String hex = Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8)).toUpperCase(Locale.ROOT);
        return hex.substring(0, LETTERS / 2) + "-" + hex.substring(LETTERS / 2, LETTERS);
    }

    /**
     * Writes what happened into the folder.
     *
     * @param command what the user asked for
     * @return the file, or empty when it could not be written
     */
    public static Optional<Path> write(Path folder, Throwable failure, String command) {
        Path file = folder.resolve("defect-" + code(failure) + ".txt");
        StringWriter text = new StringWriter();
        PrintWriter lines = new PrintWriter(text);
        lines.println(code(failure));
        lines.println(ProgramVersion.text());
        for (String name : new String[] {"java.version", "java.vendor", "os.name", "os.version", "os.arch"}) {
            lines.println(name + " = " + System.getProperty(name));
        }
        lines.println(command);
        lines.println();
        failure.printStackTrace(lines);
        lines.flush();
        try {
            AtomicFiles.write(file, text.toString());
            return Optional.of(file);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
