package io.github.melascope.app;

import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Term;
import io.github.melascope.model.BundleFiles;
import io.github.melascope.model.ModelBundle;
import io.github.melascope.model.ModelSpec;
import io.github.melascope.nn.arch.Architecture;
import io.github.melascope.nn.engine.ComputeDevice;
import io.github.melascope.nn.infer.Activations;
import io.github.melascope.nn.infer.Explainer;
import io.github.melascope.nn.infer.Familiarity;
import io.github.melascope.nn.infer.Network;
import io.github.melascope.nn.infer.Networks;
import io.github.melascope.nn.infer.ReferenceSet;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A checked bundle with its network in memory. Several threads may use it at once; close it when it is no longer needed.
 *
 * @param bundle as it lies on disk
 * @param network ready to predict
 * @param explainer makes heat maps of the network's answers
 * @param reference confirmed cases to compare with
 * @param familiarity how strange an image looks; empty for a model that was made before, which compares with
 *     {@code reference} instead
 */
public record LoadedModel(
        ModelBundle bundle,
        Network network,
        Explainer explainer,
        ReferenceSet reference,
        Optional<Familiarity> familiarity)
        implements AutoCloseable {
    /** How many nearest confirmed cases decide whether an image looks like a lesion at all. */
    public static final int NEIGHBOURS = 5;

    static LoadedModel open(ModelBundle bundle, ComputeDevice device, int threads) throws ProblemException {
        Optional<Familiarity> familiarity = familiarity(bundle);
        Architecture architecture = Architectures.of(bundle.spec());
        Network network = Networks.seeing(
                Networks.open(architecture, bundle.weights().tensors(), device, threads),
                bundle.spec().views(),
                Architectures.light(bundle.spec()));
        Explainer explainer = new Explainer(network, bundle.weights().tensors());
        ReferenceSet reference = new ReferenceSet(
                bundle.reference().embeddings(),
                bundle.reference().names(),
                bundle.reference().diagnoses());
        return new LoadedModel(bundle, network, explainer, reference, familiarity);
    }

    private static Optional<Familiarity> familiarity(ModelBundle bundle) throws ProblemException {
        try {
            return bundle.familiarity().map(Familiarity::of);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    ProblemException.Kind.UNUSABLE,
                    e,
                    "problem.references",
                    bundle.folder().resolve(BundleFiles.FAMILIARITY),
                    Term.of("why.contradiction", String.valueOf(e.getMessage())));
        }
    }

    /** The strangeness beyond which an image is not taken for a lesion; empty when the model has no such check. */
    OptionalDouble strangenessLimit() {
        return familiarity.isPresent()
                ? OptionalDouble.of(familiarity.get().limit())
                : spec().thresholds().notALesionDistance();
    }

    /**
     * How strange an image looks, on the scale of {@link #strangenessLimit}; empty when there is nothing to compare with.
     *
     * @param row of the image in its batch
     */
    OptionalDouble strangeness(Activations activations, int row) {
        return strangeness(activations.embeddings()[row], activations.fineMeans()[row]);
    }

    OptionalDouble strangeness(float[] embedding, float[] fineMeans) {
        if (blank(embedding)) {
            return OptionalDouble.empty();
        }
        if (familiarity.isPresent()) {
            return OptionalDouble.of(familiarity.get().strangeness(embedding, fineMeans));
        }
        return reference.size() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(1 - reference.familiarity(embedding, NEIGHBOURS));
    }

    /** An embedding of zeros has no direction, so nothing is like or unlike it. */
    static boolean blank(float[] embedding) {
        for (float value : embedding) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }

    public ModelSpec spec() {
        return bundle.spec();
    }

    /** The calibrated answer of this model for one image's logits. */
    public Scores scores(float[] logits) {
        return Scores.of(spec().task(), logits, spec().calibration());
    }

    @Override
    public void close() {
        network.close();
    }
}
