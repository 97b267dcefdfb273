package io.github.melascope.nn.train;

import io.github.melascope.base.IoReason;
import io.github.melascope.base.ProblemException;
import io.github.melascope.tensor.Safetensors;
import io.github.melascope.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The teachers of a distilled training: trained one after another, each in a folder of its own, and kept beside the student's
 * checkpoint when they are done. So a resume trains none of them twice.
 *
 * @param plan the student's
 * @param folder the student's
 * @param fingerprint the student's; a teacher's is made of it
 */
record Teachers(TrainingPlan plan, Path folder, String fingerprint) {
    private static final String SECONDS = "seconds";
    private static final String FINGERPRINT = "fingerprint";

    /**
     * A teacher that is done.
     *
     * @param weights complete
     * @param seconds its training took
     */
    record Teacher(Map<String, Tensor> weights, double seconds) {}

    /**
     * Trains those that are missing.
     *
     * @param resume whether those that an earlier call has left are used and gone on with
     * @return all; none where the plan has none
     * @throws ProblemException when the folder cannot be written, or holds teachers of another training
     */
    List<Teacher> train(NetworkTraining training, boolean resume) throws ProblemException {
        List<Teacher> all = new ArrayList<>();
        int count = plan.distillation().teachers();
        if (count > 0 && !resume) {
            forget();
        }
        for (int k = 1; k <= count; k++) {
            Optional<Teacher> kept = kept(k);
            all.add(kept.isPresent() ? kept.get() : train(k, training));
        }
        if (count > 0) {
            training.listener().student(count);
        }
        return all;
    }

    private Teacher train(int k, NetworkTraining training) throws ProblemException {
        int count = plan.distillation().teachers();
        training.listener().teacher(k, count);
        double after = count - k + 1 + count * Phase.FORWARD; // the student's steps ask all teachers
        NetworkRun run = new NetworkRun(plan.ofTeacher(k), folder(k), fingerprint(k), after);
        Trained trained = training.run(run, Checkpoint.read(folder(k), fingerprint(k)), List.of());
        keep(k, trained);
        return new Teacher(trained.weights(), trained.seconds());
    }

    private void keep(int k, Trained trained) throws ProblemException {
        Map<String, String> metadata = Map.of(FINGERPRINT, fingerprint(k), SECONDS, String.valueOf(trained.seconds()));
        try {
            new Safetensors(trained.weights(), metadata).write(file(k));
            Checkpoint.delete(folder(k));
            Files.deleteIfExists(folder(k));
        } catch (IOException e) {
            throw unsaved(e);
        }
    }

    private Optional<Teacher> kept(int k) throws ProblemException {
        if (!Files.exists(file(k))) {
            return Optional.empty();
        }
        Safetensors content = Safetensors.read(file(k));
        if (!fingerprint(k).equals(content.metadata().get(FINGERPRINT))) {
            throw new ProblemException(ProblemException.Kind.UNUSABLE, "problem.training.other", file(k));
        }
        try {
            double seconds = Double.parseDouble(content.metadata().getOrDefault(SECONDS, ""));
            return Optional.of(new Teacher(content.tensors(), seconds));
        } catch (NumberFormatException e) {
            throw new ProblemException(ProblemException.Kind.UNUSABLE, e, "problem.training.damaged", file(k));
        }
    }

    /** Deletes what another training has left here: it would be found, and refused, when this one is resumed. */
    private void forget() throws ProblemException {
        try {
            Checkpoint.delete(folder);
            for (int k = 1; k <= plan.distillation().teachers(); k++) {
                Checkpoint.delete(folder(k));
                Files.deleteIfExists(file(k));
            }
        } catch (IOException e) {
            throw unsaved(e);
        }
    }

    private Path folder(int k) {
        return folder.resolve("teacher-" + k);
    }

    private Path file(int k) {
        return folder.resolve("teacher-" + k + ".safetensors");
    }

    private String fingerprint(int k) {
        return fingerprint + " teacher " + k;
    }

    private ProblemException unsaved(IOException e) {
        return new ProblemException(
                ProblemException.Kind.UNUSABLE, e, "problem.training.unsaved", folder, IoReason.of(e));
    }
}
