package io.github.melascope.nn.infer;

/**
 * All that an explanation needs of one image: a feature map, and how the explained logit changes with each of its values.
 *
 * @param channels number of channels
 * @param side rows and columns of a channel
 * @param map [channels · side · side], channel by channel and row by row
 * @param gradient of the logit with respect to {@code map}, laid out the same
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data; identity is all that is ever compared
public record FeatureGradient(int channels, int side, float[] map, float[] gradient) {
    public FeatureGradient {
        int values = channels * side * side;
        if (map.length != values || gradient.length != values) {
            throw new IllegalArgumentException(map.length + " and " + gradient.length + " values do not fill "
                    + channels + " × " + side + " × " + side);
        }
    }
}
