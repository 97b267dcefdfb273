package io.github.melascope.audit;

import io.github.melascope.lesion.RgbImage;
import java.util.Arrays;

/** A few numbers of an image that know nothing of lesions: what a network must beat by far, and must not live on. */
public enum ImageStatistics {
    /** How sharp: the logarithm of the energy of differences over 1, 2, 4 and 8 pixels. */
    SHARPNESS("sharpness only") {
        @Override
        public double[] of(RgbImage image) {
            double[] luma = luma(image);
            int[] lags = {1, 2, 4, 8};
            double[] energies = new double[lags.length];
            for (int k = 0; k < lags.length; k++) {
                energies[k] = Math.log(1e-3 + energy(luma, image.width(), lags[k]));
            }
            return energies;
        }
    },
    /** Which colours: the mean and the deviation of red, green and blue. */
    COLOUR("colour only") {
        @Override
        public double[] of(RgbImage image) {
            double[] sums = new double[3];
            double[] squares = new double[3];
            for (int pixel : image.pixels()) {
                for (int c = 0; c < 3; c++) {
                    int value = (pixel >> (16 - 8 * c)) & 0xFF;
                    sums[c] += value;
                    squares[c] += (double) value * value;
                }
            }
            double[] statistics = Arrays.copyOf(sums, 6);
            int count = image.pixels().length;
            for (int c = 0; c < 3; c++) {
                double mean = sums[c] / count;
                statistics[c] = mean;
                statistics[3 + c] = Math.sqrt(Math.max(0, squares[c] / count - mean * mean));
            }
            return statistics;
        }
    };

    private final String title;

    ImageStatistics(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public abstract double[] of(RgbImage image);

    private static double[] luma(RgbImage image) {
        double[] luma = new double[image.pixels().length];
        for (int i = 0; i < luma.length; i++) {
            int pixel = image.pixels()[i];
            luma[i] = 0.299 * (pixel >> 16 & 0xFF) + 0.587 * (pixel >> 8 & 0xFF) + 0.114 * (pixel & 0xFF);
        }
        return luma;
    }

    private static double energy(double[] luma, int width, int lag) {
        double sum = 0;
        for (int i = 0; i < luma.length; i++) {
            double across = i % width >= lag ? luma[i] - luma[i - lag] : 0;
            double down = i >= lag * width ? luma[i] - luma[i - lag * width] : 0;
            sum += across * across + down * down;
        }
        return sum / luma.length;
    }
}
