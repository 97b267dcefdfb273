package io.github.melascope.cases;

import io.github.melascope.base.AtomicFiles;
import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.base.Sha256;
import io.github.melascope.base.Term;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a library as one zip file: a consistent copy of the database, the images, and a manifest of their hashes. */
public final class Backup {
    private final Database database;
    private final Audit audit;
    private final ImageFiles files;
    private final LibraryFolder folder;

    Backup(Database database, Audit audit, ImageFiles files, LibraryFolder folder) {
        this.database = database;
        this.audit = audit;
        this.files = files;
        this.folder = folder;
    }

    /**
     * What a backup holds.
     *
     * @param images files of images in it
     * @param leftOut images whose files are missing or damaged in the library, by the name they came with; the user must
     *     hear of them
     */
    public record Written(int images, List<String> leftOut) {}

    /** An image's file. */
    private record Picture(String sha256, String extension, String fileName) {
        String entry() {
            return "images/" + sha256.substring(0, 2) + "/" + sha256 + "." + extension;
        }
    }

    Written write(Path file, Progress progress, CancelToken cancel) throws ProblemException {
        Path copy = folder.backupCopy();
        try {
            Files.deleteIfExists(copy);
            try {
                database.copyTo(copy);
                Written written = pack(file, copy, progress, cancel);
                audit.append("backed-up");
                return written;
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw Refusal.failed(Term.of("what.backup.unwritten", file), e);
        }
    }

    private Written pack(Path file, Path copy, Progress progress, CancelToken cancel)
            throws IOException, ProblemException {
        AuditCheck trail;
        List<Picture> pictures;
        try (Database copied = Database.look(copy)) {
            trail = new Audit(copied, audit.clock()).check();
            pictures = pictures(copied);
        }
        List<String> leftOut = new ArrayList<>();
        Map<String, BackupManifest.Entry> entries = new LinkedHashMap<>();
        AtomicFiles.write(file, out -> {
            ZipOutputStream zip = new ZipOutputStream(out);
            zip.setLevel(Deflater.BEST_SPEED);
            entries.put(BackupManifest.DATABASE, add(zip, BackupManifest.DATABASE, copy));
            zip.setLevel(Deflater.NO_COMPRESSION); // pictures are compressed as they are
            int done = 0;
            for (Picture picture : pictures) {
                cancel.check();
                Path source = files.path(picture.sha256(), picture.extension());
                if (ImageFiles.holds(source, picture.sha256())) {
                    entries.put(picture.entry(), add(zip, picture.entry(), source));
                } else {
                    leftOut.add(picture.fileName());
                }
                progress.report("stage.backup", ++done, pictures.size());
            }
            BackupManifest manifest =
                    new BackupManifest(BackupManifest.FORMAT, audit.now(), trail.rows(), trail.head(), entries);
            zip.putNextEntry(new ZipEntry(BackupManifest.NAME));
            zip.write(manifest.json());
            zip.finish();
        });
        return new Written(entries.size() - 1, List.copyOf(leftOut));
    }

    /** Each file once, of images that are not deleted. */
    private static List<Picture> pictures(Database database) throws ProblemException {
        return database.read(
                Term.of("what.images.unlisted"),
                sql -> sql.list(
                        "SELECT sha256, extension, min(file_name) AS name FROM image WHERE deletion_id IS NULL"
                                + " GROUP BY sha256, extension",
                        row -> new Picture(row.text("sha256"), row.text("extension"), row.text("name"))));
    }

    /** The manifest tells the hash of the very bytes that went in. */
    private static BackupManifest.Entry add(ZipOutputStream zip, String name, Path source) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        MessageDigest digest = Sha256.digest();
        OutputStream out = new DigestOutputStream(zip, digest);
        long size;
        try (InputStream in = Files.newInputStream(source)) {
            size = in.transferTo(out);
        }
        zip.closeEntry();
        return new BackupManifest.Entry(size, HexFormat.of().formatHex(digest.digest()));
    }
}
