package io.github.melascope.app;

import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Term;
import io.github.melascope.nn.engine.ComputeDevice;
import io.github.melascope.nn.engine.CudaCheck;
import io.github.melascope.nn.engine.NeuralEngine;
import io.github.melascope.nn.engine.NvidiaDriver;
import io.github.melascope.nn.engine.Processor;
import io.github.melascope.nn.infer.AnsweringRuntime;
import java.util.List;
import java.util.Optional;

/**
 * What the program found to run on.
 *
 * @param processor its name
 * @param threads of one operation
 * @param extensions the processor's vector instructions that matter; empty where the system does not tell
 * @param memory of the computer in bytes
 * @param freeMemory in bytes
 * @param answering what answers
 * @param training what trains
 * @param driver of NVIDIA with its release and its CUDA; empty where none answers
 * @param cards that the driver tells of
 * @param codes the devices for training, the one that is used first: {@code "cuda:0"}, {@code "cpu"}
 * @param whyNotCuda the missing driver, card or file by name; empty when CUDA works
 */
public record DeviceFacts(
        String processor,
        int threads,
        List<String> extensions,
        long memory,
        long freeMemory,
        Library answering,
        Library training,
        Optional<String> driver,
        List<Card> cards,
        List<String> codes,
        Optional<Term> whyNotCuda) {
    /**
     * A native library.
     *
     * @param version with its name, {@code "PyTorch 2.7.1"}; empty when it does not load
     * @param folder it lies in; empty where that is of no interest
     * @param problem why it does not load, and what to do
     */
    public record Library(String version, String folder, Optional<ProblemException> problem) {}

    /**
     * A graphics card.
     *
     * @param bytes of its memory
     * @param capability compute capability, {@code "8.9"}
     */
    public record Card(String name, long bytes, String capability) {}

    /** Looks; loads ONNX Runtime and PyTorch. */
    public static DeviceFacts of(AppContext context) {
        Processor processor = Processor.here();
        SystemMemory memory = SystemMemory.here();
        Library answering;
        try {
            answering = new Library(AnsweringRuntime.start(), "", Optional.empty());
        } catch (ProblemException e) {
            answering = new Library("", "", Optional.of(e));
        }
        Library training;
        List<String> codes = List.of();
        CudaCheck cuda = CudaCheck.here();
        Optional<Term> whyNot = cuda.whyNot();
        try {
            NeuralEngine engine = context.engine();
            training = new Library(engine.version(), engine.library(), Optional.empty());
            codes = engine.devices().stream().map(ComputeDevice::code).toList();
            whyNot = engine.whyNotCuda();
        } catch (ProblemException e) {
            training = new Library("", "", Optional.of(e));
            whyNot = whyNot.or(() -> Optional.of(e.whyTerm()));
        }
        return new DeviceFacts(
                processor.name(),
                context.threads(),
                processor.extensions(),
                memory.total(),
                memory.free(),
                answering,
                training,
                cuda.driver().map(DeviceFacts::told),
                cuda.driver().map(DeviceFacts::cards).orElse(List.of()),
                codes,
                whyNot);
    }

    private static String told(NvidiaDriver driver) {
        return (driver.release() + " (CUDA " + NvidiaDriver.version(driver.cuda()) + ")").strip();
    }

    private static List<Card> cards(NvidiaDriver driver) {
        return driver.cards().stream()
                .map(card -> new Card(card.name(), card.bytes(), CudaCheck.capability(card.capability())))
                .toList();
    }
}
