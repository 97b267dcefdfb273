package io.github.melascope.nn.arch;

import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Term;
import io.github.melascope.tensor.Safetensors;
import io.github.melascope.tensor.Tensor;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Reads MobileNetV2 weights that other programs wrote: torchvision's names or timm's; what is not needed is left out. */
public final class WeightImport {
    private static final Map<String, String> TIMM_PARTS =
            Map.of("weight", "weight", "bias", "bias", "running_mean", "running_mean", "running_var", "running_var");

    private WeightImport() {}

    /**
     * Backbone weights to start a training from.
     *
     * @param tensors the backbone's 260 tensors under torchvision's names
     * @param convention the convention they were trained in
     */
    public record Backbone(Map<String, Tensor> tensors, Convention convention) {}

    /**
     * Reads the backbone out of a safetensors file. The convention is the file's own {@code padding} entry, or torch's,
     * which is what torchvision and most of timm's files hold.
     *
     * @throws ProblemException of kind {@code UNUSABLE}, naming the file and the first tensor that is missing or has
     *     another shape
     */
    public static Backbone backbone(Path file) throws ProblemException {
        Safetensors source = Safetensors.read(file);
        Map<String, String> timm = timmNames();
        Map<String, Tensor> found = new LinkedHashMap<>();
        for (Map.Entry<String, long[]> wanted : Architecture.backboneTensors().entrySet()) {
            String name = wanted.getKey();
            Tensor tensor = source.tensors().get(name);
            if (tensor == null) {
                tensor = source.tensors().get(timm.getOrDefault(name, name));
            }
            if (tensor == null) {
                throw refused(file, Term.of("why.start.no-tensor", name, String.valueOf(timm.get(name))));
            }
            if (!Arrays.equals(tensor.shape(), wanted.getValue())) {
                throw refused(
                        file,
                        Term.of(
                                "why.tensor-shape",
                                name,
                                Arrays.toString(tensor.shape()),
                                Arrays.toString(wanted.getValue())));
            }
            found.put(name, tensor);
        }
        return new Backbone(found, convention(source.metadata()));
    }

    private static Convention convention(Map<String, String> metadata) {
        String padding = metadata.getOrDefault("padding", "symmetric").toLowerCase(Locale.ROOT);
        return padding.startsWith("t") || padding.equals("same") ? Convention.TENSORFLOW : Convention.TORCH;
    }

    /** torchvision's name → timm's name, for every tensor of the backbone. */
    static Map<String, String> timmNames() {
        Map<String, String> names = new HashMap<>();
        int group = 0;
        int repeat = 0;
        for (Stage stage : Architecture.stages()) {
            if (stage.index() == 0 || stage.index() == Architecture.LAST_STAGE) {
                boolean stem = stage.index() == 0;
                put(names, stage.units().get(0), stem ? "conv_stem" : "conv_head", stem ? "bn1" : "bn2");
                continue;
            }
            // timm starts a new group wherever the width or the stride changes, except at the very first block.
            boolean starts = !stage.residual();
            group = stage.index() == 1 ? 0 : starts ? group + 1 : group;
            repeat = starts ? 0 : repeat + 1;
            String[] convs = stage.units().size() == 2
                    ? new String[] {"conv_dw", "conv_pw"}
                    : new String[] {"conv_pw", "conv_dw", "conv_pwl"};
            for (int i = 0; i < convs.length; i++) {
                String block = "blocks." + group + "." + repeat + ".";
                put(names, stage.units().get(i), block + convs[i], block + "bn" + (i + 1));
            }
        }
        return names;
    }

    private static void put(Map<String, String> names, ConvUnit unit, String conv, String norm) {
        names.put(unit.conv() + ".weight", conv + ".weight");
        TIMM_PARTS.forEach((ours, theirs) -> names.put(unit.norm() + "." + ours, norm + "." + theirs));
    }

    private static ProblemException refused(Path file, Term why) {
        return new ProblemException(ProblemException.Kind.UNUSABLE, "problem.start.weights", file, why);
    }
}
