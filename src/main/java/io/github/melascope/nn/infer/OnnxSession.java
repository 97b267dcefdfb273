package io.github.melascope.nn.infer;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import io.github.melascope.nn.engine.Offline;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** One ONNX model in ONNX Runtime, with floats going in and rows of floats coming out. */
final class OnnxSession implements AutoCloseable {
    private final OrtEnvironment environment;
    private final OrtSession session;

    /**
     * A batch of an input.
     *
     * @param values in native memory
     * @param shape the batch first
     */
    @SuppressWarnings("ArrayRecordComponent") // lives for one call
    record Input(FloatBuffer values, long... shape) {}

    OnnxSession(byte[] model, int threads) {
        Offline.enforce();
        environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "melascope");
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            environment.setTelemetry(false);
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            // Threads that wait spin just as long as one operation hands over to the next, then sleep. Spinning for
            // ever, the
            // default, was a third as fast here beside other work; not spinning at all costs a third alone.
            options.addConfigEntry("session.intra_op.allow_spinning", "1");
            options.addConfigEntry("session.intra_op.spin_duration_us", "20");
            session = environment.createSession(model, options);
        } catch (OrtException e) {
            throw failure(e);
        }
    }

    /**
     * Runs the model.
     *
     * @param inputs all of the model's, by name
     * @param wanted the outputs to fetch; their rows are put in from index {@code from} on
     */
    void run(Map<String, Input> inputs, Map<String, float[][]> wanted, int from) {
        Map<String, OnnxTensor> tensors = new HashMap<>();
        try {
            for (Map.Entry<String, Input> input : inputs.entrySet()) {
                Input value = input.getValue();
                tensors.put(input.getKey(), OnnxTensor.createTensor(environment, value.values(), value.shape()));
            }
            try (OrtSession.Result result = session.run(tensors, Set.copyOf(wanted.keySet()))) {
                wanted.forEach((name, rows) -> copy(result, name, rows, from));
            }
        } catch (OrtException e) {
            throw failure(e);
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    private static void copy(OrtSession.Result result, String name, float[][] rows, int from) {
        OnnxTensor tensor = (OnnxTensor) result.get(name).orElseThrow();
        int count = (int) tensor.getInfo().getShape()[0];
        FloatBuffer values = tensor.getFloatBuffer();
        int length = values.remaining() / count;
        for (int i = from; i < from + count; i++) {
            rows[i] = new float[length];
            values.get(rows[i]);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw failure(e);
        }
    }

    private static IllegalStateException failure(OrtException e) {
        return new IllegalStateException("ONNX Runtime failed: " + e.getMessage(), e);
    }
}
