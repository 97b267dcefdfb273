package io.github.melascope.imaging.synthetic;

import java.util.List;

/** The word SYNTHETIC in the lower left corner of every picture, in letters of our own: no font is needed. */
final class Label {
    private static final List<String> LETTERS = List.of(
            ".### #...# #...# ##### #...# ##### ##### ##### .###",
            "#... #...# ##..# ..#.. #...# #.... ..#.. ..#.. #...",
            ".##. .#.#. #.#.# ..#.. ##### ####. ..#.. ..#.. #...",
            "...# ..#.. #..## ..#.. #...# #.... ..#.. ..#.. #...",
            "###. ..#.. #...# ..#.. #...# ##### ..#.. ##### .###");
    private static final int MARGIN = 2;
    private static final int PICTURE_PER_DOT = 224;

    private Label() {}

    /** Writes it over a picture of {@code 0x00RRGGBB} pixels. */
    static void write(int[] pixels, int width, int height) {
        int dot = Math.max(1, Math.min(width, height) / PICTURE_PER_DOT);
        int columns = LETTERS.get(0).length() + 2 * MARGIN;
        int rows = LETTERS.size() + 2 * MARGIN;
        for (int row = 0; row < rows * dot; row++) {
            int y = height - rows * dot + row;
            for (int x = 0; x < Math.min(width, columns * dot); x++) {
                if (y >= 0) {
                    pixels[y * width + x] = ink(x / dot - MARGIN, row / dot - MARGIN) ? 0xF0F0F0 : 0x303030;
                }
            }
        }
    }

    private static boolean ink(int column, int row) {
        return row >= 0
                && row < LETTERS.size()
                && column >= 0
                && column < LETTERS.get(row).length()
                && LETTERS.get(row).charAt(column) == '#';
    }
}
