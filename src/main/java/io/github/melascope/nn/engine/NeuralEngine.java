package io.github.melascope.nn.engine;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.util.cuda.CudaUtils;
import io.github.melascope.base.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * DJL's PyTorch engine, started once and offline. Everything about it that is process-wide is decided here: where its
 * libraries lie, that it never asks the network for anything, how many threads one operation uses.
 */
public final class NeuralEngine {
    private final Engine engine;

    private NeuralEngine(Engine engine) {
        this.engine = engine;
    }

    /**
     * Starts the engine, or gives the one that runs already (DJL has one per process).
     *
     * @param threads threads that one operation may use on the CPU, at least 1
     * @throws ProblemException when PyTorch's libraries are missing for this system or do not load
     */
    public static synchronized NeuralEngine start(int threads) throws ProblemException {
        Offline.enforce();
        System.setProperty("ai.djl.pytorch.graph_optimizer", "false");
        if (libraryPath().isEmpty()) {
            System.setProperty(
                    "PYTORCH_LIBRARY_PATH",
                    NativeLibraries.unpacked(CacheFolder.path().resolve("pytorch"))
                            .toString());
        }
        Mallopt.keepFreedMemory();
        try {
            Engine engine = Engine.getEngine("PyTorch");
            JniUtils.setNumThreads(threads);
            JniUtils.setGradMode(false);
            return new NeuralEngine(engine);
        } catch (RuntimeException | UnsatisfiedLinkError e) {
            throw new ProblemException(
                    ProblemException.Kind.UNUSABLE,
                    e,
                    "problem.network.start",
                    libraryPath().orElse("?"),
                    String.valueOf(e.getMessage()));
        }
    }

    private static Optional<String> libraryPath() {
        String environment = System.getenv("PYTORCH_LIBRARY_PATH");
        String property = System.getProperty("PYTORCH_LIBRARY_PATH");
        return Optional.ofNullable(environment != null ? environment : property).filter(s -> !s.isBlank());
    }

    /** {@code "PyTorch 2.7.1"}. */
    public String version() {
        return "PyTorch " + engine.getVersion();
    }

    /**
     * A new root for native memory on {@code device}: close it, and all that was made under it is freed.
     *
     * <p>Gradients are per thread and on by default in a new one; this also switches them off for the calling thread.
     */
    public NDManager newManager(ComputeDevice device) {
        JniUtils.setGradMode(false);
        return engine.newBaseManager(device.isCuda() ? Device.gpu(device.index()) : Device.cpu());
    }

    /** Switches the recording of gradients on or off for the calling thread. */
    public static void recordGradients(boolean on) {
        JniUtils.setGradMode(on);
    }

    /**
     * Back-propagates from {@code output}: every array that requires a gradient and took part gets its own added to.
     *
     * @param gradient of the loss with respect to {@code output}, same shape; so a loss can be computed, with its
     *     derivative, in plain Java
     */
    public static void backward(NDArray output, NDArray gradient) {
        JniUtils.backward((PtNDArray) output, (PtNDArray) gradient, false, false);
    }

    /** Threads one operation uses on the CPU. */
    public int threads() {
        return JniUtils.getNumThreads();
    }

    /** The devices this process can use, the best one first. */
    public List<ComputeDevice> devices() {
        List<ComputeDevice> devices = new ArrayList<>();
        if (whyNotCuda().isEmpty()) {
            for (int i = 0; i < CudaUtils.getGpuCount(); i++) {
                devices.add(new ComputeDevice(ComputeDevice.Kind.CUDA, i));
            }
        }
        devices.add(ComputeDevice.CPU);
        return List.copyOf(devices);
    }

    /** The device used unless the user says otherwise: a CUDA card when there is one. */
    public ComputeDevice preferredDevice() {
        return devices().get(0);
    }

    /** Why CUDA cannot be used: the missing driver or file by name; empty when it can. */
    public Optional<String> whyNotCuda() {
        return CudaCheck.whyNot(libraryPath().orElse(""), engine.hasCapability("CUDA"));
    }
}
