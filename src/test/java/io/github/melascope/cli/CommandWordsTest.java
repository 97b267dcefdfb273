package io.github.melascope.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.app.AppContext;
import io.github.melascope.base.CancelToken;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CommandWordsTest {
    @Test
    void everyCommandIsKnownByItsNameAndNoFileIsTakenForOne() {
        Session session = new Session(Console.system(), List.of(), new CancelToken(), AppContext::standard);
        Set<String> names = Commands.of(session, Path.of("")).getSubcommands().keySet();
        assertTrue(names.size() > 7, names::toString);
        names.forEach(name -> assertTrue(Program.isCommand(name), name));
        List.of("lesion.jpg", "/data/predict", "folder", "Review", "", "ü 一.png")
                .forEach(word -> assertFalse(Program.isCommand(word), word));
    }
}
