package io.github.melascope.app;

import io.github.melascope.base.ProblemException;
import io.github.melascope.model.ModelBundle;
import io.github.melascope.model.ModelSpec;
import io.github.melascope.nn.arch.Architecture;
import io.github.melascope.nn.engine.ComputeDevice;
import io.github.melascope.nn.infer.Explainer;
import io.github.melascope.nn.infer.Network;
import io.github.melascope.nn.infer.Networks;
import io.github.melascope.nn.infer.ReferenceSet;

/**
 * A checked bundle with its network in memory. Several threads may use it at once; close it when it is no longer needed.
 *
 * @param bundle as it lies on disk
 * @param network ready to predict
 * @param explainer makes heat maps of the network's answers
 * @param reference confirmed cases to compare with
 */
public record LoadedModel(ModelBundle bundle, Network network, Explainer explainer, ReferenceSet reference)
        implements AutoCloseable {
    /** How many nearest confirmed cases decide whether an image looks like a lesion at all. */
    public static final int NEIGHBOURS = 5;

    static LoadedModel open(ModelBundle bundle, ComputeDevice device, int threads) throws ProblemException {
        Architecture architecture = Architectures.of(bundle.spec());
        Network network = Networks.open(architecture, bundle.weights().tensors(), device, threads);
        Explainer explainer = new Explainer(network, bundle.weights().tensors());
        ReferenceSet reference = new ReferenceSet(
                bundle.reference().embeddings(),
                bundle.reference().names(),
                bundle.reference().diagnoses());
        return new LoadedModel(bundle, network, explainer, reference);
    }

    public ModelSpec spec() {
        return bundle.spec();
    }

    /** The calibrated answer of this model for one image's logits. */
    public Scores scores(float[] logits) {
        return Scores.of(spec().task(), logits, spec().temperature());
    }

    @Override
    public void close() {
        network.close();
    }
}
