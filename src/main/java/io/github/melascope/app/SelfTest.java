package io.github.melascope.app;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.imaging.synthetic.SyntheticLesions;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.model.ModelBundle;
import io.github.melascope.nn.arch.Architecture;
import io.github.melascope.nn.engine.ComputeDevice;
import io.github.melascope.nn.infer.Network;
import io.github.melascope.nn.infer.Networks;
import java.util.ArrayList;
import java.util.List;

/**
 * A model's answers by each runtime on each device, held against those of PyTorch on the processor: the very code that trained
 * it. The pictures are drawn, one of each diagnosis.
 *
 * @param model its id; its files' hashes were compared
 * @param pictures how many were answered
 * @param lines the reference first
 */
public record SelfTest(String model, int pictures, List<Line> lines) {
    /** By which two runtimes on the processor may differ in a probability: their sums are taken in another order. */
    public static final double TOLERANCE_CPU = 1e-4;
    /** On a card, which may multiply with fewer bits (TF32). Chosen without a card at hand. */
    public static final double TOLERANCE_CUDA = 1e-2;

    private static final int WIDTH = 600;
    private static final int HEIGHT = 450;
    private static final long SEED = 11;
    private static final String STAGE = "stage.self-test";

    /**
     * One runtime on one device.
     *
     * @param runtime in words
     * @param largest difference of a probability from the reference's, 0 … 1; 0 for the reference itself
     * @param tolerance it must not exceed
     * @param milliseconds a picture took, all pictures in one call
     * @param failure what went wrong instead, in English; empty when there are answers
     */
    public record Line(String runtime, double largest, double tolerance, double milliseconds, String failure) {
        /** Whether its answers are there and agree. */
        public boolean good() {
            return failure.isEmpty() && largest <= tolerance;
        }
    }

    public SelfTest {
        lines = List.copyOf(lines);
    }

    /** What is to be thought of it. */
    public enum Verdict {
        /** All that was tried answers, and agrees. */
        GOOD,
        /** Something did not answer; what did agrees. */
        INCOMPLETE,
        /** Answers differ. */
        BAD
    }

    /** What is to be thought of it. */
    public Verdict verdict() {
        if (lines.stream().anyMatch(line -> line.failure().isEmpty() && !line.good())) {
            return Verdict.BAD;
        }
        return lines.stream().allMatch(Line::good) ? Verdict.GOOD : Verdict.INCOMPLETE;
    }

    /** Index of the line that the others were compared with: the first that answered; −1 when none did. */
    public int reference() {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).failure().isEmpty()) {
                return i;
            }
        }
        return -1;
    }

    /** Opens a network. */
    private interface Opening {
        Network open(Architecture architecture, ModelBundle bundle) throws ProblemException;
    }

    /** What is to be tried. */
    private record Trial(String name, double tolerance, Opening opening) {}

    /** What came of it. */
    private record Answers(double milliseconds, List<Scores> scores) {}

    /**
     * Runs the test; takes some seconds.
     *
     * @throws ProblemException when the model cannot be used; a runtime that fails is a line of the result instead
     * @throws java.util.concurrent.CancellationException when cancelled
     */
    public static SelfTest run(AppContext context, String modelId, Progress progress, CancelToken cancel)
            throws ProblemException {
        ModelBundle bundle = context.models().open(modelId);
        List<RgbImage> images = pictures(bundle.spec().inputSize(), cancel);
        List<Trial> trials = trials(context);
        List<Line> lines = new ArrayList<>();
        List<Scores> reference = List.of();
        for (Trial trial : trials) {
            progress.report(STAGE, lines.size(), trials.size());
            try {
                Answers answers = answers(trial, bundle, images, cancel);
                reference = reference.isEmpty() ? answers.scores() : reference;
                lines.add(new Line(
                        trial.name(),
                        largest(reference, answers.scores()),
                        trial.tolerance(),
                        answers.milliseconds(),
                        ""));
            } catch (ProblemException | IllegalStateException e) {
                lines.add(new Line(trial.name(), 0, trial.tolerance(), 0, String.valueOf(e.getMessage())));
            }
        }
        progress.report(STAGE, trials.size(), trials.size());
        return new SelfTest(modelId, images.size(), lines);
    }

    private static List<Trial> trials(AppContext context) {
        int threads = context.threads();
        List<Trial> trials = new ArrayList<>();
        trials.add(new Trial(
                "PyTorch, cpu",
                TOLERANCE_CPU,
                (architecture, bundle) ->
                        Networks.reference(architecture, bundle.weights().tensors(), ComputeDevice.CPU, threads)));
        trials.add(new Trial(
                "ONNX Runtime, cpu",
                TOLERANCE_CPU,
                (architecture, bundle) ->
                        Networks.open(architecture, bundle.weights().tensors(), ComputeDevice.CPU, threads)));
        try {
            for (ComputeDevice device : context.engine().devices()) {
                if (device.isCuda()) {
                    trials.add(new Trial(
                            "PyTorch, " + device.code(),
                            TOLERANCE_CUDA,
                            (architecture, bundle) -> Networks.reference(
                                    architecture, bundle.weights().tensors(), device, threads)));
                }
            }
        } catch (ProblemException e) {
            return trials; // the first trial tells of it
        }
        return trials;
    }

    private static List<RgbImage> pictures(int size, CancelToken cancel) {
        List<RgbImage> images = new ArrayList<>();
        for (Diagnosis diagnosis : Diagnosis.ALL) {
            cancel.check();
            images.add(PreparedImage.of(SyntheticLesions.draw(SEED, 0, diagnosis, WIDTH, HEIGHT), size)
                    .input());
        }
        return images;
    }

    private static Answers answers(Trial trial, ModelBundle bundle, List<RgbImage> images, CancelToken cancel)
            throws ProblemException {
        cancel.check();
        try (Network network = Networks.seeing(
                trial.opening().open(Architectures.of(bundle.spec()), bundle),
                bundle.spec().views(),
                Architectures.light(bundle.spec()))) {
            network.run(images.subList(0, 1), false); // the first call makes what the others use again
            cancel.check();
            long start = System.nanoTime();
            float[][] logits = network.run(images, false).logits();
            double milliseconds = (System.nanoTime() - start) / 1e6 / images.size();
            List<Scores> scores = new ArrayList<>();
            for (float[] one : logits) {
                scores.add(Scores.of(bundle.spec().task(), one, bundle.spec().calibration()));
            }
            return new Answers(milliseconds, scores);
        }
    }

    private static double largest(List<Scores> reference, List<Scores> scores) {
        double largest = 0;
        for (int i = 0; i < scores.size(); i++) {
            for (int c = 0; c < scores.get(i).byClass().size(); c++) {
                double difference = Math.abs(scores.get(i).byClass().get(c)
                        - reference.get(i).byClass().get(c));
                // What is no number agrees with nothing.
                largest = Double.isNaN(difference) ? 1 : Math.max(largest, difference);
            }
        }
        return largest;
    }
}
