package io.github.melascope.nn.engine;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Term;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * DJL's PyTorch engine, started once and offline. Everything about it that is process-wide is decided here: where its
 * libraries lie, that it never asks the network for anything, how many threads one operation uses.
 */
public final class NeuralEngine {
    private static final System.Logger LOG = System.getLogger(NeuralEngine.class.getName());
    private static final String LIBRARY_PATH = "PYTORCH_LIBRARY_PATH";

    private final Engine engine;
    private final CudaCheck cuda;

    private NeuralEngine(Engine engine, CudaCheck cuda) {
        this.engine = engine;
        this.cuda = cuda;
    }

    /**
     * Starts the engine, or gives the one that runs already (DJL has one per process): on the CUDA libraries that the user has
     * put into place where there is a card for them, else on those for the CPU that come with the program.
     *
     * @param threads threads that one operation may use on the CPU, at least 1
     * @throws ProblemException when PyTorch's libraries are missing for this system or do not load
     */
    public static synchronized NeuralEngine start(int threads) throws ProblemException {
        Processor.here().require();
        Offline.enforce();
        System.setProperty("ai.djl.pytorch.graph_optimizer", "false");
        CudaCheck cuda = Chosen.CUDA;
        Optional<CudaNatives> own =
                CudaCheck.library().isEmpty() && cuda.whyNot().isEmpty() ? cuda.natives() : Optional.empty();
        choose(own);
        Mallopt.keepFreedMemory();
        try {
            Engine engine = Engine.getEngine("PyTorch");
            JniUtils.setNumThreads(threads);
            JniUtils.setGradMode(false);
            remember(own, Optional.empty());
            return new NeuralEngine(engine, cuda);
        } catch (RuntimeException | UnsatisfiedLinkError | ExceptionInInitializerError | NoClassDefFoundError e) {
            String reason = reason(e);
            remember(own, Optional.of(reason));
            throw new ProblemException(
                    ProblemException.Kind.SURROUNDINGS,
                    e,
                    own.isPresent() ? "problem.network.cuda" : "problem.network.start",
                    libraryPath().orElse("?"),
                    reason);
        }
    }

    /** What holds as long as the process lives: its libraries cannot be exchanged any more. */
    private static final class Chosen {
        static final CudaCheck CUDA = CudaCheck.here();
    }

    private static void choose(Optional<CudaNatives> own) throws ProblemException {
        if (own.isEmpty() && libraryPath().isEmpty()) {
            System.setProperty(
                    LIBRARY_PATH,
                    NativeLibraries.unpacked(CacheFolder.path().resolve("pytorch"))
                            .toString());
            System.setProperty("PYTORCH_FLAVOR", "cpu"); // or DJL would look for cards through whatever CUDA there is
        }
        String folder = own.map(natives -> natives.folder().toString()).orElse("");
        if (own.isPresent() && !folder.equals(System.getProperty(LIBRARY_PATH))) {
            System.setProperty(LIBRARY_PATH, folder);
            System.setProperty("PYTORCH_FLAVOR", own.get().flavor());
            try {
                own.get().loading();
            } catch (IOException e) {
                // A folder that cannot be written is no reason not to use what lies in it.
                LOG.log(System.Logger.Level.WARNING, "a failure to load could not be remembered", e);
            }
        }
    }

    private static void remember(Optional<CudaNatives> own, Optional<String> failure) {
        if (own.isPresent()) {
            try {
                own.get().loaded(failure);
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, "the loading could not be remembered", e);
            }
        }
    }

    /** The innermost reason: what the system's loader said, which names the file. */
    private static String reason(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String message = innermost.getMessage();
        return message == null ? innermost.getClass().getSimpleName() : message;
    }

    private static Optional<String> libraryPath() {
        return CudaCheck.library()
                .or(() -> Optional.ofNullable(System.getProperty(LIBRARY_PATH)).filter(s -> !s.isBlank()));
    }

    /** The folder its libraries were loaded from. */
    public String library() {
        return libraryPath().orElse("");
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
            List<NvidiaDriver.Card> cards = cuda.driver().orElseThrow().cards();
            for (int i = 0; i < cards.size(); i++) {
                if (cards.get(i).capability() >= CudaCheck.LEAST_CAPABILITY) {
                    devices.add(new ComputeDevice(ComputeDevice.Kind.CUDA, i));
                }
            }
        }
        devices.add(ComputeDevice.CPU);
        return List.copyOf(devices);
    }

    /** The device used unless the user says otherwise: a CUDA card when there is one. */
    public ComputeDevice preferredDevice() {
        return devices().get(0);
    }

    /** Why CUDA cannot be used: the missing driver, card or file by name; empty when it can. */
    public Optional<Term> whyNotCuda() {
        return cuda.whyNot()
                .or(() -> engine.hasCapability("CUDA") ? Optional.empty() : Optional.of(Term.of("why.cuda.built")));
    }
}
