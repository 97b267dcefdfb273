package io.github.melascope.nn.infer;

/**
 * What the network computed of a batch, one row an image.
 *
 * @param logits [images][outputs], in the order of the task's classes, before sigmoid or softmax
 * @param embeddings [images][1280], the means of the last feature map
 * @param fineMeans [images][96], the means of the finer map of stage 13: the textures that are seen before the diagnosis
 * @param maps [images][1280 · h · w], the last feature map, channel by channel and row by row; no rows when not asked for
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data; identity is all that is ever compared
public record Activations(float[][] logits, float[][] embeddings, float[][] fineMeans, float[][] maps) {
    /** Number of images. */
    public int count() {
        return logits.length;
    }
}
