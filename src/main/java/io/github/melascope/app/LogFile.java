package io.github.melascope.app;

import io.github.melascope.nn.engine.CacheFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.ErrorManager;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Where warnings and failures are written down: a file in the cache folder, made when there is a first thing to write, so
 * that the terminal stays quiet. Several programs at once write to files of their own; a full file makes way for a new one.
 */
public final class LogFile extends Handler {
    private static final int MAX_BYTES = 1 << 20;
    private static final int FILES = 3;

    private final Path folder;
    private @Nullable FileHandler file;
    private boolean failed;

    private LogFile(Path folder) {
        this.folder = folder;
        setLevel(Level.ALL);
    }

    /** Makes the log file in the cache folder the only place that logging goes to. */
    public static LogFile install() {
        LogFile log = new LogFile(CacheFolder.path().resolve("log"));
        LogManager.getLogManager().reset();
        Logger root = Logger.getLogger("");
        root.setLevel(Level.WARNING);
        root.addHandler(log);
        return log;
    }

    /** Where the file lies, or would. */
    public Path folder() {
        return folder;
    }

    /** Whether all that was to be written could be. */
    public synchronized boolean works() {
        return !failed;
    }

    @Override
    public synchronized void publish(LogRecord entry) {
        FileHandler out = failed ? null : open();
        if (out != null) {
            out.publish(entry);
        }
    }

    private @Nullable FileHandler open() {
        if (file == null) {
            try {
                Files.createDirectories(folder);
                // %u tells programs that run at the same time apart, %g the older files.
                String pattern = folder.toString().replace("%", "%%") + "/melascope-%u-%g.log";
                file = new FileHandler(pattern, MAX_BYTES, FILES, true);
                file.setEncoding("UTF-8");
                file.setFormatter(new SimpleFormatter());
                file.setErrorManager(new ErrorManager() {
                    @Override
                    public synchronized void error(@Nullable String message, @Nullable Exception e, int code) {
                        failed = true; // and not a word on the terminal
                    }
                });
            } catch (IOException e) {
                failed = true;
            }
        }
        return file;
    }

    @Override
    public synchronized void flush() {
        if (file != null) {
            file.flush();
        }
    }

    @Override
    public synchronized void close() {
        if (file != null) {
            file.close();
            file = null;
        }
    }
}
