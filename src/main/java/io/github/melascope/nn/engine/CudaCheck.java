package io.github.melascope.nn.engine;

import ai.djl.util.cuda.CudaUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out why there is no CUDA, in the order in which a user would have to mend it. */
final class CudaCheck {
    private CudaCheck() {}

    /**
     * What stands in the way of CUDA.
     *
     * @param libraryPath the folder PyTorch was loaded from
     * @param built whether the loaded PyTorch knows CUDA
     * @return the missing driver or file by name, or empty when CUDA works
     */
    static Optional<String> whyNot(String libraryPath, boolean built) {
        String system = System.getProperty("os.name");
        if (system.startsWith("Mac")) {
            return Optional.of("a Mac has no CUDA");
        }
        if (system.startsWith("Linux")
                && !Files.exists(Path.of("/proc/driver/nvidia/version"))
                && !Files.exists(Path.of("/dev/nvidiactl"))) {
            return Optional.of("no NVIDIA driver is loaded (/dev/nvidiactl is missing)");
        }
        String cuda = System.mapLibraryName("torch_cuda");
        if (!contains(libraryPath, cuda)) {
            return Optional.of("the PyTorch in use is for the CPU: " + cuda + " is missing in " + libraryPath
                    + " (unpack libtorch 2.7.1 for CUDA 12.8, set PYTORCH_LIBRARY_PATH to its lib folder and"
                    + " PYTORCH_FLAVOR to cu128)");
        }
        if (!built) {
            return Optional.of("the JNI library in use is for the CPU (set PYTORCH_FLAVOR to cu128)");
        }
        if (CudaUtils.getGpuCount() == 0) {
            return Optional.of("no card was found through " + System.mapLibraryName("cudart")
                    + " (put its folder on the library path, LD_LIBRARY_PATH or PATH)");
        }
        return Optional.empty();
    }

    private static boolean contains(String folder, String name) {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.anyMatch(f -> f.getFileName().toString().equals(name));
        } catch (IOException e) {
            return false;
        }
    }
}
