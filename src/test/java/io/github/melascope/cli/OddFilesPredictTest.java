package io.github.melascope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.melascope.SharedData;
import io.github.melascope.app.AppContext;
import io.github.melascope.app.TinyModel;
import io.github.melascope.base.ProblemException;
import io.github.melascope.lesion.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever users drop, scored from end to end: each file is answered or refused, and none stops the others. */
class OddFilesPredictTest {
    private static final Set<String> OUTCOMES = Set.of("lower-concern", "closer-look", "no-answer");

    @TempDir
    Path folder;

    @Test
    void eachFileIsAnsweredOrRefusedWithAReason() throws IOException, ProblemException {
        Path odd = SharedData.at("odd");
        TinyModel.save(folder, AppContext.USUAL_MODEL, Task.DIAGNOSIS, 0.2, OptionalDouble.empty());
        List<Path> files;
        try (Stream<Path> walk = Files.walk(odd)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        Object[] arguments = Stream.concat(Stream.of("predict", "--format", "json"), files.stream())
                .toArray();
        Calls.Result result = new Calls(folder, folder.resolve("logs")).call(arguments);
        assertEquals(1, result.code(), result.err());
        assertEquals(files.size(), result.lines().size());
        int answered = 0;
        for (int i = 0; i < files.size(); i++) {
            JsonNode row = new ObjectMapper().readTree(result.lines().get(i));
            assertEquals(files.get(i).toString(), row.get("file").asText());
            if (row.has("error")) {
                assertTrue(row.get("error").asText().length() > 20, row.toString());
                assertFalse(row.get("error").asText().contains("the program failed"), row.toString());
            } else {
                answered++;
                assertTrue(OUTCOMES.contains(row.get("outcome").asText()), row.toString());
                double melanoma = row.get("melanoma").asDouble();
                assertTrue(melanoma >= 0 && melanoma <= 1, row.toString());
            }
        }
        assertTrue(answered > 20 && answered < files.size() - 20, answered + " of " + files.size());
        assertFalse(Files.exists(folder.resolve("logs")), "no defect was met");
    }
}
