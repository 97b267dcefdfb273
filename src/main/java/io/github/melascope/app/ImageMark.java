package io.github.melascope.app;

import java.util.Locale;

/**
 * What a user holds against an image of a dataset.
 *
 * @param dataset the exam's name, as it stood beside the figures
 * @param image its id
 * @param lesion its lesion's id
 * @param kind what is wrong
 * @param note in the user's words; may be empty
 * @param model whose errors were looked at
 * @param date of the mark, as {@code 2026-11-23}
 */
public record ImageMark(
        String dataset, String image, String lesion, Kind kind, String note, String model, String date) {
    /** What is wrong with an image. */
    public enum Kind {
        /** Its label is doubtful. */
        MISLABELLED,
        /** The picture is too poor to judge by. */
        POOR;

        /** In files. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
