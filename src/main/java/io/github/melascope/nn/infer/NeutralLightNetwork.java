package io.github.melascope.nn.infer;

import io.github.melascope.imaging.ShadesOfGray;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.nn.arch.Architecture;
import java.util.AbstractList;
import java.util.List;

/** A network that sees every image in neutral light, as it did in training. */
final class NeutralLightNetwork implements Network {
    private final Network network;
    private final ShadesOfGray light;

    /** @param network is closed with this one */
    NeutralLightNetwork(Network network, ShadesOfGray light) {
        this.network = network;
        this.light = light;
    }

    /** Each is made when its turn comes, so that many images need no more memory than few. */
    private List<RgbImage> neutral(List<RgbImage> images) {
        return new AbstractList<>() {
            @Override
            public RgbImage get(int i) {
                return light.of(images.get(i));
            }

            @Override
            public int size() {
                return images.size();
            }
        };
    }

    @Override
    public Architecture architecture() {
        return network.architecture();
    }

    @Override
    public String runtime() {
        return network.runtime() + ", neutral light";
    }

    @Override
    public Activations run(List<RgbImage> images, boolean maps) {
        return network.run(neutral(images), maps);
    }

    @Override
    public List<FeatureGradient> fineGradients(List<RgbImage> images, int[] outputs) {
        return network.fineGradients(neutral(images), outputs);
    }

    @Override
    public void close() {
        network.close();
    }
}
