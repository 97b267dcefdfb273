package io.github.melascope.app;

import io.github.melascope.base.ProblemException;
import io.github.melascope.nn.engine.ComputeDevice;
import io.github.melascope.nn.engine.NeuralEngine;
import java.util.List;
import java.util.Optional;

/**
 * What the program can run on.
 *
 * @param codes the devices for training, the one that is used first: {@code "cuda:0"}, {@code "cpu"}; none when PyTorch
 *     does not start
 * @param trainer what trains: {@code "PyTorch 2.7.1"}; empty when it does not start
 * @param threads of one operation on the processor
 * @param whyNotCuda the missing driver or file; empty when CUDA works
 */
public record Devices(List<String> codes, String trainer, int threads, Optional<String> whyNotCuda) {
    /** Looks; starts PyTorch. */
    public static Devices of(AppContext context) {
        try {
            NeuralEngine engine = context.engine();
            return new Devices(
                    engine.devices().stream().map(ComputeDevice::code).toList(),
                    engine.version(),
                    engine.threads(),
                    engine.whyNotCuda());
        } catch (ProblemException e) {
            return new Devices(List.of(), "", context.threads(), Optional.of(String.valueOf(e.getMessage())));
        }
    }
}
