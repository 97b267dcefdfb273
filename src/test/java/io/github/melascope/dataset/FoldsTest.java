package io.github.melascope.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.ProblemException;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.RgbImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldsTest {
    private static final List<Set<String>> MERGED =
            List.of(Set.of("nv1", "nv2", "bkl5"), Set.of("bkl5", "mel9"), Set.of("df0", "nv77", "not in the dataset"));

    private static Sample sample(String image, String lesion, String dxType, String site) {
        return new Sample(
                image, Path.of(image), lesion, Diagnosis.NV, false, dxType, OptionalDouble.empty(), "male", site);
    }

    /** Whatever made the folds: each image once, no lesion and no group of lesions in two. */
    private static void assertSound(Folds folds, List<Sample> samples, List<Set<String>> merged) {
        Map<String, Integer> lesions = new HashMap<>();
        Set<String> images = new HashSet<>();
        for (int f = 0; f < folds.folds().size(); f++) {
            List<Sample> heldOut = folds.folds().get(f).samples();
            assertTrue(!heldOut.isEmpty(), folds.folds().get(f).name() + " is empty");
            for (Sample sample : heldOut) {
                assertTrue(images.add(sample.imageId()), sample.imageId() + " is held out twice");
                assertEquals(f, lesions.computeIfAbsent(sample.lesionId(), fold(f)), sample.lesionId());
            }
            Set<Sample> others = new HashSet<>(folds.others(f));
            assertEquals(samples.size(), others.size() + heldOut.size());
            assertTrue(Collections.disjoint(others, heldOut));
        }
        assertEquals(samples.size(), images.size());
        for (Set<String> group : merged) {
            Set<Integer> of = group.stream()
                    .filter(lesions::containsKey)
                    .map(lesions::get)
                    .collect(Collectors.toSet());
            assertTrue(of.size() <= 1, group + " is in several folds");
        }
    }

    private static java.util.function.Function<String, Integer> fold(int f) {
        return lesion -> f;
    }

    @Test
    void noLesionIsInTwoFoldsAndEachDiagnosisIsEven() throws ProblemException {
        for (long seed = 0; seed < 30; seed++) {
            List<Sample> samples = SplitterTest.dataset(seed);
            int count = 2 + (int) (seed % 5);
            Folds folds = Folds.draw(samples, MERGED, count, seed, 1);
            assertEquals(count, folds.folds().size());
            assertSound(folds, samples, MERGED);
            for (Diagnosis dx : Diagnosis.ALL) {
                int[] images = folds.folds().stream()
                        .mapToInt(f -> (int) f.samples().stream()
                                .filter(s -> s.diagnosis() == dx)
                                .count())
                        .toArray();
                int most = IntStream.of(images).max().orElseThrow();
                int least = IntStream.of(images).min().orElseThrow();
                // A lesion has at most 6 images, and the merged ones are counted under their commonest class.
                assertTrue(most - least <= 12, dx + ": " + least + " to " + most + " images a fold, seed " + seed);
            }
        }
    }

    @Test
    void drawsHangOnSeedAndRepeatAndNothingElse() throws ProblemException {
        List<Sample> samples = SplitterTest.dataset(1);
        Folds folds = Folds.draw(samples, MERGED, 3, 7, 1);
        List<Sample> shuffled = new ArrayList<>(samples);
        Collections.shuffle(shuffled, new Random(5));
        assertEquals(folds, Folds.draw(shuffled, MERGED, 3, 7, 1));
        assertNotEquals(folds, Folds.draw(samples, MERGED, 3, 8, 1));
        assertNotEquals(folds, Folds.draw(samples, MERGED, 3, 7, 2));
    }

    @Test
    void overRepeatsEachLesionIsInEachFoldEquallyOften() throws ProblemException {
        List<Sample> samples = IntStream.range(0, 30)
                .mapToObj(i -> SplitterTest.sample("I" + i, "L" + i, Diagnosis.NV))
                .toList();
        Map<String, Integer> first = new TreeMap<>();
        for (int repeat = 1; repeat <= 300; repeat++) {
            Folds.draw(samples, List.of(), 3, 7, repeat)
                    .folds()
                    .get(0)
                    .samples()
                    .forEach(s -> first.merge(s.lesionId(), 1, Integer::sum));
        }
        // 300 draws of probability 1/3 have mean 100 and deviation 8.2; 5 deviations either way.
        assertEquals(30, first.size());
        first.forEach((lesion, n) -> assertEquals(100, n, 41, lesion));
    }

    @Test
    void moreFoldsThanLesionsAreRefused() {
        List<Sample> two =
                List.of(SplitterTest.sample("a", "A", Diagnosis.NV), SplitterTest.sample("b", "B", Diagnosis.NV));
        ProblemException refusal = assertThrows(ProblemException.class, () -> Folds.draw(two, List.of(), 3, 7, 1));
        assertTrue(refusal.why().contains("only 2 lesions"), refusal.why());
    }

    @Test
    void slicesKeepLesionsWholeAndTheSmallestIsJoined() throws ProblemException {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            samples.add(sample("h" + i, "H" + i / 2, "histo", "back"));
            samples.add(sample("f" + i, "F" + i / 3, "follow_up", "chest"));
        }
        for (int i = 0; i < 50; i++) {
            samples.add(sample("c" + i, "C" + i, "consensus", "face"));
        }
        samples.add(sample("x", "X", "confocal", "face"));
        samples.add(sample("stray", "H1", "follow_up", "face"));
        List<Set<String>> merged = List.of(Set.of("C1", "H5"));
        Folds folds = Slicing.of(Grouping.DX_TYPE, samples, merged, Map.of());
        assertSound(folds, samples, merged);
        assertEquals(
                List.of("consensus, confocal", "follow_up", "histo"),
                folds.folds().stream().map(Folds.Fold::name).toList());
        Folds.Fold histo = folds.folds().get(2);
        assertTrue(histo.samples().stream().anyMatch(s -> s.imageId().equals("stray")), "its lesion is of histo");
        assertTrue(histo.samples().stream().anyMatch(s -> s.imageId().equals("c1")), "it is merged with two of histo");
        assertEquals(
                List.of("back", "head and neck", "trunk"),
                Slicing.of(Grouping.SITE, samples, merged, Map.of()).folds().stream()
                        .map(Folds.Fold::name)
                        .toList());
        ProblemException refusal = assertThrows(
                ProblemException.class, () -> Slicing.of(Grouping.SITE, samples.subList(0, 1), merged, Map.of()));
        assertTrue(refusal.why().contains("back"), refusal.why());
    }

    @Test
    void theWordsOfBothArchivesAreKnown() {
        Map.of(
                        "face", "head and neck",
                        "head/neck", "head and neck",
                        "ear", "head and neck",
                        "forearm", "other site",
                        "lower extremity", "leg",
                        "posterior torso", "back",
                        "lateral torso", "trunk",
                        "palms/soles", "other site",
                        "hand", "arm",
                        "unknown", "other site")
                .forEach((word, slice) -> assertEquals(slice, Slicing.site(word), word));
    }

    @Test
    void tonesAreThirdsFromDarkToBright() throws ProblemException {
        List<Sample> samples = SplitterTest.dataset(3);
        Random random = new Random(3);
        Map<String, Double> tones = new HashMap<>();
        samples.forEach(s -> tones.put(s.imageId(), 255 * random.nextDouble()));
        Folds folds = Slicing.of(Grouping.TONE, samples, MERGED, tones);
        assertSound(folds, samples, MERGED);
        assertEquals(Slicing.TONES, folds.folds().stream().map(Folds.Fold::name).toList());
        double before = 0;
        for (Folds.Fold fold : folds.folds()) {
            assertEquals(samples.size() / 3.0, fold.samples().size(), 6, fold.name());
            double mean = fold.samples().stream()
                    .mapToDouble(s -> tones.getOrDefault(s.imageId(), 0.0))
                    .average()
                    .orElseThrow();
            assertTrue(mean > before, fold.name());
            before = mean;
        }
    }

    @Test
    void theBordersToneIsThatOfTheBorder() {
        int[] pixels = new int[100 * 100];
        for (int i = 0; i < pixels.length; i++) {
            boolean inside = i % 100 >= 20 && i % 100 < 80 && i / 100 >= 20 && i / 100 < 80;
            pixels[i] = inside ? 0xFFFFFF : 0x646464;
        }
        assertEquals(100, Thumbnail.of(new RgbImage(100, 100, pixels)).border(), 1);
    }
}
