package io.github.melascope.nn.infer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Puts an ONNX model together node by node and gives its bytes (onnx.proto of ONNX 1.12: IR version 8, operator set 17).
 * Names of values are the caller's; every node has one output, whose name names the node too.
 */
final class OnnxBuilder {
    /** Element types of TensorProto.DataType. */
    private static final int FLOAT = 1;

    private static final int INT64 = 7;

    private static final int IR_VERSION = 8;
    private static final int OPERATOR_SET = 17;
    /** The free extent of every input and output: the number of images. */
    private static final String BATCH = "batch";

    /** AttributeProto.AttributeType. */
    private static final int ATTRIBUTE_INT = 2;

    private static final int ATTRIBUTE_INTS = 7;

    private final ProtoWriter graph = new ProtoWriter();

    OnnxBuilder(String name) {
        graph.text(2, name);
    }

    /** A value of floats that the caller feeds; the batch is its first extent, the {@code shape} the others. */
    String input(String name, long... shape) {
        graph.message(11, valueInfo(name, shape));
        return name;
    }

    /** Makes a computed value fetchable; the batch is its first extent, the {@code shape} the others. */
    void output(String name, long... shape) {
        graph.message(12, valueInfo(name, shape));
    }

    private static ProtoWriter valueInfo(String name, long[] shape) {
        ProtoWriter extents = new ProtoWriter().message(1, new ProtoWriter().text(2, BATCH));
        for (long extent : shape) {
            extents.message(1, new ProtoWriter().integer(1, extent));
        }
        ProtoWriter tensor = new ProtoWriter().integer(1, FLOAT).message(2, extents);
        return new ProtoWriter().text(1, name).message(2, new ProtoWriter().message(1, tensor));
    }

    /** A constant of floats. */
    String constant(String name, float[] values, long... shape) {
        byte[] raw = new byte[4 * values.length];
        ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
        return constant(name, FLOAT, raw, shape);
    }

    /** A constant list of integers, as shapes are given. */
    String integers(String name, long... values) {
        byte[] raw = new byte[8 * values.length];
        ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().put(values);
        return constant(name, INT64, raw, values.length);
    }

    private String constant(String name, int type, byte[] raw, long... shape) {
        ProtoWriter tensor = new ProtoWriter();
        for (long extent : shape) {
            tensor.integer(1, extent);
        }
        graph.message(5, tensor.integer(2, type).text(8, name).bytes(9, raw));
        return name;
    }

    /** A node whose inputs are named in order; attributes come from {@link #ints} and its like. */
    String node(String operator, String output, ProtoWriter attributes, String... inputs) {
        ProtoWriter node = new ProtoWriter();
        for (String input : inputs) {
            node.text(1, input);
        }
        graph.message(1, node.text(2, output).text(3, output).text(4, operator).fields(attributes));
        return output;
    }

    String node(String operator, String output, String... inputs) {
        return node(operator, output, new ProtoWriter(), inputs);
    }

    /** One attribute of integers of a node; call again on the result for more. */
    static ProtoWriter ints(ProtoWriter attributes, String name, long... values) {
        ProtoWriter attribute = new ProtoWriter().text(1, name);
        for (long value : values) {
            attribute.integer(8, value);
        }
        return attributes.message(5, attribute.integer(20, ATTRIBUTE_INTS));
    }

    static ProtoWriter integer(ProtoWriter attributes, String name, long value) {
        return attributes.message(
                5, new ProtoWriter().text(1, name).integer(3, value).integer(20, ATTRIBUTE_INT));
    }

    /** What Conv and ConvTranspose share; a square kernel, the same padding in both directions. */
    static ProtoWriter convolution(int kernel, int stride, int groups, int padBegin, int padEnd) {
        ProtoWriter attributes = new ProtoWriter();
        ints(attributes, "kernel_shape", kernel, kernel);
        ints(attributes, "strides", stride, stride);
        ints(attributes, "pads", padBegin, padBegin, padEnd, padEnd);
        return integer(attributes, "group", groups);
    }

    /** The finished model. */
    byte[] toByteArray() {
        return new ProtoWriter()
                .integer(1, IR_VERSION)
                .text(2, "melascope")
                .message(7, graph)
                .message(8, new ProtoWriter().text(1, "").integer(2, OPERATOR_SET))
                .toByteArray();
    }
}
