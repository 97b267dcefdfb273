package io.github.melascope.cli;

import io.github.melascope.base.ProblemException;

/** The exit codes of every command. */
final class ExitCode {
    static final int DONE = 0;
    static final int SOME_REFUSED = 1;
    static final int USAGE = 2;
    static final int UNUSABLE = 3;
    static final int CANCELLED = 4;
    static final int SURROUNDINGS = 69;
    static final int DEFECT = 70;

    private ExitCode() {}

    static int of(ProblemException problem) {
        return switch (problem.kind()) {
            case INPUT -> SOME_REFUSED;
            case USAGE -> USAGE;
            case UNUSABLE -> UNUSABLE;
            case SURROUNDINGS -> SURROUNDINGS;
        };
    }
}
