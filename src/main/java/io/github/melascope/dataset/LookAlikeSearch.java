package io.github.melascope.dataset;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.Progress;
import io.github.melascope.imaging.PerceptualHash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Finds images of different lesions that show the same picture. All pairs, in all eight orientations, are compared by
 * perceptual hash; the few that are near are compared by their thumbnails. Work and memory: n² / 2 × 8 bit counts, and at
 * most n − 1 pairs kept, as a pair whose groups are already joined says nothing new.
 */
final class LookAlikeSearch {
    /**
     * Bits of 64 that may differ; wide, as the thumbnails decide. Of 148 images at full size every one that passed the
     * thumbnails after the changes named below was within 10 bits; of 292 million comparisons in HAM10000, 19,000 were.
     */
    static final int NEAR = 10;
    /**
     * Measured on HAM10000 at 224 × 224: of all pairs of different lesions in all orientations one (a picture that is
     * there twice) has a fine similarity of 0.99, no other one above 0.91. Of 148 images all keep it after JPEG at
     * quality 30, resizing to 64 × 48, contrast × 1.4, gamma 0.7, or 1 % cut off each side; 147 after brightness × 1.3.
     */
    static final double FINE = 0.94;

    static final double COARSE = 0.95;
    private static final int BLOCK = 256;

    private final List<ImageFacts> facts;
    private final Groups<String> lesions;
    private final long[][] hashes;

    /** @param lesions known groups of lesions, which grow by what is found */
    LookAlikeSearch(List<ImageFacts> facts, Groups<String> lesions) {
        this.facts = facts;
        this.lesions = lesions;
        this.hashes = new long[Thumbnail.ORIENTATIONS][facts.size()];
    }

    private record Pair(int one, int two, double similarity, boolean turned) {}

    /** @return pairs in the order of the images */
    List<DatasetReport.LookAlike> run(Progress progress, CancelToken cancel) {
        IntStream.range(0, facts.size()).parallel().forEach(this::hash);
        List<DatasetReport.LookAlike> found = new ArrayList<>();
        for (int start = 0; start < facts.size(); start += BLOCK) {
            cancel.check();
            int[] group = groups();
            List<Pair> pairs = IntStream.range(start, Math.min(start + BLOCK, facts.size()))
                    .parallel()
                    .mapToObj(i -> pairsOf(i, group))
                    .flatMap(List::stream)
                    .toList();
            pairs.forEach(pair -> join(pair, found));
            progress.report("stage.comparing", Math.min(start + BLOCK, facts.size()), facts.size());
        }
        return found;
    }

    private void hash(int i) {
        for (int k = 0; k < Thumbnail.ORIENTATIONS; k++) {
            hashes[k][i] = facts.get(i).thumbnail().turned(k).hash();
        }
    }

    /** A number for each image that is equal where the lesions are known to belong together. */
    private int[] groups() {
        Map<String, Integer> numbers = new HashMap<>();
        return facts.stream()
                .map(f -> lesions.root(f.sample().lesionId()))
                .mapToInt(root -> numbers.computeIfAbsent(root, key -> numbers.size()))
                .toArray();
    }

    private List<Pair> pairsOf(int i, int[] group) {
        List<Pair> pairs = new ArrayList<>();
        for (int k = 0; k < Thumbnail.ORIENTATIONS; k++) {
            long[] others = hashes[k];
            for (int j = i + 1; j < others.length; j++) {
                if (PerceptualHash.distance(hashes[0][i], others[j]) <= NEAR && group[i] != group[j]) {
                    verify(i, j, k, pairs);
                }
            }
        }
        return pairs;
    }

    private void verify(int i, int j, int orientation, List<Pair> pairs) {
        Thumbnail one = facts.get(i).thumbnail();
        Thumbnail two = facts.get(j).thumbnail().turned(orientation);
        if (one.coarseSimilarity(two) >= COARSE) {
            double fine = one.fineSimilarity(two);
            if (fine >= FINE) {
                pairs.add(new Pair(i, j, fine, orientation != 0));
            }
        }
    }

    private void join(Pair pair, List<DatasetReport.LookAlike> found) {
        Sample one = facts.get(pair.one()).sample();
        Sample two = facts.get(pair.two()).sample();
        if (!lesions.root(one.lesionId()).equals(lesions.root(two.lesionId()))) {
            lesions.join(one.lesionId(), two.lesionId());
            double rounded = Math.round(pair.similarity() * 1000) / 1000.0;
            found.add(new DatasetReport.LookAlike(
                    one.imageId(), one.lesionId(), two.imageId(), two.lesionId(), rounded, pair.turned()));
        }
    }
}
