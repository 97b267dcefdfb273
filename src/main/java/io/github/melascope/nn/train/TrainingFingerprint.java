package io.github.melascope.nn.train;

import io.github.melascope.base.Sha256;
import io.github.melascope.nn.arch.Architecture;
import io.github.melascope.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells one training from another, as SHA-256 of all that decides it. */
final class TrainingFingerprint {
    private TrainingFingerprint() {}

    /** What decides a training: plan but for the batch, start weights, labels and parts, and the pixels. */
    static String of(TrainingPlan plan, Map<String, Tensor> start, TrainingData data) {
        MessageDigest digest = Sha256.digest();
        digest.update(plan.withBatchSize(2).toString().getBytes(StandardCharsets.UTF_8));
        add(digest, start);
        add(digest, data);
        digest.update(Arrays.toString(data.labels()).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** What decides the features: start weights, pixels, parts, views. */
    static String ofFeatures(TrainingPlan plan, Map<String, Tensor> start, TrainingData data) {
        MessageDigest digest = Sha256.digest();
        String views =
                plan.views() == 0 ? "" : plan.views() + plan.augmentation().toString() + plan.seed();
        digest.update(views.getBytes(StandardCharsets.UTF_8));
        add(digest, backbone(start));
        add(digest, data);
        return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    }

    private static Map<String, Tensor> backbone(Map<String, Tensor> weights) {
        Map<String, Tensor> backbone = new LinkedHashMap<>(weights);
        backbone.keySet().removeIf(name -> Architecture.stageOf(name) > Architecture.LAST_STAGE);
        return backbone;
    }

    private static void add(MessageDigest digest, Map<String, Tensor> weights) {
        weights.forEach((name, tensor) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            ByteBuffer bytes = ByteBuffer.allocate(4 * tensor.values().length);
            bytes.asFloatBuffer().put(tensor.values());
            digest.update(bytes);
        });
    }

    private static void add(MessageDigest digest, TrainingData data) {
        digest.update(Arrays.toString(data.training()).getBytes(StandardCharsets.UTF_8));
        digest.update(Arrays.toString(data.validation()).getBytes(StandardCharsets.UTF_8));
        byte[] frame = new byte[3 * data.images().size() * data.images().size()];
        for (int i = 0; i < data.labels().length; i++) {
            data.images().read(i, frame);
            digest.update(frame);
        }
    }
}
