package io.github.melascope.nn.infer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.nn.arch.Architecture;
import io.github.melascope.nn.arch.MobileNetV2;
import io.github.melascope.nn.engine.ComputeDevice;
import io.github.melascope.nn.engine.NeuralEngine;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** The network by DJL, on the CPU or a CUDA card: the very code that trains. Every call has a manager of its own. */
final class DjlNetwork extends PiecewiseNetwork {
    private static final int PIECE_ON_CPU = 8;
    private static final int PIECE_ON_CUDA = 32;
    private static final int ALIGNMENT = 64;
    private static final int NOTHING_TRAINED = Integer.MAX_VALUE;

    private final ImageTensor pixels;
    private final String runtime;
    private final NDManager manager;
    private final MobileNetV2 network;

    DjlNetwork(WeightTable weights, NeuralEngine engine, ComputeDevice device) {
        super(weights.architecture(), device.isCuda() ? PIECE_ON_CUDA : PIECE_ON_CPU);
        pixels = new ImageTensor(weights.architecture());
        runtime = "DJL, " + engine.version() + " on " + device.code();
        manager = engine.newManager(device);
        network = new MobileNetV2(weights.architecture(), manager, weights.tensors());
    }

    @Override
    public String runtime() {
        return runtime;
    }

    @Override
    void predict(List<RgbImage> images, Activations rows, int from) {
        NeuralEngine.recordGradients(false);
        try (Arena arena = Arena.ofConfined();
                NDManager step = manager.newSubManager()) {
            NDArray fine = network.stages(batch(arena, step, images), 0, Architecture.FINE_STAGE, NOTHING_TRAINED);
            NDArray map = network.stages(fine, Architecture.FINE_STAGE + 1, Architecture.LAST_STAGE, NOTHING_TRAINED);
            NDArray embedding = MobileNetV2.pooled(map);
            copy(network.head(embedding), rows.logits(), from);
            copy(embedding, rows.embeddings(), from);
            copy(MobileNetV2.pooled(fine), rows.fineMeans(), from);
            if (rows.maps().length > 0) {
                copy(map, rows.maps(), from);
            }
        }
    }

    /** The finer map is made without gradients, then is the leaf that the rest of the network is differentiated by. */
    @Override
    void differentiate(List<RgbImage> images, int[] outputs, float[][] maps, float[][] gradients, int from) {
        NeuralEngine.recordGradients(false);
        try (Arena arena = Arena.ofConfined();
                NDManager step = manager.newSubManager()) {
            NDArray fine = network.stages(batch(arena, step, images), 0, Architecture.FINE_STAGE, NOTHING_TRAINED);
            fine.setRequiresGradient(true);
            NeuralEngine.recordGradients(true);
            NDArray last = network.stages(fine, Architecture.FINE_STAGE + 1, Architecture.LAST_STAGE, NOTHING_TRAINED);
            NDArray logits = network.head(MobileNetV2.pooled(last));
            NeuralEngine.backward(logits, oneHot(step, outputs));
            NeuralEngine.recordGradients(false);
            copy(fine, maps, from);
            try (NDArray gradient = fine.getGradient()) {
                copy(gradient, gradients, from);
            }
        } finally {
            NeuralEngine.recordGradients(false);
        }
    }

    /** The array is the arena's memory itself on the CPU, so that nothing waits for the garbage collector. */
    private NDArray batch(Arena arena, NDManager step, List<RgbImage> images) {
        ByteBuffer values = arena.allocate(
                        ValueLayout.JAVA_FLOAT.byteSize() * images.size() * pixels.length(), ALIGNMENT)
                .asByteBuffer()
                .order(ByteOrder.nativeOrder());
        pixels.interleaved(images, values.asFloatBuffer());
        return network.input(step, values, images.size());
    }

    private NDArray oneHot(NDManager step, int[] outputs) {
        int classes = architecture().task().outputs();
        float[] values = new float[outputs.length * classes];
        for (int i = 0; i < outputs.length; i++) {
            values[i * classes + outputs[i]] = 1;
        }
        return step.create(values, new Shape(outputs.length, classes));
    }

    private static void copy(NDArray array, float[][] rows, int from) {
        float[] values = array.toFloatArray();
        int count = (int) array.getShape().get(0);
        int length = values.length / count;
        for (int i = 0; i < count; i++) {
            rows[from + i] = java.util.Arrays.copyOfRange(values, i * length, (i + 1) * length);
        }
    }

    /** Native arrays that are held between calls: the weights and no more. */
    int arraysHeld() {
        NDManager ofWeights =
                network.parameter(Architecture.HEAD_OUTPUT + ".bias").getManager();
        return manager.getManagedArrays().size() + ofWeights.getManagedArrays().size();
    }

    @Override
    void free() {
        network.close();
        manager.close();
    }
}
