package io.github.melascope.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What is to be done about PyTorch's CUDA libraries; one of them. */
final class CudaOptions {
    @Option(
            names = "--cuda-file",
            required = true,
            paramLabel = "FILE",
            description = "Unpack them from a file: PyTorch's libtorch zip, or a jar as DJL makes them.")
    Optional<Path> file = Optional.empty();

    @Option(
            names = "--fetch-cuda",
            required = true,
            arity = "0..1",
            paramLabel = "ADDRESS",
            fallbackValue = "",
            description =
                    "Download them, after asking: from the address this release knows, or from another one, such as a"
                            + " mirror of your own, with --sha256.")
    Optional<URI> address = Optional.empty();

    @Option(names = "--remove-cuda", required = true, description = "Remove them; the CPU is used again.")
    boolean remove;

    @Option(
            names = "--retry-cuda",
            required = true,
            description = "Try them again at the next start, after they did not load.")
    boolean retry;
}
