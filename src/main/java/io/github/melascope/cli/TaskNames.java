package io.github.melascope.cli;

import io.github.melascope.lesion.Task;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine;

/** Tasks by their names, as option values. */
final class TaskNames implements CommandLine.ITypeConverter<Task>, Iterable<String> {
    private static final List<String> NAMES =
            Arrays.stream(Task.values()).map(Task::code).toList();

    @Override
    public Task convert(String value) {
        return Arrays.stream(Task.values())
                .filter(task -> task.code().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> new CommandLine.TypeConversionException(
                        "\"" + value + "\" is no task; choose one of " + String.join(", ", NAMES)));
    }

    @Override
    public Iterator<String> iterator() {
        return NAMES.iterator();
    }
}
