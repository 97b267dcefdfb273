package io.github.melascope.model;

import io.github.melascope.base.ProblemException;
import java.util.regex.Pattern;

/** The rules for a model's id, which is also the name of its folder on every kind of disk. */
public final class ModelId {
    private static final Pattern ALLOWED = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    /** Names that Windows keeps for devices. */
    private static final Pattern RESERVED = Pattern.compile("con|prn|aux|nul|com[0-9]|lpt[0-9]");

    private ModelId() {}

    public static boolean isValid(String id) {
        return ALLOWED.matcher(id).matches() && !RESERVED.matcher(id).matches();
    }

    /**
     * @return the id
     * @throws ProblemException of kind {@code USAGE} when it cannot be one
     */
    public static String check(String id) throws ProblemException {
        if (!isValid(id)) {
            throw new ProblemException(ProblemException.Kind.USAGE, "problem.model.id", id);
        }
        return id;
    }
}
