package io.github.melascope.nn.engine;

import io.github.melascope.base.AtomicFiles;
import io.github.melascope.base.CancelToken;
import io.github.melascope.base.IoReason;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.base.Term;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks an archive of PyTorch's CUDA libraries into the place where {@link CudaNatives} looks: PyTorch's own libtorch zip, or
 * a jar as DJL makes them. Only libraries are taken, by their bare names; the folder appears in one move, or not at all.
 */
public final class CudaInstaller {
    private static final String STAGE = "stage.unpacking";
    private static final String DJL_LIST = "native/lib/pytorch.properties";
    private static final String TORCH_VERSION = "libtorch/build-version";
    private static final String TORCH_FOLDER = "libtorch/lib/";
    private static final int BUFFER = 1 << 20;
    /** No library of PyTorch comes near. */
    private static final long MOST_BYTES = 16L << 30;

    private final CudaNatives natives;

    public CudaInstaller(CudaNatives natives) {
        this.natives = natives;
    }

    /**
     * Unpacks.
     *
     * @param archive libtorch zip or DJL jar
     * @param progress hears mebibytes
     * @return the folder, ready for the next start
     * @throws ProblemException when the archive is another, for another system or version, damaged, or there is no room
     * @throws java.util.concurrent.CancellationException when cancelled
     */
    public Path install(Path archive, Progress progress, CancelToken cancel) throws ProblemException {
        try {
            Files.createDirectories(natives.root());
            Path temporary = Files.createTempDirectory(natives.root(), ".unpacking");
            try {
                try (ZipFile zip = new ZipFile(archive.toFile())) {
                    unpack(zip, libraries(zip, archive), temporary, archive, progress, cancel);
                }
                try (InputStream jni = natives.jni()) {
                    Files.copy(jni, temporary.resolve(System.mapLibraryName("djl_torch")));
                }
                CudaNatives.list(temporary);
                cancel.check();
                replace(temporary);
            } finally {
                delete(temporary);
            }
            return natives.folder();
        } catch (ZipException e) {
            throw refused(archive, e, Term.of("why.archive.damaged", String.valueOf(e.getMessage())));
        } catch (IOException e) {
            throw new ProblemException(
                    ProblemException.Kind.SURROUNDINGS,
                    e,
                    "problem.cuda.unpacking",
                    natives.root(),
                    IoReason.naming(e));
        }
    }

    /** Removes the libraries; the next start takes the CPU's again. */
    public void remove() throws IOException {
        delete(natives.folder());
    }

    /** The entries to take, by the names of their files. */
    private Map<String, ZipEntry> libraries(ZipFile zip, Path archive) throws IOException, ProblemException {
        ZipEntry list = zip.getEntry(DJL_LIST);
        ZipEntry version = zip.getEntry(TORCH_VERSION);
        String prefix;
        if (list != null) {
            prefix = ofDjl(zip, list, archive);
        } else if (version != null) {
            String text = new String(zip.getInputStream(version).readNBytes(200), StandardCharsets.UTF_8).strip();
            require(archive, "PyTorch", natives.version() + "+" + natives.flavor(), text);
            prefix = TORCH_FOLDER;
        } else {
            throw refused(archive, null, Term.of("why.archive.other", TORCH_VERSION, DJL_LIST));
        }
        Map<String, ZipEntry> wanted = new LinkedHashMap<>();
        zip.stream()
                .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(prefix))
                .forEach(entry -> {
                    String name = entry.getName().substring(prefix.length());
                    if (!name.contains("/")
                            && !name.contains("\\")
                            && CudaNatives.LIBRARY.matcher(name).matches()) {
                        wanted.put(name, entry);
                    }
                });
        String cuda = System.mapLibraryName("torch_cuda");
        if (!wanted.containsKey(cuda)) {
            throw refused(archive, null, Term.of("why.archive.system", cuda));
        }
        return wanted;
    }

    private String ofDjl(ZipFile zip, ZipEntry list, Path archive) throws IOException, ProblemException {
        Properties properties = new Properties();
        try (InputStream in = zip.getInputStream(list)) {
            properties.load(in);
        }
        require(
                archive,
                "version",
                natives.version(),
                properties.getProperty("version", "").replaceFirst("-.*", ""));
        require(archive, "flavor", natives.flavor(), properties.getProperty("flavor", ""));
        require(archive, "classifier", natives.classifier(), properties.getProperty("classifier", ""));
        return "pytorch/" + natives.flavor() + "/" + natives.classifier() + "/";
    }

    private static void require(Path archive, String what, String wanted, String there) throws ProblemException {
        if (!there.equals(wanted)) {
            throw refused(archive, null, Term.of("why.archive.version", what, there, wanted));
        }
    }

    private void unpack(
            ZipFile zip,
            Map<String, ZipEntry> libraries,
            Path folder,
            Path archive,
            Progress progress,
            CancelToken cancel)
            throws IOException, ProblemException {
        long total = libraries.values().stream().mapToLong(ZipEntry::getSize).sum();
        if (total > MOST_BYTES) {
            throw refused(archive, null, Term.of("why.archive.large", total >> 20));
        }
        long room = Files.getFileStore(folder).getUsableSpace();
        if (room < total) {
            throw new ProblemException(
                    ProblemException.Kind.SURROUNDINGS,
                    "problem.cuda.unpacking",
                    natives.root(),
                    Term.of("why.room", room >> 20, (total >> 20) + 1));
        }
        long done = 0;
        byte[] buffer = new byte[BUFFER];
        for (Map.Entry<String, ZipEntry> library : libraries.entrySet()) {
            ZipEntry entry = library.getValue();
            CRC32 sum = new CRC32();
            long length = 0;
            try (InputStream in = zip.getInputStream(entry);
                    OutputStream out = Files.newOutputStream(folder.resolve(library.getKey()))) {
                for (int n = in.read(buffer); n >= 0 && length <= entry.getSize(); n = in.read(buffer)) {
                    cancel.check();
                    out.write(buffer, 0, n);
                    sum.update(buffer, 0, n);
                    length += n;
                    progress.report(STAGE, (done + length) >> 20, total >> 20);
                }
            }
            if (length != entry.getSize() || sum.getValue() != entry.getCrc()) {
                throw refused(archive, null, Term.of("why.archive.damaged", entry.getName()));
            }
            done += length;
        }
    }

    /** Puts the new folder into place; one that was there before goes only then. */
    private void replace(Path fresh) throws IOException {
        Path folder = natives.folder();
        if (!Files.exists(folder)) {
            AtomicFiles.move(fresh, folder);
            return;
        }
        Path aside = Files.createTempDirectory(natives.root(), ".old");
        AtomicFiles.move(folder, aside.resolve("libraries"));
        AtomicFiles.move(fresh, folder);
        delete(aside);
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

    private static ProblemException refused(Path archive, @Nullable Exception cause, Term why) {
        return new ProblemException(ProblemException.Kind.USAGE, cause, "problem.cuda.archive", archive, why);
    }
}
