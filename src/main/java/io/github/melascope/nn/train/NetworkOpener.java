package io.github.melascope.nn.train;

import io.github.melascope.base.ProblemException;
import io.github.melascope.nn.arch.Architecture;
import io.github.melascope.nn.infer.Network;
import io.github.melascope.tensor.Tensor;
import java.util.Map;

/** Opens a network for prediction on whatever runtime and device the caller chose. */
@FunctionalInterface
public interface NetworkOpener {
    Network open(Architecture architecture, Map<String, Tensor> weights) throws ProblemException;
}
