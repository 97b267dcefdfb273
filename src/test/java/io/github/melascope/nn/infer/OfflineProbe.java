package io.github.melascope.nn.infer;

import io.github.melascope.NoLookups;
import io.github.melascope.base.ProblemException;
import io.github.melascope.lesion.Task;
import io.github.melascope.nn.arch.Architecture;
import io.github.melascope.nn.arch.Convention;
import io.github.melascope.nn.arch.FormulaWeights;
import io.github.melascope.nn.engine.ComputeDevice;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A process of its own that predicts with both runtimes and tells which hosts were asked for: see {@link OfflineTest}. */
final class OfflineProbe {
    private OfflineProbe() {}

    public static void main(String[] args) throws ProblemException {
        Queue<String> asked = new ConcurrentLinkedQueue<>();
        ProxySelector.setDefault(new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                asked.add(uri.toString());
                throw new IllegalArgumentException(uri + ": this process stays offline");
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException e) {}
        });
        if (args[0].equals("knock")) {
            knock();
        }
        Architecture architecture = FormulaWeights.architecture(Convention.TORCH, Task.DIAGNOSIS, 64);
        try (Network onnx = Networks.open(architecture, FormulaWeights.of(architecture), ComputeDevice.CPU, 1);
                Network djl = Networks.reference(architecture, FormulaWeights.of(architecture), ComputeDevice.CPU, 1)) {
            onnx.run(FormulaWeights.images(1, 64), false);
            djl.run(FormulaWeights.images(1, 64), false);
        }
        asked.addAll(NoLookups.seen());
        System.out.println("asked for " + asked);
    }

    /** What must be noticed: a name looked up, and an address that needs no looking up. */
    private static void knock() {
        try {
            InetAddress.getAllByName("melascope.invalid");
        } catch (IOException e) {
            System.out.println("as expected: " + e);
        }
        try {
            URI.create("http://192.0.2.1/metadata").toURL().openConnection().connect();
        } catch (IOException | IllegalArgumentException e) {
            System.out.println("as expected: " + e);
        }
    }
}
