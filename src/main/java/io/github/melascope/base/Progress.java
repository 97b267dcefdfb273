package io.github.melascope.base;

/** Hears how far a long work has come. Called from the working thread; must return quickly. */
@FunctionalInterface
public interface Progress {
    Progress NONE = (stage, done, total) -> {};

    /**
     * @param stage key in the {@link Words} of what is being done: {@code "stage.reading"}
     * @param done steps finished in this stage, 0 … total
     * @param total steps of this stage, or 0 when unknown
     */
    void report(String stage, long done, long total);
}
