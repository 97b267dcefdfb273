package io.github.melascope.dataset;

import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Term;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table as spreadsheets and scripts write it: separated by comma, semicolon or tab, quoted or not, any line ends,
 * UTF-8 or UTF-16 with or without byte-order mark (else Latin-1), an Excel {@code sep=} line, blank lines.
 */
final class CsvTable {
    private static final long MAX_BYTES = 512L << 20;

    private final Path file;
    private final char separator;
    private final List<String> header;

    /** One row: the line it ends on, and its cells, stripped. */
    record Row(long line, List<String> cells) {
        /** The cell of a column, or "" where the row is short. */
        String cell(int column) {
            return column >= 0 && column < cells.size() ? cells.get(column) : "";
        }
    }

    private CsvTable(Path file, char separator, List<String> header) {
        this.file = file;
        this.separator = separator;
        this.header = List.copyOf(header);
    }

    /** Reads the header only, so that a folder full of large tables is looked through quickly. */
    static CsvTable open(Path file) throws ProblemException {
        char separator = readWith(file, CsvTable::findSeparator);
        List<List<String>> first = new ArrayList<>();
        read(file, separator, row -> {
            first.add(row.cells());
            return false;
        });
        return new CsvTable(file, separator, first.isEmpty() ? List.of() : first.get(0));
    }

    Path file() {
        return file;
    }

    /** As written, stripped. */
    List<String> header() {
        return header;
    }

    /** All rows after the header, blank ones left out. */
    List<Row> rows() throws ProblemException {
        if (file.toFile().length() > MAX_BYTES) {
            throw unreadable(file, Term.of("why.larger", MAX_BYTES >> 20), null);
        }
        List<Row> rows = new ArrayList<>();
        read(file, separator, rows::add);
        return rows.isEmpty() ? rows : rows.subList(1, rows.size());
    }

    private interface RowVisitor {
        boolean goOn(Row row);
    }

    private interface Reading<T> {
        T from(BufferedReader reader) throws IOException;
    }

    private static void read(Path file, char separator, RowVisitor visitor) throws ProblemException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setIgnoreSurroundingSpaces(true)
                .setIgnoreEmptyLines(true)
                .get();
        readWith(file, reader -> {
            try (CSVParser parser =
                    CSVParser.builder().setReader(reader).setFormat(format).get()) {
                for (CSVRecord record : parser) {
                    List<String> cells = record.stream().map(String::strip).toList();
                    boolean blank = cells.stream().allMatch(String::isEmpty) || isSeparatorLine(record, separator);
                    if (!blank && !visitor.goOn(new Row(parser.getCurrentLineNumber(), cells))) {
                        return false;
                    }
                }
                return true;
            }
        });
    }

    private static boolean isSeparatorLine(CSVRecord record, char separator) {
        return record.getRecordNumber() == 1
                && String.join(String.valueOf(separator), record.toList()).startsWith("sep=");
    }

    /** The one of comma, semicolon and tab that the header has most of, outside quotes. */
    private static Character findSeparator(BufferedReader reader) throws IOException {
        String line = reader.readLine();
        while (line != null && line.isBlank()) {
            line = reader.readLine();
        }
        if (line == null) {
            return ',';
        }
        if (line.startsWith("sep=") && line.length() == 5) {
            return line.charAt(4);
        }
        String bare = line.replaceAll("\"[^\"]*\"", "");
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(bare, candidate) > count(bare, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private static <T> T readWith(Path file, Reading<T> reading) throws ProblemException {
        try {
            try (BufferedReader reader = new BufferedReader(decoded(file))) {
                return reading.from(reader);
            }
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(file, reason(e), e);
        }
    }

    private static Term reason(Exception e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return Term.of("why.table.unread", message.toLowerCase(Locale.ROOT));
    }

    private static ProblemException unreadable(
            Path file, Term why, @org.jspecify.annotations.Nullable Throwable cause) {
        return new ProblemException(ProblemException.Kind.UNUSABLE, cause, "problem.table", file, why);
    }

    private static Reader decoded(Path file) throws IOException {
        Charset charset = charset(file);
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        if (charset.equals(StandardCharsets.UTF_8)) {
            in.mark(3);
            byte[] mark = in.readNBytes(3);
            if (mark.length < 3 || mark[0] != (byte) 0xEF || mark[1] != (byte) 0xBB || mark[2] != (byte) 0xBF) {
                in.reset();
            }
        }
        return new InputStreamReader(in, charset);
    }

    private static Charset charset(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String mark = HexFormat.of().formatHex(in.readNBytes(2));
            boolean utf16 = mark.equals("feff") || mark.equals("fffe");
            if (utf16) {
                return StandardCharsets.UTF_16; // which reads the mark itself
            }
        }
        return isUtf8(file) ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    }

    /** Looks at the first 64 KiB, less a character that may be cut at their end. */
    private static boolean isUtf8(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(1 << 16);
            int length = head.length == 1 << 16 ? head.length - 4 : head.length;
            java.nio.CharBuffer out = java.nio.CharBuffer.allocate(length + 1);
            return !StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(java.nio.ByteBuffer.wrap(head, 0, length), out, false)
                    .isError();
        }
    }
}
