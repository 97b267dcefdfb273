package io.github.melascope.cases;

import io.github.melascope.base.AtomicFiles;
import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.base.Sha256;
import io.github.melascope.base.Term;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Makes a library of a backup. All of it is unpacked beside the new folder, every hash is compared and the library opened
 * once, before the folder gets its name.
 */
public final class Restore {
    static final Term NEXT = Term.of("next.backup.another");

    /** A manifest of a million images is smaller. */
    private static final int MAX_MANIFEST = 256 << 20;
    /** Pictures hardly shrink and databases little: what swells a hundredfold is a bomb. */
    private static final long MAX_SWELL = 100;

    private static final long SWELL_FREE = 10L << 20;

    private final Path file;
    private final Path folder;

    private Restore(Path file, Path folder) {
        this.file = file;
        this.folder = folder;
    }

    /**
     * What was restored.
     *
     * @param images files of images
     * @param audit whether the audit trail in the backup is whole
     */
    public record Restored(int images, AuditCheck audit) {}

    /**
     * Restores a backup into a folder, which can be opened after.
     *
     * @param folder new or empty
     * @param clock tells when, for the audit trail
     * @throws ProblemException when the folder holds something, or the backup is damaged, made up, or from a newer program
     * @throws java.util.concurrent.CancellationException when cancelled; the folder is as it was then
     */
    public static Restored restore(Path file, Path folder, Clock clock, Progress progress, CancelToken cancel)
            throws ProblemException {
        return new Restore(file, folder.toAbsolutePath()).run(clock, progress, cancel);
    }

    private Restored run(Clock clock, Progress progress, CancelToken cancel) throws ProblemException {
        try {
            refuseFull();
            Path parent = folder.getParent();
            if (parent == null) {
                throw refused(Term.of("why.backup.no-place", folder), Term.of("next.library.folder"));
            }
            Files.createDirectories(parent);
            Path building = Files.createTempDirectory(parent, ".restoring-");
            try {
                BackupManifest manifest = unpack(building, progress, cancel);
                AuditCheck trail = proof(building, clock);
                Files.deleteIfExists(folder);
                AtomicFiles.move(building, folder);
                return new Restored(manifest.entries().size() - 1, trail);
            } finally {
                delete(building);
            }
        } catch (ZipException | EOFException e) {
            throw refused(Term.of("why.backup.unreadable", String.valueOf(e.getMessage())), NEXT);
        } catch (IOException e) {
            throw Refusal.failed(Term.of("what.backup.not-restored", file), e);
        }
    }

    private void refuseFull() throws IOException, ProblemException {
        if (!Files.exists(folder)) {
            return;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            if (entries.iterator().hasNext()) {
                throw Refusal.usage("problem.backup.not-empty", file, folder);
            }
        }
    }

    private BackupManifest unpack(Path building, Progress progress, CancelToken cancel)
            throws IOException, ProblemException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            BackupManifest manifest = manifest(zip);
            refuseStrange(zip, manifest, building);
            int done = 0;
            for (Map.Entry<String, BackupManifest.Entry> entry :
                    manifest.entries().entrySet()) {
                cancel.check();
                unpack(zip, entry.getKey(), entry.getValue(), building);
                progress.report("stage.restoring", ++done, manifest.entries().size());
            }
            return manifest;
        } catch (IllegalArgumentException e) {
            throw refused(Term.of("why.backup.damaged", String.valueOf(e.getMessage())), NEXT);
        }
    }

    private BackupManifest manifest(ZipFile zip) throws IOException, ProblemException {
        ZipEntry entry = zip.getEntry(BackupManifest.NAME);
        if (entry == null) {
            throw refused(Term.of("why.backup.none", BackupManifest.NAME), NEXT);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] text = in.readNBytes(MAX_MANIFEST);
            return BackupManifest.read(file.toString(), text);
        }
    }

    /** Everything in the file must be in the manifest, once; and all of it must fit. */
    private void refuseStrange(ZipFile zip, BackupManifest manifest, Path building)
            throws IOException, ProblemException {
        Set<String> seen = new HashSet<>();
        List<String> names = zip.stream().map(ZipEntry::getName).toList();
        for (String name : names) {
            boolean known =
                    name.equals(BackupManifest.NAME) || manifest.entries().containsKey(name);
            if (!known || !seen.add(name)) {
                throw refused(Term.of("why.foreign-file", printable(name)), NEXT);
            }
        }
        if (seen.size() != manifest.entries().size() + 1) {
            throw refused(Term.of("why.backup.incomplete"), NEXT);
        }
        if (manifest.size() / MAX_SWELL > Files.size(file) + SWELL_FREE) {
            throw refused(Term.of("why.backup.swells"), NEXT);
        }
        if (manifest.size() > Files.getFileStore(building).getUsableSpace()) {
            throw refused(Term.of("why.backup.no-room"), Term.of("next.backup.room"));
        }
    }

    private void unpack(ZipFile zip, String name, BackupManifest.Entry entry, Path building)
            throws IOException, ProblemException {
        Path target = building.resolve(name);
        Path parent = target.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        MessageDigest digest = Sha256.digest();
        long left = entry.size();
        try (InputStream in = zip.getInputStream(zip.getEntry(name));
                FileChannel channel =
                        FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream out = Channels.newOutputStream(channel);
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0 && left >= 0; n = in.read(buffer)) {
                left -= n;
                digest.update(buffer, 0, n);
                out.write(buffer, 0, n);
            }
            channel.force(true);
        }
        if (left != 0 || !HexFormat.of().formatHex(digest.digest()).equals(entry.sha256())) {
            throw refused(Term.of("why.backup.entry", name), NEXT);
        }
    }

    /** Opens the unpacked library as any other, notes in it where it comes from, and closes it. */
    private AuditCheck proof(Path building, Clock clock) throws ProblemException {
        try (CaseLibrary library = CaseLibrary.open(building, clock)) {
            AuditCheck trail = library.audit().check();
            library.audit().append("restored");
            return trail;
        } catch (ProblemException e) {
            throw refused(e.whyTerm(), e.nextTerm());
        }
    }

    private ProblemException refused(Term why, Term next) {
        return Refusal.told(Term.of("what.backup.not-restored", file), why, next, null);
    }

    private static String printable(String name) {
        String clean = name.replaceAll("\\p{C}", "?");
        return clean.length() > 100 ? clean.substring(0, 100) + "…" : clean;
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder)) {
            paths = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.deleteIfExists(path);
        }
    }
}
