package io.github.melascope.nn.engine;

import io.github.melascope.base.AtomicFiles;
import io.github.melascope.base.IoReason;
import io.github.melascope.base.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Unpacks PyTorch's native libraries from the class path into a folder of the user's cache, once. DJL would do so too, but
 * believes any file it finds there, and a truncated library kills the whole process: here the sizes are compared at every
 * start, the folder appears in one move, and the JNI library lies beside the rest, so that DJL needs no cache of its own.
 */
final class NativeLibraries {
    private static final String LIST = "native/lib/pytorch.properties";

    private NativeLibraries() {}

    /** System property that an installed program sets: the folder of the libraries that came with it, unpacked. */
    private static final String INSTALLED = "melascope.natives";

    /**
     * The folder that holds PyTorch's libraries and the JNI library: an installed program's own, else one in the cache.
     *
     * @throws ProblemException when the class path has none for this system, or the cache cannot be written
     */
    static Path unpacked(Path cache) throws ProblemException {
        Path installed = Path.of(System.getProperty(INSTALLED, "")).resolve("pytorch");
        if (System.getProperty(INSTALLED) != null && Files.isDirectory(installed)) {
            return installed;
        }
        try {
            resource(LIST);
            Properties list = properties(LIST);
            String flavor = list.getProperty("flavor");
            String classifier = list.getProperty("classifier");
            Map<String, URL> files = new LinkedHashMap<>();
            for (String library : list.getProperty("libraries").split(",", -1)) {
                files.put(library, resource("pytorch/" + flavor + "/" + classifier + "/" + library));
            }
            String jni = System.mapLibraryName("djl_torch");
            files.put(jni, resource("jnilib/" + classifier + "/" + flavor + "/" + jni));
            Path folder = cache.resolve(list.getProperty("version") + "-" + flavor + "-" + classifier);
            if (!complete(folder, files)) {
                unpack(folder, files);
            }
            return folder;
        } catch (IOException e) {
            throw new ProblemException(
                    ProblemException.Kind.SURROUNDINGS, e, "problem.network.unpacking", cache, IoReason.of(e));
        }
    }

    /** A list on the class path; empty where there is none. */
    static Properties properties(String name) {
        Properties list = new Properties();
        try (InputStream in = NativeLibraries.class.getClassLoader().getResourceAsStream(name)) {
            if (in != null) {
                list.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a damaged program
        }
        return list;
    }

    private static URL resource(String name) throws ProblemException {
        URL url = NativeLibraries.class.getClassLoader().getResource(name);
        if (url == null) {
            throw new ProblemException(ProblemException.Kind.SURROUNDINGS, "problem.network.system", name);
        }
        return url;
    }

    private static boolean complete(Path folder, Map<String, URL> files) throws IOException {
        for (Map.Entry<String, URL> file : files.entrySet()) {
            Path unpacked = folder.resolve(file.getKey());
            if (!Files.exists(unpacked)
                    || Files.size(unpacked) != file.getValue().openConnection().getContentLengthLong()) {
                return false;
            }
        }
        return true;
    }

    /** Several programs may start at once: each unpacks for itself, the last one moves over the others' equal files. */
    private static void unpack(Path folder, Map<String, URL> files) throws IOException {
        Path parent = folder.toAbsolutePath().getParent();
        Files.createDirectories(parent);
        Path temporary = Files.createTempDirectory(parent, ".unpacking");
        try {
            for (Map.Entry<String, URL> file : files.entrySet()) {
                try (InputStream in = file.getValue().openStream()) {
                    Files.copy(in, temporary.resolve(file.getKey()));
                }
            }
            Files.createDirectories(folder);
            for (String name : files.keySet()) {
                AtomicFiles.move(temporary.resolve(name), folder.resolve(name));
            }
        } finally {
            delete(temporary);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder)) {
            paths = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.deleteIfExists(path);
        }
    }
}
