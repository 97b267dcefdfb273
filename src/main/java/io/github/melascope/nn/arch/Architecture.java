package io.github.melascope.nn.arch;

import io.github.melascope.lesion.Task;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * MobileNetV2 (Sandler et al., CVPR 2018, table 2) at width 1.0 as torchvision builds and names it, with a head Dense →
 * ReLU → Dropout → Dense on the global average of the last feature map. Pure description: the DJL network, the ONNX
 * graph and the check of a weights file are all read off it, so that they cannot differ.
 *
 * @param convention padding, epsilon and normalisation
 * @param task decides the number of logits
 * @param hidden width of the head's first dense layer
 * @param dropout probability of dropping a hidden value while training, 0 … 1
 * @param inputSize side of the square input in pixels, a multiple of 32
 */
public record Architecture(Convention convention, Task task, int hidden, double dropout, int inputSize) {
    public static final String NAME = "mobilenet_v2";
    /** Channels of the last feature map, and length of an embedding. */
    public static final int FEATURES = 1280;
    /** The last stage whose map has stride 16 (14 × 14 for 224): the finer layer to explain at. */
    public static final int FINE_STAGE = 13;
    /** The last stage of {@code features}. */
    public static final int LAST_STAGE = 18;

    /** The head's dense layers, named as torch's {@code Sequential(Linear, ReLU, Dropout, Linear)} would. */
    public static final String HEAD_HIDDEN = "classifier.0";

    public static final String HEAD_OUTPUT = "classifier.3";

    /** Table 2 of the paper: expansion, output channels, repeats, first stride. */
    private static final int[][] SETTINGS = {
        {1, 16, 1, 1}, {6, 24, 2, 2}, {6, 32, 3, 2}, {6, 64, 4, 2}, {6, 96, 3, 1}, {6, 160, 3, 2}, {6, 320, 1, 1}
    };

    /** Channels of the finer map. */
    public static int fineChannels() {
        return stages().get(FINE_STAGE).units().getLast().out();
    }

    /** Side of the last feature map: 7 for an input of 224. */
    public int mapSize() {
        return inputSize / 32;
    }

    /** The convolutional part, stem to last 1 × 1 convolution: 19 stages. */
    public static List<Stage> stages() {
        List<Stage> stages = new ArrayList<>();
        stages.add(new Stage(0, List.of(unit("features.0", 0, 3, 32, 3, 2, 1, true)), false));
        int in = 32;
        for (int[] setting : SETTINGS) {
            for (int repeat = 0; repeat < setting[2]; repeat++) {
                stages.add(invertedResidual(stages.size(), in, setting[1], repeat == 0 ? setting[3] : 1, setting[0]));
                in = setting[1];
            }
        }
        stages.add(
                new Stage(LAST_STAGE, List.of(unit("features." + LAST_STAGE, 0, in, FEATURES, 1, 1, 1, true)), false));
        return List.copyOf(stages);
    }

    private static Stage invertedResidual(int index, int in, int out, int stride, int expansion) {
        String name = "features." + index + ".conv";
        int wide = in * expansion;
        List<ConvUnit> units = new ArrayList<>();
        if (expansion != 1) {
            units.add(unit(name + ".0", 0, in, wide, 1, 1, 1, true));
        }
        units.add(unit(name + "." + units.size(), 0, wide, wide, 3, stride, wide, true));
        int next = units.size();
        units.add(new ConvUnit(name + "." + next, name + "." + (next + 1), wide, out, 1, 1, 1, false));
        return new Stage(index, units, stride == 1 && in == out);
    }

    private static ConvUnit unit(
            String name, int first, int in, int out, int kernel, int stride, int groups, boolean relu6) {
        return new ConvUnit(name + "." + first, name + "." + (first + 1), in, out, kernel, stride, groups, relu6);
    }

    /** Names and shapes of every tensor a weights file of this architecture must hold, in order. */
    public Map<String, long[]> tensors() {
        Map<String, long[]> shapes = backboneTensors();
        shapes.put(HEAD_HIDDEN + ".weight", new long[] {hidden, FEATURES});
        shapes.put(HEAD_HIDDEN + ".bias", new long[] {hidden});
        shapes.put(HEAD_OUTPUT + ".weight", new long[] {task.outputs(), hidden});
        shapes.put(HEAD_OUTPUT + ".bias", new long[] {task.outputs()});
        return shapes;
    }

    /** The stage a tensor belongs to, 0 … 18; the head's tensors count as the stage after the last. */
    public static int stageOf(String tensor) {
        if (!tensor.startsWith("features.")) {
            return LAST_STAGE + 1;
        }
        int begin = "features.".length();
        return Integer.parseInt(tensor.substring(begin, tensor.indexOf('.', begin)));
    }

    /** Names and shapes of the convolutional part's tensors, in order. */
    public static Map<String, long[]> backboneTensors() {
        Map<String, long[]> shapes = new LinkedHashMap<>();
        for (Stage stage : stages()) {
            for (ConvUnit unit : stage.units()) {
                shapes.put(
                        unit.conv() + ".weight",
                        new long[] {unit.out(), unit.in() / unit.groups(), unit.kernel(), unit.kernel()});
                for (String part : List.of("weight", "bias", "running_mean", "running_var")) {
                    shapes.put(unit.norm() + "." + part, new long[] {unit.out()});
                }
            }
        }
        return shapes;
    }
}
