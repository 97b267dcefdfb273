package io.github.melascope.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.fontbox.ttf.GlyphTable;
import org.apache.fontbox.ttf.OS2WindowsMetricsTable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The font files behind the faces, each parsed once, when a character first needs it. Lato first; DejaVu for what Lato lacks;
 * then a font of the system for Chinese, Japanese and Korean. Not safe for several threads at once: PDFBox reads glyphs
 * lazily from one stream.
 */
final class FontFiles {
    private static final String LATO = "/com/mpobjects/jasperreports/fonts/lato/Lato-";
    private static final String DEJAVU = "/net/sf/jasperreports/fonts/dejavu/DejaVuSans";

    /** Where systems keep a TrueType font with Chinese, Japanese or Korean; of those there, the first with the glyph is taken. */
    private static final List<Path> EAST_ASIAN = List.of(
            Path.of("/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf"), // Debian and Ubuntu:
            // fonts-droid-fallback
            Path.of("/usr/share/fonts/truetype/nanum/NanumGothic.ttf"), // Korean, which Droid lacks: fonts-nanum
            Path.of("/usr/share/fonts/google-droid-sans-fonts/DroidSansFallbackFull.ttf"), // Fedora
            Path.of("/Library/Fonts/Arial Unicode.ttf"), // macOS
            Path.of("/System/Library/Fonts/Supplemental/Arial Unicode.ttf"),
            Path.of("C:\\Windows\\Fonts\\msgothic.ttc"),
            Path.of("C:\\Windows\\Fonts\\simsun.ttc"),
            Path.of("C:\\Windows\\Fonts\\malgun.ttf"));

    /** Reads one font file. */
    @FunctionalInterface
    private interface Source {
        Optional<TrueTypeFont> read() throws IOException;
    }

    private final Map<Style.Face, List<Source>> sources = new EnumMap<>(Style.Face.class);
    private final IdentityHashMap<Source, Optional<TrueTypeFont>> parsed = new IdentityHashMap<>();

    FontFiles() {
        this(EAST_ASIAN);
    }

    FontFiles(List<Path> eastAsian) {
        Source dejaVu = () -> resource(DEJAVU + ".ttf");
        List<Source> system = eastAsian.stream()
                .filter(Files::isReadable)
                .<Source>map(file -> () -> installed(file))
                .toList();
        sources.put(Style.Face.REGULAR, chain(system, () -> resource(LATO + "Regular.ttf"), dejaVu));
        sources.put(
                Style.Face.BOLD,
                chain(system, () -> resource(LATO + "Bold.ttf"), () -> resource(DEJAVU + "-Bold.ttf"), dejaVu));
        sources.put(Style.Face.MONO, chain(system, () -> resource(DEJAVU + "Mono.ttf"), dejaVu));
    }

    private static List<Source> chain(List<Source> last, Source... first) {
        List<Source> all = new ArrayList<>(List.of(first));
        all.addAll(last);
        return all;
    }

    /** The first font of the face that has a glyph for the code point. */
    Optional<TrueTypeFont> having(Style.Face face, int codePoint) throws IOException {
        for (Source source : java.util.Objects.requireNonNull(sources.get(face))) {
            Optional<TrueTypeFont> font = parsed(source);
            if (font.isPresent() && font.get().getUnicodeCmapLookup().getGlyphId(codePoint) != 0) {
                return font;
            }
        }
        return Optional.empty();
    }

    private Optional<TrueTypeFont> parsed(Source source) throws IOException {
        Optional<TrueTypeFont> known = parsed.get(source);
        if (known == null) {
            known = source.read();
            // Ligatures would come back as other letters when text is copied out of the page.
            known.ifPresent(font -> font.setEnableGsub(false));
            parsed.put(source, known);
        }
        return known;
    }

    private static Optional<TrueTypeFont> resource(String name) throws IOException {
        try (InputStream in = FontFiles.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("the font " + name + " is missing from the program");
            }
            return Optional.of(new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes())));
        }
    }

    /** A font of the system is a courtesy: one that cannot be read, or must not be embedded, is passed over. */
    private static Optional<TrueTypeFont> installed(Path file) {
        try {
            TrueTypeFont font = file.toString().endsWith(".ttc")
                    ? firstOf(file)
                    : new TTFParser().parse(new RandomAccessReadBuffer(Files.readAllBytes(file)));
            return mayBeEmbedded(font) ? Optional.of(font) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static TrueTypeFont firstOf(Path collection) throws IOException {
        List<TrueTypeFont> fonts = new ArrayList<>();
        // Left open on purpose: the font reads its glyphs from the collection's memory later.
        new TrueTypeCollection(Files.newInputStream(collection)).processAllFonts(fonts::add);
        if (fonts.isEmpty()) {
            throw new IOException(collection + " holds no font");
        }
        return fonts.get(0);
    }

    /** Outlines of the TrueType kind, and the licence bits of OpenType's OS/2 table (fsType) allow a subset in a document. */
    private static boolean mayBeEmbedded(TrueTypeFont font) throws IOException {
        OS2WindowsMetricsTable licence = font.getOS2Windows();
        if (licence == null || !font.getTableMap().containsKey(GlyphTable.TAG)) {
            return false;
        }
        int type = licence.getFsType();
        boolean restricted = (type & 0xF) == OS2WindowsMetricsTable.FSTYPE_RESTRICTED;
        return !restricted
                && (type & (OS2WindowsMetricsTable.FSTYPE_NO_SUBSETTING | OS2WindowsMetricsTable.FSTYPE_BITMAP_ONLY))
                        == 0;
    }
}
