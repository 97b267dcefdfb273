package io.github.melascope.app;

import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Term;
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
 * @param whyNotCuda the missing driver, card or file; empty when CUDA works
 */
public record Devices(List<String> codes, String trainer, int threads, Optional<Term> whyNotCuda) {
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
            return new Devices(List.of(), "", context.threads(), Optional.of(e.whyTerm()));
        }
    }

    /**
     * The device to train on.
     *
     * @param code empty for the best there is
     * @throws ProblemException of kind {@code USAGE} when there is no such device
     */
    static ComputeDevice choose(AppContext context, Optional<String> code) throws ProblemException {
        if (code.isEmpty()) {
            return context.engine().preferredDevice();
        }
        List<ComputeDevice> devices = context.engine().devices();
        return devices.stream()
                .filter(device -> device.code().equals(code.get()))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ProblemException.Kind.USAGE,
                        "problem.training.device",
                        code.get(),
                        devices.stream().map(ComputeDevice::code).toList()));
    }
}
