package io.github.melascope.nn.train;

import io.github.melascope.dataset.Balancing;
import io.github.melascope.imaging.ShadesOfGray;
import io.github.melascope.lesion.PatientFacts.Fact;
import io.github.melascope.lesion.Task;
import java.util.List;

/**
 * Everything that decides what a training does, so that the same plan on the same data gives the same model. As JSON it
 * has these very names; a file given to {@code train --plan} may hold any of them and leaves the rest as they are.
 *
 * @param mode quick (head on cached features) or full (fine-tuning)
 * @param task what is learnt
 * @param seed of everything drawn
 * @param inputSize side of the input in pixels, a multiple of 32
 * @param hidden width of the head's first layer
 * @param dropout in the head, 0 … 1
 * @param batchSize images a step
 * @param phases one after another; a quick training uses epochs and learning rate of the first
 * @param loss see there
 * @param balancing of the training part
 * @param augmentation of the training part
 * @param weightDecay decoupled, of weights with more than one dimension (Loshchilov and Hutter, ICLR 2019)
 * @param warmup share of a phase's steps in which the learning rate climbs, 0 … 1
 * @param ema share of the moving average of the weights kept each step, 0 for none
 * @param patience epochs without a better validation score after which a phase ends; 0 for a training that does not look
 *     at the validation part at all: it runs to its last epoch and keeps that one
 * @param views quick: how many augmented views of each training image are cached beside the plain one
 * @param smote quick: whether minority classes are filled up with SMOTE on the cached features
 * @param oneOfEachLesion full: whether an epoch sees, of each lesion, one image drawn anew, so that a lesion photographed often
 *     counts no more than another
 * @param colorConstancy norm of the Shades of Gray with which the light is taken out of every image, by the finished model
 *     too; 0 for none
 * @param distillation what is learnt from teachers
 * @param patient what is known of the patient that the finished model may be told, to give a second melanoma probability beside
 *     its own; the network learns nothing of it
 * @param checkpointMinutes a checkpoint is written after each epoch, and this often within one
 */
public record TrainingPlan(
        Mode mode,
        Task task,
        long seed,
        int inputSize,
        int hidden,
        double dropout,
        int batchSize,
        List<Phase> phases,
        LossPlan loss,
        Balancing balancing,
        Augmentation augmentation,
        double weightDecay,
        double warmup,
        double ema,
        int patience,
        int views,
        boolean smote,
        boolean oneOfEachLesion,
        double colorConstancy,
        Distillation distillation,
        List<Fact> patient,
        double checkpointMinutes) {
    /** The two ways to train. */
    public enum Mode {
        QUICK,
        FULL
    }

    public TrainingPlan {
        phases = List.copyOf(phases);
        patient = List.copyOf(patient);
        require(inputSize >= 32 && inputSize % 32 == 0 && inputSize <= 1024, "inputSize must be a multiple of 32");
        require(hidden >= 1 && hidden <= 4096, "hidden must be 1 … 4096");
        require(dropout >= 0 && dropout < 1, "dropout must be 0 … 1");
        require(batchSize >= 2 && batchSize <= 1024, "batchSize must be 2 … 1024");
        require(!phases.isEmpty(), "phases must not be empty");
        require(weightDecay >= 0, "weightDecay must be 0 or more");
        require(warmup >= 0 && warmup < 1, "warmup must be 0 … 1");
        require(ema >= 0 && ema < 1, "ema must be 0 … 1");
        require(patience >= 0, "patience must be 0 or more");
        require(views >= 0 && views <= 32, "views must be 0 … 32");
        require(
                colorConstancy == 0 || (colorConstancy >= 1 && colorConstancy <= 16),
                "colorConstancy must be 0 or 1 … 16");
        require(patient.stream().distinct().count() == patient.size(), "patient must name each fact once");
        require(checkpointMinutes > 0, "checkpointMinutes must be above 0");
    }

    private static void require(boolean condition, String words) {
        if (!condition) {
            throw new IllegalArgumentException(words);
        }
    }

    /**
     * The plan used unless the user says otherwise. Full: the head first, then all layers in one cosine (Loshchilov and
     * Hutter, ICLR 2017).
     */
    public static TrainingPlan of(Mode mode, Task task, long seed) {
        boolean full = mode == Mode.FULL;
        return new TrainingPlan(
                mode,
                task,
                seed,
                224,
                256,
                0.3,
                full ? 32 : 64,
                full
                        ? List.of(new Phase(1, 1e-3, Phase.HEAD_ONLY), new Phase(40, 6e-4, 0))
                        : List.of(new Phase(40, 1e-3, Phase.HEAD_ONLY)),
                new LossPlan(full ? 1 : 0, full ? 0.05 : 0, 0.5, 0),
                Balancing.NONE,
                full ? Augmentation.STRONG : Augmentation.USUAL,
                full ? 0.05 : 0.01,
                0.1,
                full ? 0.998 : 0.99,
                full ? 12 : 8,
                1,
                false,
                false,
                0,
                Distillation.NONE,
                List.of(),
                5);
    }

    /** The light in which the network sees images. */
    public ShadesOfGray light() {
        return new ShadesOfGray(colorConstancy);
    }

    /** Whether the validation part chooses the epoch that is kept. */
    public boolean judges() {
        return patience > 0;
    }

    /** The same with another batch. */
    public TrainingPlan withBatchSize(int size) {
        return with(seed, size, distillation);
    }

    /** The plan of the {@code k}-th teacher, from 1: the same with a seed of its own, and without teachers. */
    TrainingPlan ofTeacher(int k) {
        return with(seed + k, batchSize, Distillation.NONE);
    }

    private TrainingPlan with(long otherSeed, int otherSize, Distillation otherDistillation) {
        return new TrainingPlan(
                mode,
                task,
                otherSeed,
                inputSize,
                hidden,
                dropout,
                otherSize,
                phases,
                loss,
                balancing,
                augmentation,
                weightDecay,
                warmup,
                ema,
                patience,
                views,
                smote,
                oneOfEachLesion,
                colorConstancy,
                otherDistillation,
                patient,
                checkpointMinutes);
    }

    /** Batches of one epoch; a rest of a single image is dropped, as batch normalisation cannot use it. */
    int steps(int images) {
        int whole = images / batchSize;
        return images % batchSize >= 2 ? whole + 1 : whole;
    }
}
