package io.github.melascope.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** By what a cross-validation holds images out. Lesions stay whole in all of them. */
public enum Grouping {
    /** At random, each diagnosis evenly: other images of the same kind. */
    LESION,
    /** Part of the body. */
    SITE,
    /** How the diagnosis was made. */
    DX_TYPE,
    /** Thirds by the brightness of the picture's border, which hangs on camera, light and skin. */
    TONE;

    public static final List<Grouping> ALL = List.of(values());

    /** {@code "dx-type"}: on the command line and in files. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Grouping> ofCode(String code) {
        return Arrays.stream(values()).filter(g -> g.code().equals(code)).findFirst();
    }
}
