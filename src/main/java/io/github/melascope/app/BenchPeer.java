package io.github.melascope.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Fine-tuning by a Python program with PyTorch, where one is installed, in the same run as ours. */
record BenchPeer(String version, double contiguous, double channelsLast) {
    private static final List<String> PYTHONS = List.of("/usr/bin/python3", "python3");
    private static final List<String> OURS = List.of("GLIBC_TUNABLES", "OMP_WAIT_POLICY");
    private static final long PATIENCE_SECONDS = 180;

    /** @param folder for the script */
    static Optional<BenchPeer> measure(Path folder, int threads, int batch, int steps) throws IOException {
        Path script = folder.resolve("bench_peer.py");
        try (InputStream in = BenchPeer.class.getResourceAsStream("bench_peer.py")) {
            Files.write(script, java.util.Objects.requireNonNull(in).readAllBytes());
        }
        for (String python : PYTHONS) {
            Optional<BenchPeer> peer = run(List.of(
                    python, script.toString(), String.valueOf(threads), String.valueOf(batch), String.valueOf(steps)));
            if (peer.isPresent()) {
                return peer;
            }
        }
        return Optional.empty();
    }

    private static Optional<BenchPeer> run(List<String> command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
            // The peer runs as it comes: what our launcher tells allocator and threads is part of us, not of it.
            builder.environment().keySet().removeIf(name -> name.startsWith("MALLOC_") || OURS.contains(name));
            Process process = builder.start();
            byte[] out = process.getInputStream().readAllBytes();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                return Optional.empty();
            }
            JsonNode json = new ObjectMapper().readTree(out);
            return Optional.of(new BenchPeer(
                    json.path("version").asText(),
                    json.path("contiguous").asDouble(),
                    json.path("channelsLast").asDouble()));
        } catch (IOException e) {
            return Optional.empty(); // no such Python, or one without PyTorch: there is no peer to compare with
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
