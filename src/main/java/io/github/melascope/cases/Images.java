package io.github.melascope.cases;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.base.Sha256;
import io.github.melascope.base.Term;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** The library's images: rows here, their files beside the database. */
public final class Images {
    private static final Pattern EXTENSION = Pattern.compile("[a-z0-9]{1,5}");
    private static final Term NOT_SAVED = Term.of("what.image.unsaved");

    private final Database database;
    private final Audit audit;
    private final ImageFiles files;

    Images(Database database, Audit audit, ImageFiles files) {
        this.database = database;
        this.audit = audit;
        this.files = files;
    }

    /** An image whose file is gone, or no longer what it was. */
    public record Broken(CaseImage image, boolean missing) {}

    /** A visit's images, in the order in which they were added. */
    public List<CaseImage> of(long visitId) throws ProblemException {
        return database.read(
                Term.of("what.images.unlisted"),
                sql -> images(sql, "SELECT * FROM image WHERE visit_id = ? AND deletion_id IS NULL", visitId));
    }

    /** The images whose file has this hash, of whatever patient. */
    public List<CaseImage> withHash(String sha256) throws ProblemException {
        return database.read(
                Term.of("what.images.unlisted"),
                sql -> images(sql, "SELECT * FROM image WHERE sha256 = ? AND deletion_id IS NULL", sha256));
    }

    public Optional<CaseImage> find(long id) throws ProblemException {
        return database.read(Term.of("what.image.unread"), sql -> find(sql, id));
    }

    /**
     * Copies a picture into the library, byte for byte; the same picture is kept once, however often it is added.
     *
     * @param file an image that was read before
     * @param extension of its format, 1 … 5 lower-case letters or digits: {@code "jpg"}
     * @param width in pixels, at least 1
     * @param height in pixels, at least 1
     * @param pixelSizeMicrometres what one pixel measures on the skin, above 0, where that is known
     * @throws ProblemException when the file cannot be read or copied, or the visit is not there
     */
    public CaseImage add(
            long visitId, Path file, String extension, int width, int height, OptionalDouble pixelSizeMicrometres)
            throws ProblemException {
        if (!EXTENSION.matcher(extension).matches() || width < 1 || height < 1) {
            throw new IllegalArgumentException(extension + ", " + width + " × " + height);
        }
        String name = String.valueOf(file.getFileName());
        String sha256 = copy(file, extension);
        return database.write(NOT_SAVED, sql -> {
            if (Visits.find(sql, visitId).isEmpty()) {
                throw Refusal.gone("visit");
            }
            long id = sql.insert(
                    "INSERT INTO image (visit_id, sha256, file_name, extension, width, height, pixel_size, added_at,"
                            + " words) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    visitId,
                    sha256,
                    name,
                    extension,
                    width,
                    height,
                    pixelSizeMicrometres,
                    audit.now(),
                    Words.fold(name));
            sql.update("DELETE FROM loose_file WHERE sha256 = ? AND extension = ?", sha256, extension);
            ObjectNode detail = Audit.detail().put("visit", visitId).put("sha256", sha256);
            audit.append(sql, "image-added", "image " + id, detail);
            return find(sql, id).orElseThrow();
        });
    }

    /** The database knows of the file before it is there, so that nothing a kill leaves behind is forgotten. */
    private String copy(Path file, String extension) throws ProblemException {
        try {
            String sha256 = Sha256.of(file);
            database.write(
                    NOT_SAVED,
                    sql -> sql.update(
                            "INSERT OR IGNORE INTO loose_file (sha256, extension) VALUES (?, ?)", sha256, extension));
            files.put(file, sha256, extension);
            return sha256;
        } catch (IOException e) {
            throw Refusal.failed(Term.of("what.image.uncopied", file), e);
        }
    }

    /**
     * Sets what one pixel measures on the skin.
     *
     * @param micrometres above 0, or empty when it is not known
     */
    public CaseImage setPixelSize(long id, OptionalDouble micrometres) throws ProblemException {
        return database.write(NOT_SAVED, sql -> {
            if (sql.update("UPDATE image SET pixel_size = ? WHERE id = ? AND deletion_id IS NULL", micrometres, id)
                    == 0) {
                throw Refusal.gone("image");
            }
            ObjectNode detail = Audit.detail();
            micrometres.ifPresent(size -> detail.put("micrometres", size));
            audit.append(sql, "pixel-size-set", "image " + id, detail);
            return find(sql, id).orElseThrow();
        });
    }

    /** Replaces an image's tags; blanks around a tag do not count. */
    public CaseImage setTags(long id, Collection<String> tags) throws ProblemException {
        List<String> clean = tags.stream()
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
        return database.write(Term.of("what.tags.unsaved"), sql -> {
            CaseImage image = find(sql, id).orElseThrow(() -> Refusal.gone("image"));
            sql.update("DELETE FROM image_tag WHERE image_id = ?", id);
            for (String tag : clean) {
                sql.update("INSERT INTO image_tag (image_id, tag) VALUES (?, ?)", id, tag);
            }
            String words = Words.fold(image.fileName(), String.join(" ", clean));
            sql.update("UPDATE image SET words = ? WHERE id = ?", words, id);
            audit.append(sql, "tags-set", "image " + id, Audit.detail().put("count", clean.size()));
            return find(sql, id).orElseThrow();
        });
    }

    /** Every tag in use, in alphabetical order. */
    public List<String> tags() throws ProblemException {
        return database.read(
                Term.of("what.tags.unlisted"),
                sql -> sql.list(
                        "SELECT DISTINCT tag FROM image_tag JOIN image ON image.id = image_id"
                                + " WHERE deletion_id IS NULL ORDER BY tag",
                        row -> row.text("tag")));
    }

    /**
     * The image's file, to be read only.
     *
     * @throws ProblemException when it is missing
     */
    public Path file(CaseImage image) throws ProblemException {
        return files.existing(image);
    }

    /**
     * Reads every file and compares it with its hash.
     *
     * @return the images whose files are missing or damaged
     */
    public List<Broken> check(Progress progress, CancelToken cancel) throws ProblemException {
        List<CaseImage> all = all();
        List<Broken> broken = new ArrayList<>();
        int done = 0;
        for (CaseImage image : all) {
            cancel.check();
            Path file = files.path(image.sha256(), image.extension());
            try {
                if (!ImageFiles.holds(file, image.sha256())) {
                    broken.add(new Broken(image, !Files.exists(file)));
                }
            } catch (IOException e) {
                broken.add(new Broken(image, false));
            }
            progress.report("stage.checking", ++done, all.size());
        }
        return List.copyOf(broken);
    }

    private List<CaseImage> all() throws ProblemException {
        return database.read(
                Term.of("what.images.unlisted"), sql -> images(sql, "SELECT * FROM image WHERE deletion_id IS NULL"));
    }

    static Optional<CaseImage> find(Sql sql, long id) throws SQLException {
        return images(sql, "SELECT * FROM image WHERE id = ? AND deletion_id IS NULL", id).stream()
                .findFirst();
    }

    private static List<CaseImage> images(Sql sql, String query, Object... values) throws SQLException {
        return sql.list(
                query + " ORDER BY id",
                row -> {
                    long id = row.whole("id");
                    return image(
                            row,
                            sql.list(
                                    "SELECT tag FROM image_tag WHERE image_id = ? ORDER BY tag",
                                    tag -> tag.text("tag"),
                                    id));
                },
                values);
    }

    private static CaseImage image(Row row, List<String> tags) throws SQLException {
        return new CaseImage(
                row.whole("id"),
                row.whole("visit_id"),
                row.text("sha256"),
                row.text("file_name"),
                row.text("extension"),
                row.count("width"),
                row.count("height"),
                row.optionalReal("pixel_size"),
                row.instant("added_at"),
                tags);
    }
}
