package io.github.melascope.base;

/**
 * Something the user can understand and mend: an image, a dataset or a model that cannot be used. Carries the three
 * things every refusal owes: what happened, why, and what to do next. Never used for defects of the program.
 */
public class ProblemException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Whose fault it is, which decides the exit code of the command line. */
    public enum Kind {
        /** An input file among others: the batch goes on. */
        INPUT,
        /** The model or the dataset as a whole is unusable. */
        UNUSABLE,
        /** The request makes no sense: a wrong option or combination. */
        USAGE
    }

    private final Kind kind;
    private final String what;
    private final String why;
    private final String next;

    public ProblemException(Kind kind, String what, String why, String next) {
        this(kind, what, why, next, null);
    }

    /**
     * @param what what failed, naming the file or thing, without a full stop: {@code "scan.jpg could not be read"}
     * @param why the reason: {@code "the file ends in the middle of the picture"}
     * @param next what the user can do: {@code "copy it again from the camera"}
     */
    public ProblemException(
            Kind kind, String what, String why, String next, @org.jspecify.annotations.Nullable Throwable cause) {
        super(what + ": " + why + ". " + capitalised(next) + ".", cause);
        this.kind = kind;
        this.what = what;
        this.why = why;
        this.next = next;
    }

    public Kind kind() {
        return kind;
    }

    public String what() {
        return what;
    }

    public String why() {
        return why;
    }

    public String next() {
        return next;
    }

    private static String capitalised(String sentence) {
        return sentence.isEmpty() ? sentence : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
