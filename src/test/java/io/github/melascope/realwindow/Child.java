package io.github.melascope.realwindow;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A JVM that answers questions, one line each; see {@link Answers} for its side. It ends with this object. */
final class Child implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final BufferedReader answers;
    private final Writer questions;
    private final Path errors;

    /** @param errors what it writes to its error output */
    Child(List<String> command, VirtualScreen screen, Path errors) throws IOException {
        this.errors = errors;
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().put("DISPLAY", screen.display());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("GDK_BACKEND", "x11"); // a Wayland session around the tests is none of theirs
        for (String name :
                List.of("MELASCOPE_CACHE", "XDG_CACHE_HOME", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS")) {
            builder.environment().remove(name);
        }
        this.process = builder.start();
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.questions = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** The answer to a question, without line breaks. */
    synchronized String ask(Object... words) throws IOException {
        StringBuilder line = new StringBuilder();
        for (Object word : words) {
            line.append(line.isEmpty() ? "" : "\t").append(word);
        }
        questions.write(line.append('\n').toString());
        questions.flush();
        String answer = answer();
        if (!answer.startsWith(Answers.YES)) {
            throw new IllegalStateException(line + " → " + answer);
        }
        return answer.substring(Answers.YES.length());
    }

    private String answer() throws IOException {
        try {
            String line = CompletableFuture.supplyAsync(this::line).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return line == null ? "it has ended: " + Files.readString(errors) : line;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("no answer; on its error output: " + Files.readString(errors), e);
        }
    }

    private @org.jspecify.annotations.Nullable String line() {
        try {
            return answers.readLine();
        } catch (IOException e) {
            return null;
        }
    }

    int number(Object... words) throws IOException {
        return Integer.parseInt(ask(words));
    }

    boolean is(Object... words) throws IOException {
        return Boolean.parseBoolean(ask(words));
    }

    /** What is asked of the child again and again until it holds. */
    interface Condition {
        boolean holds() throws IOException;
    }

    /** Waits until it holds, and fails with the name when it does not within a minute. */
    static void until(String name, Condition condition) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain: " + name);
            }
            Thread.sleep(20);
        }
    }

    Process process() {
        return process;
    }

    String errors() throws IOException {
        return Files.readString(errors);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
