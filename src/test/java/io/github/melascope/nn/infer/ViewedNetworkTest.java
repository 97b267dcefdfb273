package io.github.melascope.nn.infer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.imaging.ShadesOfGray;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.HeatMap;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.lesion.Task;
import io.github.melascope.model.ModelSpec;
import io.github.melascope.nn.arch.Convention;
import io.github.melascope.nn.arch.FormulaWeights;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ViewedNetworkTest {
    private static final String BOTH = "io.github.melascope.nn.infer.NetworkParityTest#runtimesAndConventions";
    private static final int SIDE = 64;
    private static final float CLOSE = 1e-5f;

    private static Network bare(Convention convention, boolean djl) throws Exception {
        return NetworkParityTest.open(convention, Task.DIAGNOSIS, SIDE, djl);
    }

    @Test
    void theEightViewsAreEveryWayToLayASquareAndNoneTwice() {
        int[] numbered = IntStream.range(0, 25).toArray();
        SquareView[] views = SquareView.all(5);
        Set<List<Integer>> seen = new HashSet<>();
        for (SquareView view : views) {
            int[] pixels = view.of(new RgbImage(5, 5, numbered)).pixels();
            assertArrayEquals(numbered, Arrays.stream(pixels).sorted().toArray(), "pixels only change places");
            for (int i = 0; i < 24; i++) { // neighbours stay neighbours
                if (i % 5 < 4) {
                    int far = Math.abs(pixels[i] - pixels[i + 1]);
                    assertTrue(far == 1 || far == 5, pixels[i] + " beside " + pixels[i + 1]);
                }
            }
            seen.add(Arrays.stream(pixels).boxed().toList());
        }
        assertEquals(8, seen.size());
        assertArrayEquals(numbered, views[0].of(new RgbImage(5, 5, numbered)).pixels(), "the first is upright");
        assertEquals(ModelSpec.ALL_VIEWS, ViewedNetwork.VIEWS);
    }

    @Test
    void mapsComeBackToWhereTheyWere() {
        float[] channels = new float[3 * 49];
        RgbImage places = new RgbImage(7, 7, IntStream.range(0, 49).toArray());
        for (SquareView view : SquareView.all(7)) {
            int[] turned = view.of(places).pixels();
            for (int i = 0; i < channels.length; i++) {
                channels[i] = 100 * (i / 49) + turned[i % 49];
            }
            float[] back = view.back(channels);
            for (int i = 0; i < back.length; i++) {
                assertEquals(100 * (i / 49) + i % 49, back[i]);
            }
        }
    }

    /** Answers, maps and gradients are those of the image in neutral light, however often it is looked at. */
    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void inNeutralLightTheLampDoesNotCount(int views) throws Exception {
        ShadesOfGray light = new ShadesOfGray(6);
        List<RgbImage> images = FormulaWeights.images(2, SIDE);
        List<RgbImage> neutral = images.stream().map(light::of).toList();
        try (Network plain = Networks.seeing(bare(Convention.TORCH, false), views, ShadesOfGray.NONE);
                Network seeing = Networks.seeing(bare(Convention.TORCH, false), views, light)) {
            Activations expected = plain.run(neutral, true);
            Activations ours = seeing.run(images, true);
            for (int i = 0; i < images.size(); i++) {
                assertArrayEquals(expected.logits()[i], ours.logits()[i]);
                assertArrayEquals(expected.embeddings()[i], ours.embeddings()[i]);
                assertArrayEquals(expected.maps()[i], ours.maps()[i]);
            }
            float[] unlit = plain.run(images, false).logits()[0];
            assertFalse(Arrays.equals(unlit, ours.logits()[0]), "the light makes a difference");
            int[] outputs = {0, 3};
            FeatureGradient gradient = seeing.fineGradients(images, outputs).get(1);
            assertArrayEquals(plain.fineGradients(neutral, outputs).get(1).gradient(), gradient.gradient());
        }
    }

    @Test
    void oneViewIsTheNetworkItself() throws Exception {
        try (Network network = bare(Convention.TORCH, false)) {
            assertSame(network, ViewedNetwork.of(network, 1));
            for (int views : new int[] {-8, 0, 2, 4, 7, 9}) {
                assertThrows(IllegalArgumentException.class, () -> ViewedNetwork.of(network, views));
            }
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void theAnswerIsTheMeanOverTheViews(Convention convention, boolean djl) throws Exception {
        RgbImage image = FormulaWeights.image(1, SIDE);
        try (Network network = bare(convention, djl)) {
            Network viewed = ViewedNetwork.of(network, 8);
            Activations mean = viewed.run(List.of(image), true);
            double[] logits = new double[7];
            double[] embedding = new double[mean.embeddings()[0].length];
            double[] fine = new double[mean.fineMeans()[0].length];
            for (SquareView view : SquareView.all(SIDE)) {
                Activations one = network.run(List.of(view.of(image)), false);
                add(logits, one.logits()[0]);
                add(embedding, one.embeddings()[0]);
                add(fine, one.fineMeans()[0]);
            }
            assertClose(logits, mean.logits()[0]);
            assertClose(embedding, mean.embeddings()[0]);
            assertClose(fine, mean.fineMeans()[0]);
            int area = mean.maps()[0].length / embedding.length;
            double[] ofMap = new double[embedding.length];
            for (int i = 0; i < mean.maps()[0].length; i++) {
                ofMap[i / area] += mean.maps()[0][i] / (double) area;
            }
            assertClose(ofMap, mean.embeddings()[0]); // the map is what the embedding is the mean of
            assertEquals(network.runtime() + ", 8 views", viewed.runtime());
            assertSame(network.architecture(), viewed.architecture());
        }
    }

    private static void add(double[] means, float[] values) {
        for (int i = 0; i < means.length; i++) {
            means[i] += values[i] / 8.0;
        }
    }

    private static void assertClose(double[] expected, float[] actual) {
        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], CLOSE);
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void aTurnedImageGetsTheSameAnswerAndATurnedMap(Convention convention, boolean djl) throws Exception {
        RgbImage image = FormulaWeights.image(2, SIDE);
        try (Network network = ViewedNetwork.of(bare(convention, djl), 8)) {
            Explainer explainer = new Explainer(network, FormulaWeights.of(network.architecture()));
            Activations upright = network.run(List.of(image), true);
            HeatMap last = explainer.atLastMap(upright, 0, Diagnosis.MEL, HeatMap.Method.GRAD_CAM);
            HeatMap fine = explainer
                    .atFineMap(List.of(image), Diagnosis.MEL, HeatMap.Method.HIRES_CAM)
                    .getFirst();
            for (int v = 1; v < 8; v++) {
                RgbImage turned = SquareView.all(SIDE)[v].of(image);
                Activations answer = network.run(List.of(turned), true);
                assertArrayEquals(upright.logits()[0], answer.logits()[0], CLOSE);
                assertArrayEquals(upright.embeddings()[0], answer.embeddings()[0], CLOSE);
                assertArrayEquals(upright.fineMeans()[0], answer.fineMeans()[0], CLOSE);
                float[] lastThere = explainer
                        .atLastMap(answer, 0, Diagnosis.MEL, HeatMap.Method.GRAD_CAM)
                        .values();
                assertArrayEquals(last.values(), SquareView.all(last.width())[v].back(lastThere), 1e-4f);
                float[] fineThere = explainer
                        .atFineMap(List.of(turned), Diagnosis.MEL, HeatMap.Method.HIRES_CAM)
                        .getFirst()
                        .values();
                assertArrayEquals(fine.values(), SquareView.all(fine.width())[v].back(fineThere), 1e-4f);
            }
        }
    }

    @Test
    void aBareNetworkAnswersTurnedImagesOtherwise() throws Exception {
        RgbImage image = FormulaWeights.image(2, SIDE);
        try (Network network = bare(Convention.TORCH, false)) {
            float upright = network.run(List.of(image), false).logits()[0][0];
            float turned = network.run(List.of(SquareView.all(SIDE)[5].of(image)), false)
                    .logits()[0][0];
            assertTrue(Math.abs(upright - turned) > 100 * CLOSE, "else the other tests would show nothing");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void imagesOfABatchAreAnsweredAsEachAlone(boolean djl) throws Exception {
        List<RgbImage> images = FormulaWeights.images(5, SIDE);
        try (Network network = ViewedNetwork.of(bare(Convention.TENSORFLOW, djl), 8)) {
            Activations together = network.run(images, true);
            List<FeatureGradient> fine = network.fineGradients(images, new int[] {0, 1, 2, 3, 4});
            assertEquals(5, together.count());
            assertEquals(0, network.run(List.of(), true).count());
            assertEquals(0, network.run(images, false).maps().length);
            for (int i = 0; i < 5; i++) {
                Activations alone = network.run(images.subList(i, i + 1), true);
                assertArrayEquals(alone.logits()[0], together.logits()[i], CLOSE);
                assertArrayEquals(alone.embeddings()[0], together.embeddings()[i], CLOSE);
                assertArrayEquals(alone.maps()[0], together.maps()[i], CLOSE);
                FeatureGradient ofOne = network.fineGradients(images.subList(i, i + 1), new int[] {i})
                        .getFirst();
                assertArrayEquals(ofOne.map(), fine.get(i).map(), CLOSE);
                assertArrayEquals(ofOne.gradient(), fine.get(i).gradient(), CLOSE);
            }
        }
    }

    /** What a method sums up over the views is the mean of what it sums up in each. */
    @Test
    void theFinerMapExplainsTheMeanLogit() throws Exception {
        RgbImage image = FormulaWeights.image(3, SIDE);
        try (Network network = bare(Convention.TORCH, false)) {
            double expected = 0;
            for (SquareView view : SquareView.all(SIDE)) {
                expected += sum(network.fineGradients(List.of(view.of(image)), new int[] {4})
                                .getFirst())
                        / 8;
            }
            FeatureGradient together = ViewedNetwork.of(network, 8)
                    .fineGradients(List.of(image), new int[] {4})
                    .getFirst();
            assertEquals(8 * 96, together.channels());
            assertEquals(expected, sum(together), 1e-4 * Math.abs(expected));
        }
    }

    private static double sum(FeatureGradient feature) {
        double sum = 0;
        for (int i = 0; i < feature.map().length; i++) {
            sum += (double) feature.map()[i] * feature.gradient()[i];
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nothingNativeStaysAndClosingClosesTheNetwork(boolean djl) throws Exception {
        Network network = bare(Convention.TORCH, djl);
        Network viewed = ViewedNetwork.of(network, 8);
        List<RgbImage> images = FormulaWeights.images(2, SIDE);
        viewed.run(images, true);
        int held = held(network);
        for (int i = 0; i < 3; i++) {
            viewed.run(images, true);
            viewed.fineGradients(images, new int[] {0, 6});
        }
        assertEquals(held, held(network));
        RgbImage other = FormulaWeights.image(0, 2 * SIDE);
        assertThrows(IllegalArgumentException.class, () -> viewed.run(List.of(other), false));
        assertThrows(IllegalArgumentException.class, () -> viewed.fineGradients(images, new int[1]));
        viewed.close();
        viewed.close();
        assertThrows(IllegalStateException.class, () -> viewed.run(images, false));
        assertThrows(IllegalStateException.class, () -> network.run(images, false));
    }

    private static int held(Network network) {
        return network instanceof DjlNetwork djl ? djl.arraysHeld() : 0;
    }
}
