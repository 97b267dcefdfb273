package io.github.melascope.cases;

import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Term;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps a second program out of a library. The system lets go of it when the program ends, however it ends. */
final class LibraryLock implements AutoCloseable {
    private final FileChannel channel;

    private LibraryLock(FileChannel channel) {
        this.channel = channel;
    }

    static LibraryLock take(LibraryFolder folder) throws ProblemException {

        try {
            FileChannel channel = FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new ProblemException(ProblemException.Kind.UNUSABLE, "problem.library.locked", folder.root());
            }
            return new LibraryLock(channel);
        } catch (IOException e) {
            throw Refusal.failed(Term.of("what.library.unopened", folder.root()), e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            java.nio.channels.@Nullable FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            System.getLogger(LibraryLock.class.getName()).log(System.Logger.Level.WARNING, "lock", e);
        }
    }
}
