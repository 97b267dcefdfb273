package io.github.melascope.nn.arch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.melascope.tensor.Tensor;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * MobileNetV2 with its head as a DJL network: the {@link Architecture} walked over, operation by operation.
 *
 * <p>Arrays live in the manager of the input; close that after every step. Not thread-safe while training; several
 * threads may run it at once otherwise.
 */
public final class MobileNetV2 implements AutoCloseable {
    /** DJL's momentum is the share that stays: torch's 0.1. */
    private static final float MOMENTUM = 0.9f;

    private static final Shape ONE = new Shape(1, 1);
    private static final int NOTHING_TRAINED = Integer.MAX_VALUE;

    private final Architecture architecture;
    private final List<Stage> stages = Architecture.stages();
    private final NDManager manager;
    private final Map<String, NDArray> parameters = new LinkedHashMap<>();
    private final InPlaceReLU6 relu6;

    /**
     * Copies the weights to the manager's device.
     *
     * @param parent owns the network; the network closes only what it made
     * @param weights every tensor of {@link Architecture#tensors()}, already checked
     */
    public MobileNetV2(Architecture architecture, NDManager parent, Map<String, Tensor> weights) {
        this.architecture = architecture;
        this.manager = parent.newSubManager();
        this.relu6 = new InPlaceReLU6(manager);
        architecture.tensors().forEach((name, shape) -> {
            Tensor tensor = weights.get(name);
            if (tensor == null) {
                throw new IllegalArgumentException("no tensor " + name);
            }
            parameters.put(name, manager.create(tensor.values(), new Shape(shape)));
        });
    }

    public Architecture architecture() {
        return architecture;
    }

    /** The arrays by their torchvision names, live: an optimiser changes them in place. */
    public Map<String, NDArray> parameters() {
        return java.util.Collections.unmodifiableMap(parameters);
    }

    /** A copy of the weights as they are now. */
    public Map<String, Tensor> export() {
        Map<String, Tensor> copy = new LinkedHashMap<>();
        architecture
                .tensors()
                .forEach((name, shape) ->
                        copy.put(name, new Tensor(shape, parameter(name).toFloatArray())));
        return copy;
    }

    /**
     * Brings a batch to the device, laid out as the convolutions like it best (channels last).
     *
     * @param step owns the result
     * @param nhwc direct buffer in native order with [count, size, size, 3] normalised floats; not copied on the CPU, so
     *     it must stay unchanged until the step is over
     * @return [count, 3, size, size]
     */
    public NDArray input(NDManager step, ByteBuffer nhwc, int count) {
        int size = architecture.inputSize();
        return step.create(nhwc, new Shape(count, size, size, 3), ai.djl.ndarray.types.DataType.FLOAT32)
                .transpose(0, 3, 1, 2);
    }

    /** The last feature map, [N, 1280, size / 32, size / 32], by the statistics of training. */
    public NDArray features(NDArray input) {
        return stages(input, 0, Architecture.LAST_STAGE, NOTHING_TRAINED);
    }

    /**
     * Runs the stages {@code from} … {@code to}, both included.
     *
     * @param firstTrained stages from this one on normalise by the batch and update their statistics; those before it
     *     use and keep theirs, as a frozen network must
     */
    public NDArray stages(NDArray input, int from, int to, int firstTrained) {
        NDArray x = input;
        for (Stage stage : stages.subList(from, to + 1)) {
            NDArray entering = x;
            for (ConvUnit unit : stage.units()) {
                x = run(unit, x, stage.index() >= firstTrained);
            }
            if (stage.residual()) {
                x = x.addi(entering);
            }
        }
        return x;
    }

    private NDArray run(ConvUnit unit, NDArray x, boolean batchStatistics) {
        NDArray weight = parameter(unit.conv() + ".weight");
        int[] pad = architecture.convention().padding((int) x.getShape().get(2), unit.kernel(), unit.stride());
        int begin = pad[0];
        if (pad[1] > pad[0]) {
            // TensorFlow pads one more at the end. A row and a column of zeros before the kernel do the same at a
            // symmetric padding, and cost far less than a padded copy of the input.
            weight = weight.pad(new Shape(1, 0, 1, 0), 0);
            weight.attach(x.getManager()); // it would stay with the weights for ever
            begin = pad[1];
        }
        NDArray convolved = x.getNDArrayInternal()
                .convolution(
                        x,
                        weight,
                        null,
                        new Shape(unit.stride(), unit.stride()),
                        new Shape(begin, begin),
                        ONE,
                        unit.groups())
                .head();
        NDArray normalised = convolved
                .getNDArrayInternal()
                .batchNorm(
                        convolved,
                        parameter(unit.norm() + ".running_mean"),
                        parameter(unit.norm() + ".running_var"),
                        parameter(unit.norm() + ".weight"),
                        parameter(unit.norm() + ".bias"),
                        -1,
                        MOMENTUM,
                        architecture.convention().epsilon(),
                        batchStatistics)
                .head();
        return unit.relu6() ? relu6.apply(normalised) : normalised;
    }

    /** Global average of a feature map: [N, 1280, h, w] → [N, 1280], the embedding of an image. */
    public static NDArray pooled(NDArray map) {
        return map.mean(new int[] {3}).mean(new int[] {2}); // DJL takes one axis at a time
    }

    /**
     * Dense → ReLU → Dense.
     *
     * @param embedding [N, 1280]
     * @return logits, [N, outputs]
     */
    public NDArray head(NDArray embedding) {
        return output(hidden(embedding));
    }

    /**
     * The head with dropout: {@code mask} is [N, hidden] of zeros and {@code 1 / (1 − p)}, drawn by the caller so that a
     * resumed training draws the same.
     */
    public NDArray head(NDArray embedding, NDArray mask) {
        return output(hidden(embedding).mul(mask));
    }

    private NDArray hidden(NDArray embedding) {
        return dense(embedding, Architecture.HEAD_HIDDEN).getNDArrayInternal().relu();
    }

    private NDArray output(NDArray hidden) {
        return dense(hidden, Architecture.HEAD_OUTPUT);
    }

    private NDArray dense(NDArray x, String name) {
        return x.getNDArrayInternal()
                .linear(x, parameter(name + ".weight"), parameter(name + ".bias"))
                .head();
    }

    /** One live array by its name. */
    public NDArray parameter(String name) {
        NDArray parameter = parameters.get(name);
        if (parameter == null) {
            throw new IllegalArgumentException("no parameter " + name);
        }
        return parameter;
    }

    @Override
    public void close() {
        manager.close();
    }
}
