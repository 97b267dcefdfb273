package io.github.melascope.dataset;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.imaging.ImageDecoder;
import io.github.melascope.imaging.PixelHash;
import io.github.melascope.lesion.RgbImage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/** Reads all images of a dataset on all cores, within a share of the heap. */
final class ImageReader {
    private static final long MIB = 1 << 20;
    /** What the decoder may need at most for one image. */
    private static final int LARGEST = 1024;

    private final ImageDecoder decoder = new ImageDecoder();
    private final int budget = (int) Math.max(LARGEST, Runtime.getRuntime().maxMemory() / MIB / 2);
    private final Semaphore memory = new Semaphore(budget, true);
    private final Progress progress;
    private final CancelToken cancel;
    private final AtomicLong done = new AtomicLong();

    ImageReader(Progress progress, CancelToken cancel) {
        this.progress = progress;
        this.cancel = cancel;
    }

    /** Each sample's facts, or why there are none, in the order of the samples. */
    record Result(List<ImageFacts> facts, List<DatasetReport.Unreadable> unreadable) {}

    /** One of the two. */
    private record Reading(Optional<ImageFacts> facts, Optional<DatasetReport.Unreadable> unreadable) {}

    /** @throws java.util.concurrent.CancellationException when cancelled; at most one image a core is read after that */
    Result read(Dataset dataset) {
        List<Reading> readings = dataset.samples().parallelStream()
                .map(sample -> {
                    Reading reading = readOne(dataset, sample);
                    reportProgress(dataset.samples().size());
                    return reading;
                })
                .toList();
        return new Result(
                readings.stream().flatMap(r -> r.facts().stream()).toList(),
                readings.stream().flatMap(r -> r.unreadable().stream()).toList());
    }

    private Reading readOne(Dataset dataset, Sample sample) {
        cancel.check();
        int needed = memoryFor(sample);
        memory.acquireUninterruptibly(needed);
        try {
            RgbImage image = decoder.decode(sample.file());
            ImageFacts facts = new ImageFacts(sample, PixelHash.sha256(image), Thumbnail.of(image));
            return new Reading(Optional.of(facts), Optional.empty());
        } catch (ProblemException e) {
            String file = dataset.root().relativize(sample.file()).toString().replace('\\', '/');
            return new Reading(
                    Optional.empty(), Optional.of(new DatasetReport.Unreadable(sample.imageId(), file, e.whyTerm())));
        } finally {
            memory.release(needed);
        }
    }

    /** A guess in MiB: compressed pictures unpack to some thirty times their size, and are held more than once. */
    private static int memoryFor(Sample sample) {
        try {
            return (int) Math.min(LARGEST, 64 + Files.size(sample.file()) * 64 / MIB);
        } catch (IOException e) {
            return 64; // the decoder will say what is wrong
        }
    }

    private synchronized void reportProgress(int total) {
        progress.report("stage.reading", done.incrementAndGet(), total);
    }
}
