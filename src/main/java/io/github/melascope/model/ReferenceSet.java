package io.github.melascope.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Term;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.tensor.Safetensors;
import io.github.melascope.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Embeddings of confirmed training cases, for "similar cases" and the not-a-lesion check.
 *
 * @param names ids of the images, n
 * @param diagnoses of the images, n
 * @param embeddings shape [n, {@link #WIDTH}]
 */
public record ReferenceSet(List<String> names, List<Diagnosis> diagnoses, Tensor embeddings) {
    /** Values of one embedding: the channels of MobileNetV2's last feature map. */
    public static final int WIDTH = 1280;

    private static final String TENSOR = "embeddings";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    public ReferenceSet {
        names = List.copyOf(names);
        diagnoses = List.copyOf(diagnoses);
        long[] shape = embeddings.shape();
        if (shape.length != 2 || shape[0] != names.size() || shape[1] != WIDTH || names.size() != diagnoses.size()) {
            throw new IllegalArgumentException(names.size() + " names and " + diagnoses.size()
                    + " diagnoses for embeddings of shape " + java.util.Arrays.toString(shape));
        }
    }

    public int size() {
        return names.size();
    }

    Safetensors toSafetensors() {
        ArrayNode ids = JsonNodeFactory.instance.arrayNode();
        names.forEach(ids::add);
        ArrayNode codes = JsonNodeFactory.instance.arrayNode();
        diagnoses.forEach(dx -> codes.add(dx.code()));
        return new Safetensors(Map.of(TENSOR, embeddings), Map.of("names", ids.toString(), "dx", codes.toString()));
    }

    static ReferenceSet of(Safetensors file, String what) throws ProblemException {
        Tensor embeddings = file.tensors().get(TENSOR);
        if (embeddings == null || file.tensors().size() != 1) {
            throw Refusal.unusable(what, Term.of("why.references.one", TENSOR));
        }
        List<Diagnosis> diagnoses = new ArrayList<>();
        for (String code : texts(file, "dx", what)) {
            diagnoses.add(
                    Diagnosis.ofCode(code).orElseThrow(() -> Refusal.unusable(what, Term.of("why.json.class", code))));
        }
        try {
            return new ReferenceSet(texts(file, "names", what), diagnoses, embeddings);
        } catch (IllegalArgumentException e) {
            throw Refusal.unusable(what, Refusal.contradiction(e));
        }
    }

    private static List<String> texts(Safetensors file, String key, String what) throws ProblemException {
        List<String> texts = new ArrayList<>();
        try {
            for (JsonNode node : MAPPER.readTree(file.metadata().getOrDefault(key, "[]"))) {
                texts.add(node.asText());
            }
        } catch (JsonProcessingException e) {
            throw Refusal.unusable(what, Term.of("why.references.list", key));
        }
        return texts;
    }
}
