package io.github.melascope.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.melascope.lesion.RgbImage;
import io.github.melascope.lesion.Task;
import io.github.melascope.nn.arch.Architecture;
import io.github.melascope.nn.arch.Convention;
import io.github.melascope.nn.infer.Activations;
import io.github.melascope.nn.infer.FeatureGradient;
import io.github.melascope.nn.infer.Network;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RememberingNetworkTest {
    /** Answers with an image's first pixel, and notes what it is asked. */
    private static final class Asked implements Network {
        private final List<Integer> pixels = new ArrayList<>();
        private boolean closed;

        @Override
        public Architecture architecture() {
            return new Architecture(Convention.TORCH, Task.DIAGNOSIS, 8, 0, 32);
        }

        @Override
        public String runtime() {
            return "test";
        }

        @Override
        public Activations run(List<RgbImage> images, boolean maps) {
            float[][] rows = new float[images.size()][];
            for (int i = 0; i < rows.length; i++) {
                int pixel = images.get(i).pixel(0, 0);
                pixels.add(pixel);
                rows[i] = new float[] {pixel};
            }
            return new Activations(rows, rows, rows, maps ? rows : new float[0][]);
        }

        @Override
        public List<FeatureGradient> fineGradients(List<RgbImage> images, int[] outputs) {
            return List.of();
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private static RgbImage image(int pixel) {
        return new RgbImage(1, 1, new int[] {pixel});
    }

    @Test
    void theSamePixelsAreAskedForOnceAndAnsweredInOrder() {
        Asked asked = new Asked();
        try (Network remembering = new RememberingNetwork(asked)) {
            remembering.run(List.of(image(1), image(2), image(1)), false);
            Activations again = remembering.run(List.of(image(3), image(2), image(1)), false);
            assertEquals(List.of(1, 2, 3), asked.pixels);
            assertArrayEquals(new float[][] {{3}, {2}, {1}}, again.embeddings());
            assertArrayEquals(again.embeddings(), again.logits());
            assertArrayEquals(again.embeddings(), again.fineMeans());
            assertEquals(1, remembering.run(List.of(image(2)), true).maps().length, "maps are not kept, and asked for");
        }
        assertFalse(asked.closed);
    }
}
