package io.github.melascope.app;

import io.github.melascope.base.AtomicFiles;
import io.github.melascope.base.ProblemException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The marked images as a CSV file of the user's: dataset, image, lesion, mark, note, model, date. */
public final class MarkList {
    private static final List<String> HEADER = List.of("dataset", "image", "lesion", "mark", "note", "model", "date");
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

    private MarkList() {}

    /**
     * The marks of a file, in its order; none where there is no file.
     *
     * @throws ProblemException of kind {@code UNUSABLE} when it cannot be read; it then stays as it is
     */
    public static List<ImageMark> read(Path file) throws ProblemException {
        List<ImageMark> marks = new ArrayList<>();
        try (CSVParser rows = CSVParser.parse(new StringReader(Files.readString(file)), FORMAT)) {
            for (CSVRecord row : rows) {
                List<String> cells = Arrays.asList(row.values());
                if (row.getRecordNumber() > 1) {
                    marks.add(mark(cells));
                } else if (!cells.equals(HEADER)) {
                    throw new IOException("its columns are " + cells);
                }
            }
            return marks;
        } catch (NoSuchFileException e) {
            return marks;
        } catch (IOException | IllegalArgumentException e) {
            throw new ProblemException(ProblemException.Kind.UNUSABLE, e, "problem.marks", file);
        }
    }

    private static ImageMark mark(List<String> cells) {
        if (cells.size() != HEADER.size()) {
            throw new IllegalArgumentException("a line has " + cells.size() + " cells");
        }
        return new ImageMark(
                cells.get(0),
                cells.get(1),
                cells.get(2),
                ImageMark.Kind.valueOf(cells.get(3).toUpperCase(Locale.ROOT)),
                cells.get(4),
                cells.get(5),
                cells.get(6));
    }

    /** Replaces the file, whole or not at all. */
    public static void write(Path file, List<ImageMark> marks) throws ProblemException {
        StringBuilder text = new StringBuilder(FORMAT.format(HEADER.toArray())).append('\n');
        for (ImageMark mark : marks) {
            text.append(FORMAT.format(
                            mark.dataset(),
                            mark.image(),
                            mark.lesion(),
                            mark.kind().code(),
                            mark.note(),
                            mark.model(),
                            mark.date()))
                    .append('\n');
        }
        Saving.file(file, () -> AtomicFiles.write(file, text.toString()));
    }
}
