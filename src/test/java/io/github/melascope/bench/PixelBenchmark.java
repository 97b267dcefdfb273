package io.github.melascope.bench;

import io.github.melascope.base.ProblemException;
import io.github.melascope.imaging.ImageDecoder;
import io.github.melascope.imaging.JpegWriter;
import io.github.melascope.imaging.QualityCheck;
import io.github.melascope.imaging.Resizer;
import io.github.melascope.imaging.synthetic.SyntheticLesions;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.Quality;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.nn.train.Augmentation;
import io.github.melascope.nn.train.Augmenter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What is done to the pixels of every image, method by method: {@code ./mvnw -B -Pjmh verify}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PixelBenchmark {
    private static final int SIZE = 224;

    private final Augmenter augmenter = new Augmenter(Augmentation.USUAL, 1);
    private final byte[] frame = new byte[3 * SIZE * SIZE];
    private final float[] view = new float[frame.length];
    private RgbImage image = new RgbImage(1, 1, new int[1]);
    private Path file = Path.of("");
    private int epoch;

    @Setup
    public void draw() throws IOException {
        image = SyntheticLesions.draw(1, 0, Diagnosis.MEL, 600, 450);
        file = Files.createTempFile("lesion", ".jpg");
        Files.write(file, JpegWriter.encode(image, 0.9f, SyntheticLesions.NOTICE));
        RgbImage small = Resizer.resize(image, SIZE, SIZE);
        for (int i = 0; i < small.pixels().length; i++) {
            frame[3 * i] = (byte) (small.pixels()[i] >> 16);
            frame[3 * i + 1] = (byte) (small.pixels()[i] >> 8);
            frame[3 * i + 2] = (byte) small.pixels()[i];
        }
    }

    @TearDown
    public void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    @Benchmark
    public RgbImage decode() throws ProblemException {
        return new ImageDecoder().decode(file);
    }

    @Benchmark
    public RgbImage resize() {
        return Resizer.resize(image, SIZE, SIZE);
    }

    @Benchmark
    public Quality quality() {
        return QualityCheck.check(image);
    }

    @Benchmark
    public float[] augment() {
        augmenter.draw(frame, SIZE, epoch++, 0, view);
        return view;
    }
}
