package io.github.melascope.app;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.IoReason;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.base.Sha256;
import io.github.melascope.base.Term;
import io.github.melascope.nn.engine.CudaInstaller;
import io.github.melascope.nn.engine.CudaNatives;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * PyTorch's libraries for NVIDIA cards, which do not come with the program: the user brings a file, or lets it be fetched from an
 * address. Either way they are used from the next start on.
 */
public final class CudaLibraries {
    private static final String SOURCES = "cuda.properties";

    private final CudaNatives natives;

    private CudaLibraries(CudaNatives natives) {
        this.natives = natives;
    }

    /**
     * A file that can be fetched, as it is shown before it is.
     *
     * @param bytes of it
     * @param sha256 64 hexadecimal digits
     */
    public record Source(URI address, long bytes, String sha256) {}

    /** What a file is, as it is shown before it is unpacked. */
    public record Archive(Path file, long bytes, String sha256) {}

    /**
     * Those for this computer.
     *
     * @throws ProblemException of kind {@code SURROUNDINGS} where there is no CUDA for it
     */
    public static CudaLibraries here() throws ProblemException {
        return new CudaLibraries(CudaNatives.here()
                .orElseThrow(() -> new ProblemException(ProblemException.Kind.SURROUNDINGS, "problem.cuda.system")));
    }

    static CudaLibraries of(CudaNatives natives) {
        return new CudaLibraries(natives);
    }

    /** {@code "PyTorch 2.7.1 cu128, linux-x86_64"}. */
    public String wanted() {
        return "PyTorch " + natives.version() + " " + natives.flavor() + ", " + natives.classifier();
    }

    /** Where they lie, or would. */
    public Path folder() {
        return natives.folder();
    }

    public boolean installed() {
        return natives.installed();
    }

    /** The file that this release of the program knows with size and hash; empty when it knows none for this system. */
    public Optional<Source> known() {
        Properties sources = new Properties();
        try (InputStream in = CudaLibraries.class.getResourceAsStream(SOURCES)) {
            if (in != null) {
                sources.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a damaged program
        }
        return known(sources, natives.classifier());
    }

    static Optional<Source> known(Properties sources, String classifier) {
        String address = sources.getProperty(classifier + ".address", "");
        String bytes = sources.getProperty(classifier + ".bytes", "");
        String sha256 = sources.getProperty(classifier + ".sha256", "");
        return address.isEmpty() || bytes.isEmpty() || sha256.isEmpty()
                ? Optional.empty()
                : Optional.of(new Source(URI.create(address), Long.parseLong(bytes), sha256));
    }

    /**
     * An address that the user names, with the length its server gives.
     *
     * @throws ProblemException when it does not answer
     */
    public static Source named(URI address, String sha256, CancelToken cancel) throws ProblemException {
        long bytes = Download.length(address, cancel);
        if (bytes <= 0) {
            throw new ProblemException(
                    ProblemException.Kind.USAGE, "problem.fetch", address, Term.of("why.fetch.length"));
        }
        return new Source(address, bytes, sha256);
    }

    /**
     * Fetches and unpacks. The user has agreed to address, size and hash.
     *
     * @return where they lie now
     */
    public Path fetch(Source source, Progress progress, CancelToken cancel) throws ProblemException {
        Path archive = natives.root().resolve(".fetched-" + natives.classifier() + ".zip");
        try {
            Download.fetch(source.address(), archive, source.bytes(), source.sha256(), progress, cancel);
            return new CudaInstaller(natives).install(archive, progress, cancel);
        } finally {
            Folders.delete(archive);
        }
    }

    /**
     * Looks at a file that the user brings.
     *
     * @throws ProblemException of kind {@code USAGE} when it cannot be read
     */
    public static Archive look(Path file) throws ProblemException {
        try {
            return new Archive(file, Files.size(file), Sha256.of(file));
        } catch (IOException e) {
            throw new ProblemException(ProblemException.Kind.USAGE, e, "problem.file.unread", file, IoReason.of(e));
        }
    }

    /**
     * Unpacks a file that the user brings.
     *
     * @param sha256 it must have; empty when the user has none to compare with
     * @return where the libraries lie now
     */
    public Path install(Archive archive, Optional<String> sha256, Progress progress, CancelToken cancel)
            throws ProblemException {
        if (sha256.isPresent() && !sha256.get().equalsIgnoreCase(archive.sha256())) {
            throw new ProblemException(
                    ProblemException.Kind.USAGE,
                    "problem.cuda.archive",
                    archive.file(),
                    Term.of("why.archive.sum", archive.sha256(), sha256.get()));
        }
        return new CudaInstaller(natives).install(archive.file(), progress, cancel);
    }

    /** Removes them: the next start takes the CPU. */
    public void remove() throws ProblemException {
        change(() -> new CudaInstaller(natives).remove());
    }

    /** Lets the next start try them again after they did not load. */
    public void tryAgain() throws ProblemException {
        change(natives::tryAgain);
    }

    private interface Change {
        void run() throws IOException;
    }

    private void change(Change change) throws ProblemException {
        try {
            change.run();
        } catch (IOException e) {
            throw new ProblemException(
                    ProblemException.Kind.SURROUNDINGS, e, "problem.file.unwritten", natives.folder(), IoReason.of(e));
        }
    }
}
