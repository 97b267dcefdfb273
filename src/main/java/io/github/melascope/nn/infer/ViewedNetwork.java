package io.github.melascope.nn.infer;

import io.github.melascope.lesion.RgbImage;
import io.github.melascope.nn.arch.Architecture;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;

/**
 * A network that looks at every image in the eight ways in which a square can be turned and mirrored. Its logits, embeddings
 * and means are the means over the views, so that the answer does not depend on how the camera was held.
 *
 * <p>Maps come turned back, so that they lie on the upright image. The last map is the mean of the eight: its mean over space is
 * the mean embedding, whose gradient explains it. The finer map is the eight, one after another, with an eighth of each one's
 * gradient: all that the mean logit is made of, so that what is made of it explains the mean logit itself.
 */
public final class ViewedNetwork implements Network {
    /** All views. */
    public static final int VIEWS = SquareView.COUNT;

    private final Network network;
    private final SquareView[] pixels;
    private final SquareView[] lastMap;
    private final SquareView[] fineMap;

    private ViewedNetwork(Network network) {
        this.network = network;
        int side = network.architecture().mapSize();
        this.pixels = SquareView.all(network.architecture().inputSize());
        this.lastMap = SquareView.all(side);
        this.fineMap = SquareView.all(2 * side);
    }

    /**
     * A network with that many views.
     *
     * @param network is closed with the result
     * @param views 1, which is the network itself, or {@link #VIEWS}
     */
    public static Network of(Network network, int views) {
        if (views != 1 && views != VIEWS) {
            throw new IllegalArgumentException(views + " views are neither 1 nor " + VIEWS);
        }
        return views == 1 ? network : new ViewedNetwork(network);
    }

    @Override
    public Architecture architecture() {
        return network.architecture();
    }

    @Override
    public String runtime() {
        return network.runtime() + ", " + VIEWS + " views";
    }

    /** Each view is made when its turn comes, so that many images need no more memory than few. */
    private List<RgbImage> views(List<RgbImage> images) {
        return new AbstractList<>() {
            @Override
            public RgbImage get(int i) {
                return pixels[i % VIEWS].of(images.get(i / VIEWS));
            }

            @Override
            public int size() {
                return images.size() * VIEWS;
            }
        };
    }

    @Override
    public Activations run(List<RgbImage> images, boolean maps) {
        Activations views = network.run(views(images), maps);
        float[][] upright = new float[maps ? images.size() : 0][];
        for (int i = 0; i < upright.length; i++) {
            float[][] back = new float[VIEWS][];
            for (int v = 0; v < VIEWS; v++) {
                back[v] = lastMap[v].back(views.maps()[i * VIEWS + v]);
            }
            upright[i] = means(back)[0];
        }
        return new Activations(means(views.logits()), means(views.embeddings()), means(views.fineMeans()), upright);
    }

    /** The mean of each eight rows. */
    private static float[][] means(float[][] rows) {
        float[][] means = new float[rows.length / VIEWS][];
        for (int i = 0; i < means.length; i++) {
            means[i] = new float[rows[i * VIEWS].length];
            for (int j = 0; j < means[i].length; j++) {
                double sum = 0;
                for (int v = 0; v < VIEWS; v++) {
                    sum += rows[i * VIEWS + v][j];
                }
                means[i][j] = (float) (sum / VIEWS);
            }
        }
        return means;
    }

    @Override
    public List<FeatureGradient> fineGradients(List<RgbImage> images, int[] outputs) {
        if (outputs.length != images.size()) {
            throw new IllegalArgumentException(images.size() + " images, " + outputs.length + " outputs");
        }
        int[] ofViews = new int[outputs.length * VIEWS];
        for (int i = 0; i < ofViews.length; i++) {
            ofViews[i] = outputs[i / VIEWS];
        }
        List<FeatureGradient> views = network.fineGradients(views(images), ofViews);
        List<FeatureGradient> result = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            result.add(together(views.subList(i * VIEWS, (i + 1) * VIEWS)));
        }
        return result;
    }

    private FeatureGradient together(List<FeatureGradient> views) {
        int values = views.get(0).map().length;
        float[] map = new float[VIEWS * values];
        float[] gradient = new float[VIEWS * values];
        for (int v = 0; v < VIEWS; v++) {
            System.arraycopy(fineMap[v].back(views.get(v).map()), 0, map, v * values, values);
            float[] back = fineMap[v].back(views.get(v).gradient());
            for (int i = 0; i < values; i++) {
                gradient[v * values + i] = back[i] / VIEWS;
            }
        }
        FeatureGradient first = views.get(0);
        return new FeatureGradient(VIEWS * first.channels(), first.side(), map, gradient);
    }

    @Override
    public void close() {
        network.close();
    }
}
