package io.github.melascope.base;

/** Hears how far a long work has come. Called from the working thread; must return quickly. */
@FunctionalInterface
public interface Progress {
    Progress NONE = (stage, done, total) -> {};

    /**
     * @param stage what is being done, in a few words: {@code "Reading images"}
     * @param done steps finished in this stage, 0 … total
     * @param total steps of this stage, or 0 when unknown
     */
    void report(String stage, long done, long total);
}
