package io.github.melascope.nn.train;

import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Term;
import java.util.Locale;
import java.util.Optional;

/** The device has too little memory for a batch. A smaller one goes on from the last checkpoint. */
public final class OutOfMemoryProblem extends ProblemException {
    private static final long serialVersionUID = 1L;
    private static final int LEAST = 2;

    private final int batchSize;

    public OutOfMemoryProblem(int batchSize, Throwable cause) {
        super(
                ProblemException.Kind.UNUSABLE,
                cause,
                "problem.training.memory",
                batchSize,
                batchSize > LEAST ? Term.of("next.memory.smaller", smaller(batchSize)) : Term.of("next.memory.other"));
        this.batchSize = batchSize;
    }

    /** The batch to try next: half of the one that did not fit, at least 2; empty when there is none. */
    public Optional<Integer> smallerBatch() {
        return batchSize > LEAST ? Optional.of(smaller(batchSize)) : Optional.empty();
    }

    private static int smaller(int batchSize) {
        return Math.max(LEAST, batchSize / 2);
    }

    /** Whether PyTorch, CUDA or Java says that memory ran out. They have no error code for it. */
    static boolean isMeant(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String words = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (cause instanceof OutOfMemoryError
                    || words.contains("out of memory")
                    || words.contains("can't allocate memory")
                    || words.contains("not enough memory")) {
                return true;
            }
        }
        return false;
    }
}
