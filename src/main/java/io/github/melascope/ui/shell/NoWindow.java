package io.github.melascope.ui.shell;

import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Term;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.List;
import java.util.Optional;

/** The toolkit does not start: there is no screen, or a system library is missing. */
final class NoWindow extends RuntimeException {
    private static final long serialVersionUID = 1L;
    /** Of the system, that a window needs on Linux. */
    private static final List<String> LIBRARIES =
            List.of("libgtk-3.so.0", "libGL.so.1", "libXtst.so.6", "libXxf86vm.so.1");

    NoWindow(Throwable cause) {
        super(cause);
    }

    /** What to tell the user. */
    ProblemException problem() {
        Throwable first = Optional.ofNullable(getCause()).orElse(this);
        Optional<String> missing = missing();
        if (missing.isPresent()) {
            return new ProblemException(
                    ProblemException.Kind.SURROUNDINGS,
                    this,
                    "problem.window.toolkit",
                    Term.of("why.library.missing", missing.get()));
        }
        if (first instanceof UnsupportedOperationException) {
            String display = Optional.ofNullable(System.getenv("DISPLAY")).orElse("");
            return new ProblemException(ProblemException.Kind.SURROUNDINGS, this, "problem.window.screen", display);
        }
        Throwable innermost = first;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return new ProblemException(
                ProblemException.Kind.SURROUNDINGS,
                this,
                "problem.window.toolkit",
                Optional.ofNullable(innermost.getMessage())
                        .orElse(innermost.getClass().getSimpleName()));
    }

    /** A missing library looks to the toolkit like a missing screen. */
    @SuppressWarnings("restricted") // the program runs with --enable-native-access
    private static Optional<String> missing() {
        if (!System.getProperty("os.name").startsWith("Linux")) {
            return Optional.empty();
        }
        try (Arena arena = Arena.ofConfined()) {
            return LIBRARIES.stream()
                    .filter(name -> {
                        try {
                            SymbolLookup.libraryLookup(name, arena);
                            return false;
                        } catch (IllegalArgumentException e) {
                            return true;
                        }
                    })
                    .findFirst();
        }
    }
}
