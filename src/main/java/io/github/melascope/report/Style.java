package io.github.melascope.report;

/** The text styles of a report: one scale, so that like things look alike. Sizes and line heights in points. */
enum Style {
    BRAND(Face.BOLD, 9.5f, 12, Palette.TEAL),
    TITLE(Face.BOLD, 21, 26, Palette.INK),
    OUTCOME(Face.BOLD, 19, 23, Palette.INK),
    NUMBER(Face.BOLD, 24, 28, Palette.INK),
    HEADING(Face.BOLD, 10, 14, Palette.TEAL),
    VALUE(Face.REGULAR, 10, 13, Palette.INK),
    BODY(Face.REGULAR, 9, 12.5f, Palette.INK),
    STRONG(Face.BOLD, 9, 12.5f, Palette.INK),
    QUIET(Face.REGULAR, 8.5f, 11.5f, Palette.MUTED),
    LABEL(Face.REGULAR, 8, 10, Palette.MUTED),
    CELL(Face.REGULAR, 7.2f, 10, Palette.INK),
    CELL_HEAD(Face.BOLD, 7.2f, 10, Palette.INK),
    HASH(Face.MONO, 7, 10, Palette.INK);

    private final Face face;
    private final float size;
    private final float leading;
    private final int colour;

    Style(Face face, float size, float leading, int colour) {
        this.face = face;
        this.size = size;
        this.leading = leading;
        this.colour = colour;
    }

    Face face() {
        return face;
    }

    float size() {
        return size;
    }

    /** From one baseline to the next. */
    float leading() {
        return leading;
    }

    int colour() {
        return colour;
    }

    /** A face in one weight. */
    enum Face {
        REGULAR,
        BOLD,
        MONO
    }
}
