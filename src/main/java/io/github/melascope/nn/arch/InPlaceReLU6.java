package io.github.melascope.nn.arch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.SymbolBlock;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.ParameterStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * {@code min(max(x, 0), 6)} written over its input, with autograd. DJL has no such operation; out of place it costs a third
 * of the training time on a CPU, in fresh memory. A one-line TorchScript resource of ours does it
 * (src/test/python/make_relu6.py makes it).
 */
final class InPlaceReLU6 {
    private final SymbolBlock block;
    private final ParameterStore store;

    InPlaceReLU6(NDManager manager) {
        store = new ParameterStore(manager, false);
        try (InputStream in = InPlaceReLU6.class.getResourceAsStream("relu6-in-place.pt")) {
            if (in == null) {
                throw new IllegalStateException("relu6-in-place.pt is missing from the program");
            }
            block = JniUtils.loadModule((PtNDManager) manager, in, false, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Clamps {@code x} in place. */
    NDArray apply(NDArray x) {
        // "training" only says that gradients are recorded if the calling thread records them.
        return block.forward(store, new NDList(x), true).head();
    }
}
