package io.github.melascope.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines of a width. */
final class Wrapping {
    private static final String ELLIPSIS = "…";

    private Wrapping() {}

    /** Measures a piece of text. */
    @FunctionalInterface
    interface Ruler {
        float width(String text) throws IOException;
    }

    /**
     * Breaks at spaces, and inside a word only where it alone is too wide.
     *
     * @param limit at most so many lines; when the text needs more, the last one ends in an ellipsis
     */
    static List<String> wrap(String text, float width, int limit, Ruler ruler) throws IOException {
        List<String> lines = new ArrayList<>();
        String rest = DocumentFonts.clean(text);
        while (!rest.isEmpty() && lines.size() < limit - 1) {
            int end = lineEnd(rest, width, ruler);
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        if (!rest.isEmpty()) {
            lines.add(ellipsised(rest, width, ruler));
        }
        return lines;
    }

    /** The text, or its start with an ellipsis where it is too wide. */
    static String ellipsised(String text, float width, Ruler ruler) throws IOException {
        if (ruler.width(text) <= width) {
            return text;
        }
        int fits = fitting(text, width, part -> ruler.width(part.stripTrailing() + ELLIPSIS));
        return text.substring(0, fits).stripTrailing() + ELLIPSIS;
    }

    /** The text, or its start and end around an ellipsis: the ending of a file name stays to be seen. */
    static String middleEllipsised(String text, float width, Ruler ruler) throws IOException {
        String whole = DocumentFonts.clean(text);
        if (ruler.width(whole) <= width) {
            return whole;
        }
        int tail = whole.offsetByCodePoints(whole.length(), -Math.min(12, whole.codePointCount(0, whole.length())));
        String end = ELLIPSIS + whole.substring(tail);
        String start = whole.substring(0, tail);
        return start.substring(0, fitting(start, width, part -> ruler.width(part + end))) + end;
    }

    private static int lineEnd(String text, float width, Ruler ruler) throws IOException {
        int fits = fitting(text, width, ruler);
        if (fits == text.length() || text.charAt(fits) == ' ') {
            return fits;
        }
        int space = text.lastIndexOf(' ', fits);
        return space > 0 ? space : Math.max(fits, text.offsetByCodePoints(0, 1));
    }

    /** The length of the longest start that is not wider than {@code width}; ends between code points. */
    private static int fitting(String text, float width, Ruler ruler) throws IOException {
        int low = 0;
        int high = text.codePointCount(0, text.length());
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (ruler.width(text.substring(0, text.offsetByCodePoints(0, middle))) <= width) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return text.offsetByCodePoints(0, low);
    }
}
