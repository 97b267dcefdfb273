package io.github.melascope.nn.infer;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;
import io.github.melascope.base.ProblemException;
import io.github.melascope.nn.engine.Offline;
import io.github.melascope.nn.engine.Processor;

/** ONNX Runtime, which answers on the CPU. */
public final class AnsweringRuntime {
    private AnsweringRuntime() {}

    /**
     * Loads it, unless that was done.
     *
     * @return {@code "ONNX Runtime 1.29.0"}
     * @throws ProblemException of kind {@code SURROUNDINGS} when the processor is too old or its library does not load
     */
    public static String start() throws ProblemException {
        Processor.here().require();
        Offline.enforce();
        try {
            return "ONNX Runtime "
                    + OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "melascope")
                            .getVersion();
        } catch (RuntimeException | UnsatisfiedLinkError | ExceptionInInitializerError | NoClassDefFoundError e) {
            Throwable innermost = e;
            while (innermost.getCause() != null) {
                innermost = innermost.getCause();
            }
            throw new ProblemException(
                    ProblemException.Kind.SURROUNDINGS,
                    e,
                    "problem.network.onnx",
                    System.getProperty("java.io.tmpdir"),
                    String.valueOf(innermost.getMessage()));
        }
    }
}
