package io.github.melascope.nn.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.ProblemException;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.HeatMap;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.lesion.Task;
import io.github.melascope.nn.arch.Architecture;
import io.github.melascope.nn.arch.Convention;
import io.github.melascope.nn.arch.FormulaWeights;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hundreds of predictions and explanations hold no more native memory than the first few. */
class LeakTest {
    private static final int WARM_UP = 60;
    private static final int ROUNDS = 320;
    private static final int SIDE = 64;
    /** What the JVM itself may take meanwhile (compiled code). One input kept a call would be 47 MB. */
    private static final long ALLOWED_BYTES = 12 << 20;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nativeMemoryStaysFlat(boolean djl) throws Throwable {
        // TensorFlow's padding takes the longer way through DJL.
        Convention convention = Convention.TENSORFLOW;
        Architecture architecture = FormulaWeights.architecture(convention, Task.DIAGNOSIS, SIDE);
        try (Network network = NetworkParityTest.open(convention, Task.DIAGNOSIS, SIDE, djl)) {
            Explainer explainer = new Explainer(network, FormulaWeights.of(architecture));
            rounds(network, explainer, WARM_UP);
            int arrays = arrays(network);
            long before = collectedInUse();
            rounds(network, explainer, ROUNDS);
            long grown = collectedInUse() - before;
            assertEquals(arrays, arrays(network));
            assertTrue(grown < ALLOWED_BYTES, grown + " bytes more after " + ROUNDS + " rounds");
        }
    }

    /** DJL copies small arrays through direct buffers, which are freed when Java collects them. */
    private static long collectedInUse() throws Throwable {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            Thread.sleep(50);
            least = Math.min(least, NativeMemory.inUse());
        }
        return least;
    }

    private static int arrays(Network network) {
        return network instanceof DjlNetwork djl ? djl.arraysHeld() : 0;
    }

    private static void rounds(Network network, Explainer explainer, int count) throws ProblemException {
        List<RgbImage> images = FormulaWeights.images(2, SIDE);
        HeatMap.Method[] methods = HeatMap.Method.values();
        for (int i = 0; i < count; i++) {
            List<RgbImage> some = images.subList(0, 1 + i % 2);
            Diagnosis target = Diagnosis.ALL.get(i % 7);
            Activations activations = network.run(some, true);
            explainer.atLastMap(activations, 0, target, methods[i % 3]);
            explainer.atFineMap(some, target, methods[i % 3]);
        }
    }
}
