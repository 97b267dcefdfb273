package io.github.melascope.nn.infer;

import io.github.melascope.base.ProblemException;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.HeatMap;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.lesion.Task;
import io.github.melascope.nn.arch.Architecture;
import io.github.melascope.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Says where a network looked. At the last map (7 × 7 for an input of 224) the gradient is known in closed form and
 * constant over space, so that Grad-CAM and HiResCAM coincide and cost well under a forward pass; at the finer map of
 * stage 13 (14 × 14) they differ, and the network is run forward and backward once more. Of a {@link ViewedNetwork} all views are
 * explained, each turned back: at the last map by their mean map and the gradient at the mean embedding, at the finer map, for
 * eight times the work, exactly.
 */
public final class Explainer {
    private final Network network;
    private final Head head;

    /**
     * @param network makes the finer maps; stays the caller's to close
     * @param weights the very weights of the network
     */
    public Explainer(Network network, Map<String, Tensor> weights) {
        this.network = network;
        this.head = new Head(network.architecture(), weights);
    }

    /**
     * Explains an image of a batch that was predicted with its maps.
     *
     * @param activations with maps
     * @param row the image's place in the batch
     * @param target the class to explain
     * @throws ProblemException of kind {@code USAGE} when the model has no such class
     */
    public HeatMap atLastMap(Activations activations, int row, Diagnosis target, HeatMap.Method method)
            throws ProblemException {
        FeatureGradient feature = lastGradient(activations, row, outputOf(target));
        return heatMap(feature, target, method);
    }

    /**
     * Explains images at the finer map.
     *
     * @param images of the input size
     * @param target the class to explain, the same for all
     * @throws ProblemException of kind {@code USAGE} when the model has no such class
     */
    public List<HeatMap> atFineMap(List<RgbImage> images, Diagnosis target, HeatMap.Method method)
            throws ProblemException {
        int[] outputs = new int[images.size()];
        Arrays.fill(outputs, outputOf(target));
        List<HeatMap> maps = new ArrayList<>();
        for (FeatureGradient feature : network.fineGradients(images, outputs)) {
            maps.add(heatMap(feature, target, method));
        }
        return maps;
    }

    /** The gradient at the last map is the embedding's, shared evenly by the positions that were averaged. */
    FeatureGradient lastGradient(Activations activations, int row, int output) {
        float[] map = activations.maps()[row];
        int side = network.architecture().mapSize();
        int area = side * side;
        float[] ofEmbedding = head.gradient(activations.embeddings()[row], output);
        float[] gradient = new float[map.length];
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = ofEmbedding[i / area] / area;
        }
        return new FeatureGradient(Architecture.FEATURES, side, map, gradient);
    }

    private static HeatMap heatMap(FeatureGradient feature, Diagnosis target, HeatMap.Method method) {
        float[] values = ClassActivation.of(method).map(feature);
        boolean flat = true;
        for (float value : values) {
            flat &= value == 0;
        }
        return new HeatMap(feature.side(), feature.side(), values, flat, method, target);
    }

    /** The logit of a class. A melanoma model has the one logit of melanoma, which explains no other class. */
    private int outputOf(Diagnosis target) throws ProblemException {
        Task task = network.architecture().task();
        int output = task.classes().indexOf(target);
        if (output < 0) {
            throw new ProblemException(ProblemException.Kind.USAGE, "problem.explain.class", target.code());
        }
        return output;
    }
}
