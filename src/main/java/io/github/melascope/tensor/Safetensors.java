package io.github.melascope.tensor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.melascope.base.AtomicFiles;
import io.github.melascope.base.IoReason;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Term;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A safetensors file in memory: named float32 tensors and free text about them. Layout: 8 bytes little-endian header
 * length, a JSON header, then the raw values. Everything in the header is checked before anything is believed, so a
 * foreign or damaged file is refused with its reason and can never do more than that.
 *
 * @param tensors by name, in the order of the file
 * @param metadata the header's {@code __metadata__}
 */
public record Safetensors(Map<String, Tensor> tensors, Map<String, String> metadata) {
    private static final int MAX_HEADER = 100_000_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    public Safetensors {
        tensors = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
        metadata = Map.copyOf(metadata);
    }

    /**
     * Reads a file of float32 tensors (64-bit integers, as PyTorch's batch counters are, are skipped).
     *
     * @throws ProblemException of kind {@code UNUSABLE} when the file is missing, foreign, damaged, or holds another
     *     number type
     */
    public static Safetensors read(Path file) throws ProblemException {
        try (FileChannel channel = FileChannel.open(file)) {
            long size = channel.size();
            int length = headerLength(file, channel, size);
            JsonNode header = readHeader(file, channel, length);
            long dataStart = 8L + length;
            long claimed = 0;
            Map<String, Tensor> tensors = new LinkedHashMap<>();
            Map<String, String> metadata = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> entry : header.properties()) {
                if (entry.getKey().equals("__metadata__")) {
                    entry.getValue()
                            .properties()
                            .forEach(e -> metadata.put(e.getKey(), e.getValue().asText()));
                } else if (!entry.getValue().path("dtype").asText().equals("I64")) {
                    Tensor tensor = readTensor(file, channel, dataStart, size, entry);
                    claimed += 4L * tensor.values().length;
                    // Tensors that overlap could make a small file fill the memory many times over.
                    if (claimed > size - dataStart) {
                        throw refused(file, Term.of("why.weights.overlap", entry.getKey()), null);
                    }
                    tensors.put(entry.getKey(), tensor);
                }
            }
            return new Safetensors(tensors, metadata);
        } catch (IOException e) {
            throw refused(file, IoReason.of(e), e);
        }
    }

    private static int headerLength(Path file, FileChannel channel, long size) throws IOException, ProblemException {
        if (size < 8) {
            throw refused(file, Term.of("why.weights.short", size), null);
        }
        long length = readBytes(channel, 0, 8).getLong();
        if (length < 2 || length > MAX_HEADER || length > size - 8) {
            throw refused(file, Term.of("why.weights.header-length", length), null);
        }
        return (int) length;
    }

    private static JsonNode readHeader(Path file, FileChannel channel, int length)
            throws IOException, ProblemException {
        String text =
                StandardCharsets.UTF_8.decode(readBytes(channel, 8, length)).toString();
        try {
            JsonNode header = JSON.readTree(text);
            if (!header.isObject()) {
                throw refused(file, Term.of("why.weights.header-table"), null);
            }
            return header;
        } catch (JsonProcessingException e) {
            throw refused(file, Term.of("why.weights.header-json"), e);
        }
    }

    private static Tensor readTensor(
            Path file, FileChannel channel, long dataStart, long size, Map.Entry<String, JsonNode> entry)
            throws IOException, ProblemException {
        String name = entry.getKey();
        JsonNode node = entry.getValue();
        String type = node.path("dtype").asText();
        if (!type.equals("F32")) {
            throw refused(file, Term.of("why.weights.type", name, type), null);
        }
        long[] shape = new long[node.path("shape").size()];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = node.path("shape").get(i).asLong(-1);
            if (shape[i] < 0) {
                throw refused(file, Term.of("why.weights.shape", name), null);
            }
        }
        long begin = node.path("data_offsets").path(0).asLong(-1);
        long end = node.path("data_offsets").path(1).asLong(-1);
        if (begin < 0 || end < begin || end > size - dataStart) {
            throw refused(file, Term.of("why.weights.outside", name), null);
        }
        long elements = elementsOrMinusOne(shape);
        if (elements != (end - begin) / 4 || (end - begin) % 4 != 0 || elements > Integer.MAX_VALUE / 4) {
            throw refused(file, Term.of("why.weights.fill", name), null);
        }
        float[] values = new float[(int) elements];
        readBytes(channel, dataStart + begin, values.length * 4).asFloatBuffer().get(values);
        return new Tensor(shape, values);
    }

    private static long elementsOrMinusOne(long[] shape) {
        try {
            return Tensor.elements(shape);
        } catch (ArithmeticException e) {
            return -1;
        }
    }

    private static ByteBuffer readBytes(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new EOFException("the file ends too early");
            }
        }
        return buffer.flip();
    }

    /** Writes the file whole or not at all; the same content gives the same bytes. */
    public void write(Path file) throws IOException {
        AtomicFiles.write(file, this::writeTo);
    }

    private void writeTo(OutputStream out) throws IOException {
        ObjectNode header = JSON.createObjectNode();
        if (!metadata.isEmpty()) {
            ObjectNode texts = header.putObject("__metadata__");
            new java.util.TreeMap<>(metadata).forEach(texts::put);
        }
        long offset = 0;
        for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
            ObjectNode node = header.putObject(entry.getKey()).put("dtype", "F32");
            for (long extent : entry.getValue().shape()) {
                node.withArray("shape").add(extent);
            }
            node.withArray("shape");
            long end = offset + 4L * entry.getValue().values().length;
            node.putArray("data_offsets").add(offset).add(end);
            offset = end;
        }
        byte[] text = JSON.writeValueAsBytes(header);
        int padded = (text.length + 7) / 8 * 8;
        ByteBuffer start = ByteBuffer.allocate(8 + padded).order(ByteOrder.LITTLE_ENDIAN);
        start.putLong(padded).put(text);
        while (start.hasRemaining()) {
            start.put((byte) ' ');
        }
        out.write(start.array());
        for (Tensor tensor : tensors.values()) {
            ByteBuffer bytes = ByteBuffer.allocate(4 * tensor.values().length).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(tensor.values());
            out.write(bytes.array());
        }
    }

    private static ProblemException refused(Path file, Term why, @org.jspecify.annotations.Nullable Throwable cause) {
        return new ProblemException(ProblemException.Kind.UNUSABLE, cause, "problem.weights", file, why);
    }
}
