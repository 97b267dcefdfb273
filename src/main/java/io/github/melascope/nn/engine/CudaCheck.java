package io.github.melascope.nn.engine;

import io.github.melascope.base.Term;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds out what stands in the way of CUDA, in the order in which a user would have to mend it: system, driver, card,
 * libraries. It loads nothing but the driver's own library.
 *
 * @param driver empty where it does not answer
 * @param natives empty where the program has no JNI library for CUDA
 * @param whyNot the missing driver, card or file by name; empty when CUDA may be tried
 */
public record CudaCheck(Optional<NvidiaDriver> driver, Optional<CudaNatives> natives, Optional<Term> whyNot) {
    /** CUDA 12.0: the first whose driver runs libraries of any later 12. */
    static final int LEAST_CUDA = 12_000;
    /** Compute capability 7.5 (Turing, 2018): the oldest that PyTorch 2.7.1 for CUDA 12.8 is compiled for. */
    static final int LEAST_CAPABILITY = 75;

    /** Asks a driver. */
    @FunctionalInterface
    interface DriverQuestion {
        NvidiaDriver ask() throws NvidiaDriver.Missing;
    }

    /** Looks on this computer. */
    public static CudaCheck here() {
        return of(System.getProperty("os.name"), CudaNatives.here(), library(), NvidiaDriver::here);
    }

    /** The folder of libraries that the user names by environment; empty for the program's own. */
    static Optional<String> library() {
        String environment = System.getenv("PYTORCH_LIBRARY_PATH");
        return Optional.ofNullable(environment).filter(s -> !s.isBlank());
    }

    /**
     * @param system as Java names it
     * @param named folder of libraries that takes the place of {@code natives}
     */
    static CudaCheck of(String system, Optional<CudaNatives> natives, Optional<String> named, DriverQuestion question) {
        if (system.startsWith("Mac")) {
            return new CudaCheck(Optional.empty(), natives, Optional.of(Term.of("why.cuda.mac")));
        }
        if (natives.isEmpty()) {
            return new CudaCheck(Optional.empty(), natives, Optional.of(Term.of("why.cuda.system")));
        }
        NvidiaDriver driver;
        try {
            driver = question.ask();
        } catch (NvidiaDriver.Missing e) {
            return new CudaCheck(Optional.empty(), natives, Optional.of(e.why()));
        }
        Optional<Term> whyNot = tooOld(driver)
                .or(() -> named.isPresent()
                        ? incomplete(Path.of(named.get()))
                        : natives.get().unusable());
        return new CudaCheck(Optional.of(driver), natives, whyNot);
    }

    private static Optional<Term> tooOld(NvidiaDriver driver) {
        if (driver.cuda() < LEAST_CUDA) {
            return Optional.of(Term.of(
                    "why.cuda.driver-old",
                    driver.release().isEmpty() ? "?" : driver.release(),
                    NvidiaDriver.version(driver.cuda()),
                    NvidiaDriver.version(LEAST_CUDA)));
        }
        boolean usable = driver.cards().stream().anyMatch(card -> card.capability() >= LEAST_CAPABILITY);
        NvidiaDriver.Card first = driver.cards().get(0);
        return usable
                ? Optional.empty()
                : Optional.of(Term.of(
                        "why.cuda.card-old",
                        first.name(),
                        capability(first.capability()),
                        capability(LEAST_CAPABILITY)));
    }

    /** {@code "7.5"} for 75. */
    public static String capability(int capability) {
        return capability / 10 + "." + capability % 10;
    }

    private static Optional<Term> incomplete(Path folder) {
        String cuda = System.mapLibraryName("torch_cuda");
        return Files.exists(folder.resolve(cuda))
                ? Optional.empty()
                : Optional.of(Term.of("why.cuda.library", cuda, folder));
    }
}
