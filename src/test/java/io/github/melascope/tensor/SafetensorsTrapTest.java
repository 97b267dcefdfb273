package io.github.melascope.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.ProblemException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsTrapTest {
    @TempDir
    Path folder;

    private Path file(String header, int dataBytes) throws Exception {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + text.length + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(text.length).put(text);
        return Files.write(folder.resolve("trap.safetensors"), bytes.array());
    }

    private String refused(String header, int dataBytes) throws Exception {
        Path file = file(header, dataBytes);
        ProblemException e = assertThrows(ProblemException.class, () -> Safetensors.read(file));
        assertEquals(ProblemException.Kind.UNUSABLE, e.kind());
        assertTrue(e.what().contains("trap.safetensors"));
        return e.why();
    }

    /** Many tensors over the same bytes would fill the memory from a small file. */
    @Test
    void overlappingTensorsAreRefused() throws Exception {
        String one = "\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16]";
        assertTrue(refused("{\"a\":{" + one + "},\"b\":{" + one + "}}", 16).contains("tensor b overlaps"));
        assertEquals(
                1, Safetensors.read(file("{\"a\":{" + one + "}}", 16)).tensors().size());
    }

    @Test
    void otherDamageIsNamed() throws Exception {
        assertTrue(refused("{\"a\":{\"dtype\":\"F16\",\"shape\":[4],\"data_offsets\":[0,8]}}", 8)
                .contains("tensor a holds F16"));
        assertTrue(refused("{\"a\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16]}}", 15)
                .contains("outside the file"));
        assertTrue(refused("{\"a\":{\"dtype\":\"F32\",\"shape\":[5],\"data_offsets\":[0,16]}}", 16)
                .contains("does not fill"));
        assertTrue(refused("not json", 16).contains("not JSON"));
    }

    @Test
    void whatIsWrittenIsRead() throws Exception {
        Path file = folder.resolve("good.safetensors");
        new Safetensors(Map.of("a", Tensor.of(new float[] {1, -2.5f, 3}, 3)), Map.of("k", "Łódź")).write(file);
        Safetensors read = Safetensors.read(file);
        Tensor a = java.util.Objects.requireNonNull(read.tensors().get("a"));
        assertArrayEquals(new float[] {1, -2.5f, 3}, a.values());
        assertEquals(Map.of("k", "Łódź"), read.metadata());
    }
}
