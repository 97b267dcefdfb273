package io.github.melascope.cli;

import io.github.melascope.lesion.Diagnosis;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine;

/** Diagnoses by their codes, as option values. */
final class DiagnosisCodes implements CommandLine.ITypeConverter<Diagnosis>, Iterable<String> {
    private static final List<String> CODES =
            Diagnosis.ALL.stream().map(Diagnosis::code).toList();

    @Override
    public Diagnosis convert(String value) {
        return Diagnosis.ofCode(value)
                .orElseThrow(() -> new CommandLine.TypeConversionException(
                        "\"" + value + "\" is no diagnosis; choose one of " + String.join(", ", CODES)));
    }

    @Override
    public Iterator<String> iterator() {
        return CODES.iterator();
    }
}
