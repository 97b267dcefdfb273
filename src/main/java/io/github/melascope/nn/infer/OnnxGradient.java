package io.github.melascope.nn.infer;

import io.github.melascope.nn.arch.Architecture;
import io.github.melascope.nn.arch.ConvUnit;
import io.github.melascope.nn.arch.Stage;
import java.util.List;

/**
 * Writes the network together with its own derivative: after the nodes of {@link OnnxGraph} come those that carry the
 * gradient of one logit an image back to the map of stage 13. ONNX Runtime differentiates nothing by itself, but every
 * step back through a folded network is an ordinary operator: the transposed kernel for a 1 × 1 convolution, the turned
 * kernel for a depthwise one, {@code ConvTranspose} where the stride is 2, a mask for ReLU and ReLU6.
 *
 * <p>Inputs: as {@link OnnxGraph}, and {@value #CHOSEN} [batch, outputs], 1 at the logit to explain and 0 elsewhere.
 * Outputs: {@value OnnxGraph#FINE_MAP} and {@value #FINE_GRADIENT}, both [batch, 96, side / 16, side / 16].
 */
final class OnnxGradient {
    static final String CHOSEN = "chosen";
    static final String FINE_GRADIENT = "fineGradient";
    private static final String BACK = ".back";

    private final WeightTable weights;
    private final OnnxGraph graph;
    private final OnnxBuilder builder;

    private OnnxGradient(WeightTable weights) {
        this.weights = weights;
        this.graph = new OnnxGraph(weights);
        this.builder = graph.builder();
    }

    static byte[] explaining(WeightTable weights) {
        return new OnnxGradient(weights).write();
    }

    private byte[] write() {
        graph.forward();
        builder.input(CHOSEN, weights.architecture().task().outputs());
        List<Stage> stages = Architecture.stages();
        String gradient = atLastMap();
        for (int i = Architecture.LAST_STAGE; i > Architecture.FINE_STAGE; i--) {
            gradient = through(stages.get(i), gradient);
        }
        builder.node("Identity", FINE_GRADIENT, gradient);
        List<ConvUnit> units = stages.get(Architecture.FINE_STAGE).units();
        int channels = units.getLast().out();
        int side = 2 * weights.architecture().mapSize();
        builder.output(OnnxGraph.FINE_MAP, channels, side, side);
        builder.output(FINE_GRADIENT, channels, side, side);
        return builder.toByteArray();
    }

    /** From the chosen logit through the head and the average over space: [batch, 1280, 1, 1]. */
    private String atLastMap() {
        String hidden = builder.node("MatMul", "hidden" + BACK, CHOSEN, Architecture.HEAD_OUTPUT + ".weight");
        String alive = builder.node("Sign", "hidden.mask", OnnxGraph.HIDDEN);
        String masked = builder.node("Mul", "hidden.masked", hidden, alive);
        String embedding = builder.node("MatMul", "embedding" + BACK, masked, Architecture.HEAD_HIDDEN + ".weight");
        int side = weights.architecture().mapSize();
        String share = builder.constant("share", new float[] {1f / (side * side)});
        String spread = builder.node("Mul", "spread", embedding, share);
        return builder.node("Unsqueeze", "map" + BACK, spread, builder.integers("space", 2, 3));
    }

    private String through(Stage stage, String gradient) {
        String back = gradient;
        for (ConvUnit unit : stage.units().reversed()) {
            String passed = unit.relu6() ? masked(back, OnnxGraph.nameOf(stage, unit), unit) : back;
            back = backward(unit, passed);
        }
        return stage.residual() ? builder.node("Add", OnnxGraph.nameOf(stage) + BACK, back, gradient) : back;
    }

    /** ReLU6 lets a gradient through where 0 &lt; y &lt; 6, which its own output tells. */
    private String masked(String gradient, String value, ConvUnit unit) {
        String above = builder.node("Sign", unit.norm() + ".above", value);
        String room = builder.node("Sub", unit.norm() + ".room", OnnxGraph.SIX, value);
        String below = builder.node("Sign", unit.norm() + ".below", room);
        String mask = builder.node("Mul", unit.norm() + ".mask", above, below);
        return builder.node("Mul", unit.norm() + BACK, gradient, mask);
    }

    private String backward(ConvUnit unit, String gradient) {
        String result = unit.conv() + BACK;
        if (unit.stride() > 1) {
            return builder.node("ConvTranspose", result, strided(unit), gradient, OnnxGraph.weightOf(unit));
        }
        FoldedUnit folded = FoldedUnit.of(unit, weights);
        boolean depthwise = unit.groups() > 1;
        float[] kernel = depthwise ? folded.turned() : folded.transposed();
        int in = depthwise ? 1 : unit.out();
        String weight = builder.constant(result + ".weight", kernel, unit.in(), in, unit.kernel(), unit.kernel());
        int[] padding = graph.padding(unit);
        int last = unit.kernel() - 1;
        ProtoWriter attributes =
                OnnxBuilder.convolution(unit.kernel(), 1, unit.groups(), last - padding[0], last - padding[1]);
        return builder.node("Conv", result, attributes, gradient, weight);
    }

    /** The output of stride 2 is padded so that an even side comes back: {@code 2·(n − 1) + kernel − pads + rest = 2·n}. */
    private ProtoWriter strided(ConvUnit unit) {
        int[] padding = graph.padding(unit);
        int rest = unit.stride() - unit.kernel() + padding[0] + padding[1];
        ProtoWriter attributes =
                OnnxBuilder.convolution(unit.kernel(), unit.stride(), unit.groups(), padding[0], padding[1]);
        return OnnxBuilder.ints(attributes, "output_padding", rest, rest);
    }
}
