package io.github.melascope.dataset;

/**
 * Something about a dataset that its owner should know, though it does not stop the work.
 *
 * @param kind what sort of thing
 * @param subject the image, lesion, row or folder it is about
 * @param detail a sentence without full stop
 */
public record Finding(Kind kind, String subject, String detail) {
    /** The sorts of findings, worst first. */
    public enum Kind {
        MISSING_IMAGE("Listed images that are not there; left out"),
        CONFLICTING_IMAGE("Images with rows that contradict each other; left out"),
        CONFLICTING_LESION("Lesions with more than one diagnosis; kept"),
        UNLABELLED("Rows without a usable label; left out"),
        UNREADABLE_FOLDER("Folders that could not be read"),
        SAME_NAME("Images found more than once by name; the first was taken"),
        DUPLICATE_ROW("Rows that repeat an earlier row"),
        BAD_VALUE("Values that make no sense; taken as unknown"),
        UNLISTED_IMAGE("Images without a label; left out"),
        NOTE("Notes");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }
}
