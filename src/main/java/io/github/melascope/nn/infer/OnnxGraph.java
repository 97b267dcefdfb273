package io.github.melascope.nn.infer;

import io.github.melascope.nn.arch.Architecture;
import io.github.melascope.nn.arch.ConvUnit;
import io.github.melascope.nn.arch.Stage;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes the network as an ONNX model, in memory and out of our own weights: batch normalisation folded into the
 * convolutions, the convention's padding spelled out, ReLU6 as {@code Clip}. The batch is free; all other extents are
 * those of the architecture.
 *
 * <p>Input {@value #IMAGES}: float [batch, 3, side, side] as {@link ImageTensor} makes it. Outputs, float:
 * {@value #LOGITS} [batch, outputs], {@value #EMBEDDING} [batch, 1280], {@value #FINE_MEANS} [batch, 96], {@value #LAST_MAP} [batch, 1280, side / 32,
 * side / 32]. For explanations at the finer layer see {@link OnnxGradient}.
 */
final class OnnxGraph {
    static final String IMAGES = "images";
    static final String LOGITS = "logits";
    static final String EMBEDDING = "embedding";
    static final String LAST_MAP = "lastMap";
    static final String FINE_MAP = "fineMap";
    static final String FINE_MEANS = "fineMeans";
    /** The head's hidden values, after ReLU. */
    static final String HIDDEN = "hidden";

    static final String ZERO = "zero";
    static final String SIX = "six";
    private static final int RGB = 3;

    private final Architecture architecture;
    private final WeightTable weights;
    private final OnnxBuilder builder = new OnnxBuilder(Architecture.NAME);
    private final Map<ConvUnit, int[]> paddings = new HashMap<>();
    /** Side of the map that the last written node gives. */
    private int side;

    OnnxGraph(WeightTable weights) {
        this.architecture = weights.architecture();
        this.weights = weights;
        this.side = architecture.inputSize();
    }

    /** The model that predicts. */
    static byte[] predicting(WeightTable weights) {
        OnnxGraph graph = new OnnxGraph(weights);
        graph.forward();
        Architecture architecture = weights.architecture();
        graph.builder.output(LOGITS, architecture.task().outputs());
        graph.builder.output(EMBEDDING, Architecture.FEATURES);
        graph.means(FINE_MEANS, FINE_MAP);
        graph.builder.output(FINE_MEANS, Architecture.fineChannels());
        graph.builder.output(LAST_MAP, Architecture.FEATURES, architecture.mapSize(), architecture.mapSize());
        return graph.builder.toByteArray();
    }

    OnnxBuilder builder() {
        return builder;
    }

    /** The padding {begin, end} that a written unit got. */
    int[] padding(ConvUnit unit) {
        return paddings.getOrDefault(unit, new int[2]);
    }

    /** Writes every node from the images to the logits. */
    void forward() {
        builder.constant(ZERO, new float[] {0});
        builder.constant(SIX, new float[] {6});
        String map = builder.input(IMAGES, RGB, side, side);
        for (Stage stage : Architecture.stages()) {
            map = stage(stage, map);
        }
        means(EMBEDDING, map);
        builder.node("Relu", HIDDEN, dense(HIDDEN + "Linear", Architecture.HEAD_HIDDEN, EMBEDDING));
        dense(LOGITS, Architecture.HEAD_OUTPUT, HIDDEN);
    }

    /** The mean of each channel of a map. */
    private void means(String output, String map) {
        ProtoWriter overSpace = OnnxBuilder.ints(new ProtoWriter(), "axes", 2, 3);
        builder.node("ReduceMean", output, OnnxBuilder.integer(overSpace, "keepdims", 0), map);
    }

    private String stage(Stage stage, String input) {
        String map = input;
        for (ConvUnit unit : stage.units()) {
            map = convolution(unit, map, nameOf(stage, unit));
        }
        return stage.residual() ? builder.node("Add", nameOf(stage), map, input) : map;
    }

    static String nameOf(Stage stage) {
        return switch (stage.index()) {
            case Architecture.FINE_STAGE -> FINE_MAP;
            case Architecture.LAST_STAGE -> LAST_MAP;
            default -> "stage" + stage.index();
        };
    }

    /** What a unit gives: the last one of a stage without a residual gives the stage's own map. */
    static String nameOf(Stage stage, ConvUnit unit) {
        boolean last = unit.equals(stage.units().getLast());
        return last && !stage.residual() ? nameOf(stage) : unit.norm();
    }

    private String convolution(ConvUnit unit, String input, String output) {
        FoldedUnit folded = FoldedUnit.of(unit, weights);
        int in = unit.in() / unit.groups();
        String weight = builder.constant(weightOf(unit), folded.weight(), unit.out(), in, unit.kernel(), unit.kernel());
        String bias = builder.constant(unit.conv() + ".bias", folded.bias(), unit.out());
        int[] padding = architecture.convention().padding(side, unit.kernel(), unit.stride());
        paddings.put(unit, padding);
        ProtoWriter attributes =
                OnnxBuilder.convolution(unit.kernel(), unit.stride(), unit.groups(), padding[0], padding[1]);
        side = (side + unit.stride() - 1) / unit.stride();
        String sum = unit.relu6() ? unit.conv() : output;
        builder.node("Conv", sum, attributes, input, weight, bias);
        return unit.relu6() ? builder.node("Clip", output, sum, ZERO, SIX) : sum;
    }

    static String weightOf(ConvUnit unit) {
        return unit.conv() + ".weight";
    }

    private String dense(String output, String layer, String input) {
        float[] bias = weights.values(layer + ".bias");
        float[] weight = weights.values(layer + ".weight");
        builder.constant(layer + ".weight", weight, bias.length, weight.length / bias.length);
        builder.constant(layer + ".bias", bias, bias.length);
        ProtoWriter transposed = OnnxBuilder.integer(new ProtoWriter(), "transB", 1);
        return builder.node("Gemm", output, transposed, input, layer + ".weight", layer + ".bias");
    }
}
