package io.github.melascope.report;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The fonts of one PDF document, embedded as subsets, and the choice among them for each character. */
final class DocumentFonts {
    private static final char NO_BREAK = '\u00a0';
    private static final int REPLACEMENT = 0xFFFD;

    private final PDDocument document;
    private final FontFiles files;
    private final IdentityHashMap<TrueTypeFont, PDType0Font> embedded = new IdentityHashMap<>();

    DocumentFonts(PDDocument document, FontFiles files) {
        this.document = document;
        this.files = files;
    }

    /** A stretch of text in one font. */
    record Run(PDType0Font font, String text) {}

    /** The text as stretches that each have a font; a character that no font has becomes the replacement character. */
    List<Run> runs(Style.Face face, String text) throws IOException {
        List<Run> runs = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        PDType0Font font = null;
        for (int codePoint : clean(text).replace(NO_BREAK, ' ').codePoints().toArray()) {
            Optional<TrueTypeFont> own = files.having(face, codePoint);
            int shown = own.isPresent() ? codePoint : REPLACEMENT;
            PDType0Font next = embedded(own.isPresent() ? own.get() : replacement(face));
            if (font != null && !next.equals(font)) {
                runs.add(new Run(font, current.toString()));
                current.setLength(0);
            }
            font = next;
            current.appendCodePoint(shown);
        }
        if (font != null) {
            runs.add(new Run(font, current.toString()));
        }
        return runs;
    }

    /** In points. */
    float width(Style style, String text) throws IOException {
        float width = 0;
        for (Run run : runs(style.face(), text)) {
            width += run.font().getStringWidth(run.text()) / 1000 * style.size();
        }
        return width;
    }

    /**
     * Text fit for one line: composed letters (ü as one character), line breaks and tabs as spaces, no invisible control or
     * joining characters. A no-break space stays one until it is drawn.
     */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(c -> {
            int type = Character.getType(c);
            if (c == NO_BREAK) {
                clean.appendCodePoint(c);
            } else if (Character.isWhitespace(c) || type == Character.CONTROL || Character.isSpaceChar(c)) {
                clean.append(' ');
            } else if (type == Character.SURROGATE || type == Character.UNASSIGNED) {
                clean.appendCodePoint(REPLACEMENT);
            } else if (type != Character.FORMAT && !isVariationSelector(c)) {
                clean.appendCodePoint(c);
            }
        });
        return clean.toString().strip();
    }

    private static boolean isVariationSelector(int codePoint) {
        return codePoint >= 0xFE00 && codePoint <= 0xFE0F;
    }

    private TrueTypeFont replacement(Style.Face face) throws IOException {
        return files.having(face, REPLACEMENT)
                .orElseThrow(() -> new IOException("no font of the program has the replacement character"));
    }

    private PDType0Font embedded(TrueTypeFont file) throws IOException {
        PDType0Font font = embedded.get(file);
        if (font == null) {
            font = PDType0Font.load(document, file, true);
            embedded.put(file, font);
        }
        return font;
    }
}
