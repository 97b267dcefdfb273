package io.github.melascope.nn.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.melascope.lesion.RgbImage;
import io.github.melascope.lesion.Task;
import io.github.melascope.nn.arch.Convention;
import io.github.melascope.nn.arch.FormulaWeights;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClosingTest {
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void waitsForTheCallThatRunsAndRefusesTheNext(boolean djl) throws Exception {
        Network network = NetworkParityTest.open(Convention.TORCH, Task.DIAGNOSIS, 64, djl);
        CountDownLatch running = new CountDownLatch(1);
        List<RgbImage> images = announcing(FormulaWeights.images(40, 64), running);
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<Activations> call = other.submit(() -> network.run(images, true));
            running.await();
            network.close();
            assertEquals(7, call.get().logits()[39].length);
        }
        assertThrows(IllegalStateException.class, () -> network.run(images, false));
    }

    /** Says so when the first image is looked at, which is in the middle of the call. */
    private static List<RgbImage> announcing(List<RgbImage> images, CountDownLatch running) {
        return new java.util.AbstractList<>() {
            @Override
            public RgbImage get(int index) {
                running.countDown();
                return images.get(index);
            }

            @Override
            public int size() {
                return images.size();
            }
        };
    }
}
