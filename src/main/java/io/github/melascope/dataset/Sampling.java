package io.github.melascope.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** The order in which an epoch sees the images of the training part. */
public final class Sampling {
    private Sampling() {}

    /**
     * @param labels class of each training image, any ints
     * @param balancing see there
     * @param seed of the run
     * @param epoch counted from anything; another epoch, another order
     * @return indices into {@code labels}, shuffled. The same arguments give the same order on every machine
     */
    public static int[] order(int[] labels, Balancing balancing, long seed, int epoch) {
        return order(labels, balancing, random(seed, epoch));
    }

    /**
     * The same with one image of each lesion, drawn anew each epoch, before classes are balanced: a lesion photographed often
     * counts no more than another.
     *
     * @param lesions of each training image; one whose images are of several classes counts once in each
     */
    public static int[] order(int[] labels, int[] lesions, Balancing balancing, long seed, int epoch) {
        SplittableRandom random = random(seed, epoch);
        int[] shuffled = indices(labels.length);
        shuffle(shuffled, random);
        Map<Long, Integer> drawn = new LinkedHashMap<>();
        for (int image : shuffled) {
            drawn.put((long) lesions[image] << 32 | labels[image], image);
        }
        int[] images = drawn.values().stream().mapToInt(Integer::intValue).toArray();
        int[] classes = Arrays.stream(images).map(image -> labels[image]).toArray();
        return Arrays.stream(order(classes, balancing, random))
                .map(i -> images[i])
                .toArray();
    }

    private static SplittableRandom random(long seed, int epoch) {
        return new SplittableRandom(mix(seed) ^ mix(epoch + 0x5DEECE66DL));
    }

    private static int[] order(int[] labels, Balancing balancing, SplittableRandom random) {
        List<int[]> classes = byClass(labels);
        int[] order = switch (balancing) {
            case NONE -> indices(labels.length);
            case OVERSAMPLE -> draw(classes, largest(classes), random);
            case UNDERSAMPLE -> draw(classes, smallest(classes), random);
        };
        shuffle(order, random);
        return order;
    }

    /** Of each class {@code size} indices: each as often as any other, and a random rest once more. */
    private static int[] draw(List<int[]> classes, int size, SplittableRandom random) {
        int[] drawn = new int[classes.size() * size];
        int at = 0;
        for (int[] members : classes) {
            for (int left = size; left > 0; ) {
                int take = Math.min(left, members.length);
                if (take < members.length) {
                    shuffle(members, random);
                }
                System.arraycopy(members, 0, drawn, at, take);
                at += take;
                left -= take;
            }
        }
        return drawn;
    }

    /** Indices of each class that occurs, classes in ascending order. */
    static List<int[]> byClass(int[] labels) {
        Map<Integer, List<Integer>> byClass = new TreeMap<>();
        for (int i = 0; i < labels.length; i++) {
            byClass.computeIfAbsent(labels[i], label -> new ArrayList<>()).add(i);
        }
        return byClass.values().stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    /** Fisher and Yates, as Durstenfeld wrote it (CACM 1964, algorithm 235). */
    static void shuffle(int[] values, SplittableRandom random) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = values[i];
            values[i] = values[j];
            values[j] = swap;
        }
    }

    private static int[] indices(int n) {
        int[] indices = new int[n];
        Arrays.setAll(indices, i -> i);
        return indices;
    }

    private static int largest(List<int[]> classes) {
        return classes.stream().mapToInt(c -> c.length).max().orElse(0);
    }

    private static int smallest(List<int[]> classes) {
        return classes.stream().mapToInt(c -> c.length).min().orElse(0);
    }

    /** The finaliser of MurmurHash3, so that neighbouring seeds and epochs start far apart. */
    private static long mix(long value) {
        long z = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        z = (z ^ (z >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return z ^ (z >>> 33);
    }
}
