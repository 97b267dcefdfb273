package io.github.melascope.nn.infer;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.github.melascope.nn.arch.Architecture;
import io.github.melascope.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Set;

/**
 * ONNX Runtime as it comes, for the benchmark to compare with: default options, one input made beforehand, the outputs
 * left where they are.
 */
public final class PlainRuntime implements AutoCloseable {
    private final OrtSession session;
    private final OnnxTensor input;

    /** @param threads of one operation */
    public PlainRuntime(Architecture architecture, Map<String, Tensor> weights, int threads) {
        int side = architecture.inputSize();
        FloatBuffer image = ByteBuffer.allocateDirect(3 * side * side * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            options.setIntraOpNumThreads(threads);
            session = environment.createSession(OnnxGraph.predicting(new WeightTable(architecture, weights)), options);
            input = OnnxTensor.createTensor(environment, image, new long[] {1, 3, side, side});
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime failed: " + e.getMessage(), e);
        }
    }

    /** Runs one image to its logits and last map. */
    public void run() {
        Set<String> wanted = Set.of(OnnxGraph.LOGITS, OnnxGraph.EMBEDDING, OnnxGraph.LAST_MAP);
        try (OrtSession.Result result = session.run(Map.of(OnnxGraph.IMAGES, input), wanted)) {
            if (result.size() != wanted.size()) {
                throw new IllegalStateException("an output is missing");
            }
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime failed: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        input.close();
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime failed: " + e.getMessage(), e);
        }
    }
}
