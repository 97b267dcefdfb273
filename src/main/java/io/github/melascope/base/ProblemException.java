package io.github.melascope.base;

import org.jspecify.annotations.Nullable;

/**
 * Something the user can understand and mend: an image, a dataset or a model that cannot be used. Carries the three
 * things every refusal owes: what happened, why, and what to do next, as one text of three parts in the {@link Words}.
 * Never used for defects of the program.
 *
 * <p>Without {@link Words} everything is in English: for the command line, logs and files.
 */
public class ProblemException extends Exception {
    private static final long serialVersionUID = 2L;

    /** Whose fault it is, which decides the exit code of the command line. */
    public enum Kind {
        /** An input file among others: the batch goes on. */
        INPUT,
        /** The model or the dataset as a whole is unusable. */
        UNUSABLE,
        /** The request makes no sense: a wrong option or combination. */
        USAGE,
        /** The computer lacks something that the program cannot do without: a library, a screen, room for its own files. */
        SURROUNDINGS
    }

    private final Kind kind;
    private final Term text;

    /**
     * @param key of a text of three parts, such as {@code "problem.image"}: what failed, naming the file or thing
     *     ({@code "scan.jpg cannot be used as an image"}), the reason ({@code "the file ends in the middle of the
     *     picture"}), and what the user can do ({@code "copy it again from the camera"}), none with a full stop
     * @param values for the text's places: names, numbers, or {@link Term}s
     */
    public ProblemException(Kind kind, String key, Object... values) {
        this(kind, null, key, values);
    }

    public ProblemException(Kind kind, @Nullable Throwable cause, String key, Object... values) {
        this(kind, cause, Term.of(key, values));
    }

    private ProblemException(Kind kind, @Nullable Throwable cause, Term text) {
        super(cause);
        this.kind = kind;
        this.text = text;
    }

    /** The same with one name for another: a temporary file's for that which the user knows. */
    public ProblemException renamed(String from, String to) {
        return new ProblemException(kind, this, text.renamed(from, to));
    }

    public Kind kind() {
        return kind;
    }

    public String what() {
        return what(Words.ENGLISH);
    }

    public String what(Words words) {
        return words.of(text.part(0));
    }

    public String why() {
        return why(Words.ENGLISH);
    }

    public String why(Words words) {
        return words.of(whyTerm());
    }

    public String next() {
        return next(Words.ENGLISH);
    }

    public String next(Words words) {
        return words.of(nextTerm());
    }

    /** The reason, to stand in another text. */
    public Term whyTerm() {
        return text.part(1);
    }

    /** What the user can do, to stand in another text. */
    public Term nextTerm() {
        return text.part(2);
    }

    @Override
    public String getMessage() {
        return message(Words.ENGLISH);
    }

    /** All three parts, as two sentences. */
    public String message(Words words) {
        String next = next(words);
        return what(words) + ": " + why(words) + ". " + Character.toUpperCase(next.charAt(0)) + next.substring(1) + ".";
    }
}
