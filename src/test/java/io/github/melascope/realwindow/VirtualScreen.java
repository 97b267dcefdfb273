package io.github.melascope.realwindow;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Assumptions;

/** An X server whose screen nobody sees. It ends with this object, and with the test's process whatever becomes of that. */
final class VirtualScreen implements AutoCloseable {
    /** The shell holds the server and waits for the end of its own input, which a killed parent leaves it too. */
    private static final String SCRIPT = "Xvfb -displayfd 1 -screen 0 1600x1000x24 -nolisten tcp -noreset &"
            + " server=$!; read -r _; kill $server; wait $server";

    private static final int PATIENCE_SECONDS = 30;

    private final Process shell;
    private final String display;

    private VirtualScreen(Process shell, String display) {
        this.shell = shell;
        this.display = display;
    }

    /**
     * A new screen of 1600 × 1000, or a skipped test that says what is missing.
     *
     * @param errors what the server complains of is written there
     */
    static VirtualScreen open(Path errors) throws IOException, InterruptedException {
        Assumptions.assumeTrue(there(), "skipped: Xvfb is not on the PATH (Debian and Ubuntu: apt-get install xvfb)");
        Process shell = new ProcessBuilder("sh", "-c", SCRIPT)
                .redirectError(errors.toFile())
                .start();
        BufferedReader out = shell.inputReader(StandardCharsets.US_ASCII);
        try {
            String number = CompletableFuture.supplyAsync(() -> line(out)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return new VirtualScreen(shell, ":" + number);
        } catch (ExecutionException | TimeoutException e) {
            end(shell);
            throw new IOException("Xvfb did not start: " + Files.readString(errors), e);
        }
    }

    private static boolean there() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "Xvfb")));
    }

    private static String line(BufferedReader out) {
        try {
            String line = out.readLine();
            if (line == null) {
                throw new IllegalStateException("no display number");
            }
            return line.strip();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For the environment variable DISPLAY. */
    String display() {
        return display;
    }

    @Override
    public void close() throws IOException {
        end(shell);
    }

    private static void end(Process shell) throws IOException {
        shell.getOutputStream().close();
        shell.onExit()
                .completeOnTimeout(shell, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
        if (shell.isAlive()) {
            shell.descendants().forEach(ProcessHandle::destroyForcibly);
            shell.destroyForcibly();
        }
    }
}
