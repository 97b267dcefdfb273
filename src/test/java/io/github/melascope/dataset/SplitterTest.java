package io.github.melascope.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.ProblemException;
import io.github.melascope.lesion.Diagnosis;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitterTest {
    private static final Fractions USUAL = Fractions.USUAL;

    static Sample sample(String image, String lesion, Diagnosis dx) {
        return new Sample(
                image,
                Path.of(image + ".jpg"),
                lesion,
                dx,
                dx == Diagnosis.MEL,
                "histo",
                OptionalDouble.of(50),
                "male",
                "back");
    }

    /** Lesions of 1 to 6 images, classes as uneven as HAM10000's. */
    static List<Sample> dataset(long seed) {
        Random random = new Random(seed);
        int[] lesions = {60, 90, 180, 20, 170, 900, 3};
        List<Sample> samples = new ArrayList<>();
        for (Diagnosis dx : Diagnosis.ALL) {
            for (int l = 0; l < lesions[Diagnosis.ALL.indexOf(dx)]; l++) {
                int images = 1 + (int) (random.nextDouble() * random.nextDouble() * 6);
                for (int i = 0; i < images; i++) {
                    samples.add(sample("I" + samples.size(), dx.code() + l, dx));
                }
            }
        }
        return samples;
    }

    private static Map<String, Part> parts(Split split) {
        Map<String, Part> parts = new HashMap<>();
        Part.ALL.forEach(part -> split.part(part).forEach(s -> parts.put(s.imageId(), part)));
        return parts;
    }

    private static int images(List<Sample> samples, Diagnosis dx) {
        return (int) samples.stream().filter(s -> s.diagnosis() == dx).count();
    }

    @Test
    void everyImageIsInOnePartAndNoLesionInTwo() throws ProblemException {
        for (long seed = 0; seed < 50; seed++) {
            List<Sample> samples = dataset(seed);
            Split split = Splitter.split(samples, List.of(), USUAL, seed);
            assertEquals(
                    samples.size(),
                    Part.ALL.stream().mapToInt(p -> split.part(p).size()).sum());
            assertEquals(samples.size(), parts(split).size());
            Map<String, Set<Part>> lesions = new HashMap<>();
            Part.ALL.forEach(part -> split.part(part)
                    .forEach(s -> lesions.computeIfAbsent(s.lesionId(), id -> new HashSet<>())
                            .add(part)));
            lesions.forEach((lesion, in) -> assertEquals(1, in.size(), lesion));
        }
    }

    @Test
    void eachDiagnosisHasItsShareInEachPartToWithinALesion() throws ProblemException {
        for (long seed = 0; seed < 50; seed++) {
            List<Sample> samples = dataset(seed);
            Split split = Splitter.split(samples, List.of(), USUAL, seed);
            for (Diagnosis dx : Diagnosis.ALL) {
                double all = images(samples, dx);
                for (Part part : Part.ALL) {
                    double wanted = all * USUAL.of(part);
                    assertEquals(wanted, images(split.part(part), dx), 6, "seed " + seed + " " + dx + " " + part);
                    assertTrue(images(split.part(part), dx) > 0, dx + " is missing in " + part);
                }
            }
        }
    }

    @Test
    void theOrderOfRowsDoesNotMatter() throws ProblemException {
        List<Sample> samples = dataset(1);
        List<Set<String>> merges = List.of(Set.of("nv1", "nv2"), Set.of("nv2", "mel3"), Set.of("df1", "df7"));
        Split split = Splitter.split(samples, merges, USUAL, 7);
        for (long shuffle = 0; shuffle < 20; shuffle++) {
            List<Sample> shuffled = new ArrayList<>(samples);
            Collections.shuffle(shuffled, new Random(shuffle));
            List<Set<String>> reversed = new ArrayList<>(merges);
            Collections.shuffle(reversed, new Random(shuffle));
            assertEquals(
                    split.parts(), Splitter.split(shuffled, reversed, USUAL, 7).parts());
        }
    }

    @Test
    void anotherSeedIsAnotherDraw() throws ProblemException {
        List<Sample> samples = dataset(1);
        assertNotEquals(
                parts(Splitter.split(samples, List.of(), USUAL, 1)),
                parts(Splitter.split(samples, List.of(), USUAL, 2)));
    }

    @Test
    void overSeedsEachLesionIsTestedAsOftenAsItsShare() throws ProblemException {
        List<Sample> samples = IntStream.range(0, 40)
                .mapToObj(i -> sample("I" + i, "L" + i, Diagnosis.NV))
                .toList();
        Map<String, Integer> tested = new HashMap<>();
        for (long seed = 0; seed < 400; seed++) {
            Splitter.split(samples, List.of(), USUAL, seed)
                    .part(Part.TEST)
                    .forEach(s -> tested.merge(s.imageId(), 1, Integer::sum));
        }
        assertEquals(40, tested.size());
        // 400 draws of probability 0.15 have mean 60 and deviation 7.1; 5 deviations either way.
        tested.forEach((id, n) -> assertEquals(60, n, 36, id));
    }

    @Test
    void mergedLesionsStayTogether() throws ProblemException {
        for (long seed = 0; seed < 30; seed++) {
            List<Set<String>> merges = List.of(
                    Set.of("nv1", "nv2", "bkl5"), Set.of("bkl5", "mel9"), Set.of("df0", "nv77", "not in the dataset"));
            Map<String, Part> lesions = new HashMap<>();
            Split split = Splitter.split(dataset(seed), merges, USUAL, seed);
            Part.ALL.forEach(part -> split.part(part).forEach(s -> lesions.put(s.lesionId(), part)));
            assertEquals(
                    Set.of(lesions.get("nv1")),
                    new HashSet<>(List.of(lesions.get("nv2"), lesions.get("bkl5"), lesions.get("mel9"))));
            assertEquals(lesions.get("df0"), lesions.get("nv77"));
        }
    }

    @Test
    void threeLesionsAreOneInEachPartAndTwoAreNotLost() throws ProblemException {
        List<Sample> three =
                List.of(sample("a", "A", Diagnosis.DF), sample("b", "B", Diagnosis.DF), sample("c", "C", Diagnosis.DF));
        Split split = Splitter.split(three, List.of(), USUAL, 3);
        Part.ALL.forEach(part -> assertEquals(1, split.part(part).size()));
        Split two = Splitter.split(three.subList(0, 2), List.of(), USUAL, 3);
        assertEquals(2, parts(two).size());
        assertTrue(two.part(Part.TRAIN).size() >= 1);
    }

    @Test
    void aPartWithoutAShareIsEmpty() throws ProblemException {
        Split split = Splitter.split(dataset(0), List.of(), new Fractions(0.8, 0.2, 0), 1);
        assertEquals(List.of(), split.part(Part.TEST));
    }

    @Test
    void aLeakIsRefusedWithTheLesion() {
        Sample one = sample("I1", "HAM_0000118", Diagnosis.BKL);
        Sample two = sample("I2", "HAM_0000118", Diagnosis.BKL);
        Split leak = new Split(Map.of(Part.TRAIN, List.of(one), Part.TEST, List.of(two)), List.of(), USUAL, 0);
        ProblemException refusal = assertThrows(ProblemException.class, leak::check);
        assertEquals(ProblemException.Kind.UNUSABLE, refusal.kind());
        assertTrue(refusal.why().contains("lesion HAM_0000118 would be in train and in test"), refusal.why());
    }

    @Test
    void aLeakThroughMergedLesionsOrEqualContentIsRefused() throws ProblemException {
        Map<Part, List<Sample>> parts = Map.of(
                Part.TRAIN,
                List.of(sample("I1", "L1", Diagnosis.BKL)),
                Part.VALIDATION,
                List.of(sample("I2", "L2", Diagnosis.BKL)));
        Split merged = new Split(parts, List.of(Set.of("L1", "L2")), USUAL, 0);
        assertTrue(
                assertThrows(ProblemException.class, merged::check).why().contains("lesion L1 and lesion L2 would be"));
        Split unmerged = new Split(parts, List.of(), USUAL, 0);
        unmerged.check();
        unmerged.checkContent(List.of(List.of("I1", "gone")));
        ProblemException refusal =
                assertThrows(ProblemException.class, () -> unmerged.checkContent(List.of(List.of("I2", "I1"))));
        assertTrue(refusal.why().contains("image I1 and image I2 would be in train and in validation"), refusal.why());
    }

    @Test
    void nothingToSplitIsRefused() {
        assertThrows(ProblemException.class, () -> Splitter.split(List.of(), List.of(), USUAL, 0));
    }

    @Test
    void fractionsThatAreNoneAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Fractions(0.7, 0.15, 0.2));
        assertThrows(IllegalArgumentException.class, () -> new Fractions(0, 0.5, 0.5));
        assertThrows(IllegalArgumentException.class, () -> new Fractions(1.5, -0.5, 0));
    }

    @Test
    void balancingTouchesTheTrainingPartOnly() throws ProblemException {
        List<Sample> samples = dataset(4);
        Split split = Splitter.split(samples, List.of(), USUAL, 4);
        int[] labels = split.part(Part.TRAIN).stream()
                .mapToInt(s -> Diagnosis.ALL.indexOf(s.diagnosis()))
                .toArray();
        Set<String> seen = IntStream.of(Sampling.order(labels, Balancing.OVERSAMPLE, 1, 1))
                .mapToObj(i -> split.part(Part.TRAIN).get(i).lesionId())
                .collect(Collectors.toSet());
        for (Part exam : List.of(Part.VALIDATION, Part.TEST)) {
            double share = images(split.part(exam), Diagnosis.MEL)
                    / (double) split.part(exam).size();
            assertEquals(images(samples, Diagnosis.MEL) / (double) samples.size(), share, 0.02, "natural prevalence");
            assertEquals(split.part(exam).size(), new HashSet<>(split.part(exam)).size(), "nothing is repeated");
            assertTrue(split.part(exam).stream().noneMatch(s -> seen.contains(s.lesionId())), "nothing is borrowed");
        }
    }
}
