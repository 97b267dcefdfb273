package io.github.melascope.app;

import io.github.melascope.imaging.ShadesOfGray;
import io.github.melascope.model.ModelSpec;
import io.github.melascope.nn.arch.Architecture;
import io.github.melascope.nn.arch.Convention;
import java.util.Locale;
import java.util.Map;

/** From what a bundle says of itself to the network it describes. */
final class Architectures {
    private Architectures() {}

    /** @throws IllegalArgumentException for an architecture or convention this program does not know */
    static Architecture of(ModelSpec spec) {
        if (!spec.architecture().equals(Architecture.NAME)) {
            throw new IllegalArgumentException("the architecture \"" + spec.architecture() + "\" is unknown");
        }
        Convention convention = Convention.valueOf(spec.convention().toUpperCase(Locale.ROOT));
        return new Architecture(convention, spec.task(), spec.hidden(), spec.dropout(), spec.inputSize());
    }

    /** Names and shapes of the tensors a bundle's weights must hold. */
    static Map<String, long[]> shapes(ModelSpec spec) {
        return of(spec).tensors();
    }

    /** The light in which the model's network sees images. */
    static ShadesOfGray light(ModelSpec spec) {
        return new ShadesOfGray(spec.normalisation().colorConstancy());
    }
}
