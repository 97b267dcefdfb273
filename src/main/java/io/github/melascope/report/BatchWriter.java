package io.github.melascope.report;

import java.io.Closeable;
import java.io.IOException;

/** Writes the answers of a batch one by one, each complete and flushed, so that a reader downstream can follow. */
public interface BatchWriter extends Closeable {
    void write(BatchRow row) throws IOException;
}
