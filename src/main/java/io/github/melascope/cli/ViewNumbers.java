package io.github.melascope.cli;

import io.github.melascope.model.ModelSpec;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Numbers of views, as option values. */
final class ViewNumbers implements CommandLine.ITypeConverter<Integer>, Iterable<String> {
    private static final List<String> NUMBERS = List.of("1", String.valueOf(ModelSpec.ALL_VIEWS));

    @Override
    public Integer convert(String value) {
        if (!NUMBERS.contains(value)) {
            throw new CommandLine.TypeConversionException(
                    "\"" + value + "\" is no number of views; choose one of " + String.join(", ", NUMBERS));
        }
        return Integer.valueOf(value);
    }

    @Override
    public Iterator<String> iterator() {
        return NUMBERS.iterator();
    }

    static OptionalInt optional(@Nullable Integer number) {
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
