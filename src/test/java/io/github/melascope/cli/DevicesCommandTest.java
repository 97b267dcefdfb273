package io.github.melascope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.melascope.app.AppContext;
import io.github.melascope.app.TinyModel;
import io.github.melascope.base.ProblemException;
import io.github.melascope.lesion.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevicesCommandTest {
    @TempDir
    Path folder;

    private Calls calls = new Calls(Path.of(""), Path.of(""));

    @BeforeEach
    void prepare() throws ProblemException {
        TinyModel.save(folder.resolve("models"), AppContext.USUAL_MODEL, Task.DIAGNOSIS, 0.2, OptionalDouble.empty());
        calls = new Calls(folder.resolve("models"), folder.resolve("logs"));
    }

    @Test
    void whatThereIsAndTheSelfTestAreToldInWords() {
        Calls.Result result = calls.call("devices", "--self-test");
        assertEquals(ExitCode.DONE, result.code(), result.err());
        assertTrue(result.out().matches("(?s).*Processor +\\S.*, 2 threads.*"), result.out());
        assertTrue(result.out().matches("(?s).*Memory +[0-9.]+ GiB, [0-9.]+ GiB of it free.*"), result.out());
        assertTrue(result.out().contains("ONNX Runtime 1.") && result.out().contains("PyTorch 2."), result.out());
        assertTrue(result.out().matches("(?s).*CUDA +(No: \\S+|Yes: cuda:0).*"), result.out());
        assertTrue(result.out().contains("Good: all runtimes give the same answers"), result.out());
    }

    @Test
    void theSameAsJson() throws IOException {
        Calls.Result result = calls.call("devices", "--self-test", "--json");
        assertEquals(ExitCode.DONE, result.code(), result.err());
        JsonNode node = new ObjectMapper().readTree(result.out());
        assertEquals(2, node.path("processor").path("threads").asInt());
        assertTrue(node.path("memory").path("totalBytes").asLong() > 1L << 28);
        assertTrue(node.path("answering").path("version").asText().startsWith("ONNX Runtime "));
        assertTrue(node.path("cuda").path("usable").isBoolean());
        assertEquals(
                node.path("cuda").path("usable").asBoolean(),
                node.path("cuda").path("whyNot").isNull());
        JsonNode test = node.path("selfTest");
        assertEquals("good", test.path("verdict").asText(), result.out());
        assertEquals(
                "ONNX Runtime, cpu",
                test.path("runtimes").get(1).path("runtime").asText());
        assertTrue(test.path("runtimes").get(1).path("largestDifference").asDouble() < 1e-4);
        assertTrue(node.path("benchmark").isMissingNode());
    }

    @Test
    void nothingIsFetchedWithoutAHashAndAFileIsCheckedFirst() throws IOException {
        Calls.Result unknown = calls.call("devices", "--fetch-cuda", "https://example.org/libtorch.zip");
        assertEquals(ExitCode.USAGE, unknown.code());
        assertTrue(unknown.err().contains("--sha256"), unknown.err());
        Path file = Files.writeString(folder.resolve("libtorch.zip"), "no archive");
        Calls.Result other = calls.call("devices", "--cuda-file", file, "--sha256", "0".repeat(64));
        assertEquals(ExitCode.USAGE, other.code());
        assertTrue(other.err().contains("SHA-256 is"), other.err());
        Calls.Result both = calls.call("devices", "--remove-cuda", "--retry-cuda");
        assertEquals(ExitCode.USAGE, both.code());
        assertFalse(both.err().contains("defect"), both.err());
    }

    @Test
    void aReleaseIsNeverCalledGoodWithoutAGoodSignature() throws IOException {
        Path release = Files.writeString(folder.resolve("melascope.deb"), "a release");
        Files.writeString(folder.resolve("melascope.deb.sig"), "AAAA");
        Calls.Result result = calls.call("verify-release", release);
        assertTrue(result.code() == ExitCode.SURROUNDINGS || result.code() == ExitCode.UNUSABLE, result.err());
        assertEquals("", result.out());
        assertFalse(result.err().contains("defect"), result.err());
    }
}
