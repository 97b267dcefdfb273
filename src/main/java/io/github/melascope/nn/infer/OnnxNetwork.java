package io.github.melascope.nn.infer;

import io.github.melascope.lesion.RgbImage;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The network on the CPU by ONNX Runtime, from graphs that {@link OnnxGraph} and {@link OnnxGradient} write in memory. */
final class OnnxNetwork extends PiecewiseNetwork {
    /** Larger pieces are slower an image: their activations leave the processor's cache. */
    private static final int PIECE = 4;

    private static final int ALIGNMENT = 64;

    private final WeightTable weights;
    private final ImageTensor pixels;
    private final int threads;
    private final OnnxSession predicting;
    private final Object explainingLock = new Object();
    /** Made when the first finer map is asked for; guarded by {@code explainingLock}. */
    private @Nullable OnnxSession explaining;

    OnnxNetwork(WeightTable weights, int threads) {
        super(weights.architecture(), PIECE);
        this.weights = weights;
        this.pixels = new ImageTensor(weights.architecture());
        this.threads = threads;
        this.predicting = new OnnxSession(OnnxGraph.predicting(weights), threads);
    }

    @Override
    public String runtime() {
        return "ONNX Runtime on the CPU, " + threads + (threads == 1 ? " thread" : " threads");
    }

    @Override
    void predict(List<RgbImage> images, Activations rows, int from) {
        Map<String, float[][]> wanted = new HashMap<>();
        wanted.put(OnnxGraph.LOGITS, rows.logits());
        wanted.put(OnnxGraph.EMBEDDING, rows.embeddings());
        wanted.put(OnnxGraph.FINE_MEANS, rows.fineMeans());
        if (rows.maps().length > 0) {
            wanted.put(OnnxGraph.LAST_MAP, rows.maps());
        }
        try (Arena arena = Arena.ofConfined()) {
            predicting.run(Map.of(OnnxGraph.IMAGES, batch(arena, images)), wanted, from);
        }
    }

    @Override
    void differentiate(List<RgbImage> images, int[] outputs, float[][] maps, float[][] gradients, int from) {
        Map<String, float[][]> wanted = Map.of(OnnxGraph.FINE_MAP, maps, OnnxGradient.FINE_GRADIENT, gradients);
        try (Arena arena = Arena.ofConfined()) {
            Map<String, OnnxSession.Input> inputs = Map.of(
                    OnnxGraph.IMAGES, batch(arena, images),
                    OnnxGradient.CHOSEN, oneHot(arena, outputs));
            explaining().run(inputs, wanted, from);
        }
    }

    private OnnxSession explaining() {
        synchronized (explainingLock) {
            if (explaining == null) {
                explaining = new OnnxSession(OnnxGradient.explaining(weights), threads);
            }
            return explaining;
        }
    }

    private OnnxSession.Input batch(Arena arena, List<RgbImage> images) {
        FloatBuffer values = floats(arena, images.size() * pixels.length());
        pixels.planes(images, values);
        int side = architecture().inputSize();
        return new OnnxSession.Input(values, images.size(), ImageTensor.CHANNELS, side, side);
    }

    private OnnxSession.Input oneHot(Arena arena, int[] outputs) {
        int classes = architecture().task().outputs();
        FloatBuffer values = floats(arena, outputs.length * classes);
        for (int i = 0; i < outputs.length; i++) {
            values.put(i * classes + outputs[i], 1);
        }
        return new OnnxSession.Input(values, outputs.length, classes);
    }

    private static FloatBuffer floats(Arena arena, int count) {
        return arena.allocate(ValueLayout.JAVA_FLOAT.byteSize() * count, ALIGNMENT)
                .asByteBuffer()
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    @Override
    void free() {
        predicting.close();
        synchronized (explainingLock) {
            if (explaining != null) {
                explaining.close();
            }
        }
    }
}
