package io.github.melascope.cli;

import io.github.melascope.app.CudaLibraries;
import io.github.melascope.base.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Puts PyTorch's CUDA libraries into place, and takes them away again. */
final class CudaCommand {
    private static final double MEGA = 1e6;

    private final Session session;
    private final Optional<String> sha256;
    private final boolean agreed;

    /** @param agreed whether the user has said yes before being asked */
    CudaCommand(Session session, Optional<String> sha256, boolean agreed) {
        this.session = session;
        this.sha256 = sha256;
        this.agreed = agreed;
    }

    int run(CudaOptions wanted) throws ProblemException {
        CudaLibraries libraries = CudaLibraries.here();
        if (wanted.remove) {
            libraries.remove();
            session.console().line("Removed. The next start uses the CPU.");
            return ExitCode.DONE;
        }
        if (wanted.retry) {
            libraries.tryAgain();
            session.console().line("The next start tries them again.");
            return ExitCode.DONE;
        }
        try (ConsoleProgress progress = new ConsoleProgress(session.console())) {
            Path folder = wanted.file.isPresent()
                    ? unpack(libraries, wanted.file.get(), progress)
                    : fetch(libraries, wanted.address.orElseThrow(), progress);
            progress.clear();
            session.console().line("In place: %s", folder);
            session.console().line("Now type:  melascope devices --self-test");
            return ExitCode.DONE;
        } catch (Declined e) {
            session.console().note("Nothing was downloaded.");
            return ExitCode.CANCELLED;
        }
    }

    /** The user does not want it. */
    private static final class Declined extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private Path unpack(CudaLibraries libraries, Path file, ConsoleProgress progress) throws ProblemException {
        CudaLibraries.Archive archive = CudaLibraries.look(file);
        progress.line("File    " + file);
        progress.line("Size    " + size(archive.bytes()));
        progress.line("SHA-256 " + archive.sha256());
        return libraries.install(archive, sha256, progress, session.cancel());
    }

    private Path fetch(CudaLibraries libraries, URI address, ConsoleProgress progress) throws ProblemException {
        CudaLibraries.Source source;
        if (!address.toString().isEmpty()) {
            String hash = sha256.orElseThrow(
                    () -> new ProblemException(ProblemException.Kind.USAGE, "problem.cuda.no-hash", address));
            source = CudaLibraries.named(address, hash, session.cancel());
        } else {
            source = libraries
                    .known()
                    .orElseThrow(() -> new ProblemException(
                            ProblemException.Kind.USAGE, "problem.cuda.no-source", libraries.wanted()));
        }
        progress.line("Download " + libraries.wanted());
        progress.line("from     " + source.address());
        progress.line("size     " + size(source.bytes()));
        progress.line("SHA-256  " + source.sha256());
        progress.line("into     " + libraries.folder());
        if (!agreed && !answer(progress)) {
            throw new Declined();
        }
        return libraries.fetch(source, progress, session.cancel());
    }

    private boolean answer(ConsoleProgress progress) {
        progress.line("Type yes to download it:");
        try {
            StringBuilder line = new StringBuilder();
            for (int c = System.in.read(); c >= 0 && c != '\n'; c = System.in.read()) {
                line.append((char) c);
            }
            return line.toString().strip().toLowerCase(Locale.ROOT).equals("yes");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String size(long bytes) {
        return String.format(Locale.ROOT, "%d bytes (%.1f MB)", bytes, bytes / MEGA);
    }
}
