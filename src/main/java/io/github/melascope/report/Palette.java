package io.github.melascope.report;

import io.github.melascope.lesion.Outcome;

/** The few colours of a report, each {@code 0xRRGGBB}. Text colours have a contrast of at least 5.5 : 1 on white. */
final class Palette {
    static final int INK = 0x14232B;
    static final int MUTED = 0x52626B;
    static final int TEAL = 0x0B5A63;
    static final int AMBER = 0x9A4A08;
    static final int SLATE = 0x45545E;
    static final int RULE = 0xD3DCDF;
    static final int PANEL = 0xF2F6F6;
    static final int TRACK = 0xE2E9EB;
    static final int WHITE = 0xFFFFFF;
    static final int TINT = 0xCFE3E5;
    static final int SAND = 0xC9A46A;

    private Palette() {}

    static int of(Outcome outcome) {
        return switch (outcome) {
            case LOWER_CONCERN -> TEAL;
            case CLOSER_LOOK -> AMBER;
            case NO_ANSWER -> SLATE;
        };
    }
}
