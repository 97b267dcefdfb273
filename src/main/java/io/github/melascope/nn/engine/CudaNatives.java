package io.github.melascope.nn.engine;

import io.github.melascope.base.AtomicFiles;
import io.github.melascope.base.Term;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder of PyTorch's CUDA libraries, if the user has put some there. A list beside them, written last, says how long each
 * file is: a truncated library kills the process that loads it, so the lengths are compared before. A loading that failed is
 * remembered, and the next start takes the CPU again.
 *
 * @param root folder of all such folders
 * @param version of PyTorch that the program's JNI library is made for
 * @param flavor of CUDA that there is a JNI library for, {@code "cu128"}
 * @param classifier of the system, {@code "linux-x86_64"}
 */
public record CudaNatives(Path root, String version, String flavor, String classifier) {
    static final String LIST = "files.properties";
    /** What a library's file is called. */
    static final Pattern LIBRARY = Pattern.compile(".*\\.(so(\\.\\d+)*|dll|dylib)");

    private static final String JNI_LIST = "jnilib/pytorch.properties";
    private static final String LOADING = "loading";
    private static final String FAILED = "failed.txt";
    private static final List<String> FLAVORS = List.of("cu128");

    /** For this program on this computer; empty where no JNI library for CUDA comes with it. */
    public static Optional<CudaNatives> here() {
        return here(Path.of(System.getProperty("user.home"), ".melascope", "natives"));
    }

    /** The JNI libraries' own list tells the version; it stays where those for the CPU were unpacked beforehand. */
    static Optional<CudaNatives> here(Path root) {
        String version = NativeLibraries.properties(JNI_LIST)
                .getProperty("jni_version", "")
                .replaceFirst("-.*", "");
        String classifier = classifier(System.getProperty("os.name"), System.getProperty("os.arch"));
        return FLAVORS.stream()
                .filter(flavor -> jni(classifier, flavor) != null)
                .findFirst()
                .map(flavor -> new CudaNatives(root, version, flavor, classifier));
    }

    /** How DJL names a system: {@code "linux-x86_64"}. */
    private static String classifier(String system, String architecture) {
        String name = system.startsWith("Windows") ? "win" : system.startsWith("Mac") ? "osx" : "linux";
        return name + "-" + (architecture.equals("amd64") ? "x86_64" : architecture);
    }

    private static @Nullable URL jni(String classifier, String flavor) {
        return CudaNatives.class
                .getClassLoader()
                .getResource("jnilib/" + classifier + "/" + flavor + "/" + System.mapLibraryName("djl_torch"));
    }

    /** The JNI library that goes with them. */
    InputStream jni() throws IOException {
        return Objects.requireNonNull(jni(classifier, flavor)).openStream();
    }

    /** Where they lie, or would. */
    public Path folder() {
        return root.resolve(version + "-" + flavor + "-" + classifier);
    }

    /** Whether somebody has put them there. */
    public boolean installed() {
        return Files.exists(folder().resolve(LIST));
    }

    /** Why they cannot be used as they lie there; empty when nothing speaks against it. */
    public Optional<Term> unusable() {
        if (!installed()) {
            return Optional.of(Term.of("why.cuda.absent", folder()));
        }
        try {
            Optional<Term> damaged = damaged();
            if (damaged.isPresent()) {
                return damaged;
            }
            Path failed = folder().resolve(FAILED);
            if (Files.exists(failed)) {
                return Optional.of(Term.of("why.cuda.failed", Files.readString(failed)));
            }
            return Files.exists(folder().resolve(LOADING))
                    ? Optional.of(Term.of("why.cuda.crashed"))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.of(Term.of("why.cuda.damaged", folder()));
        }
    }

    private Optional<Term> damaged() throws IOException {
        Properties list = new Properties();
        try (InputStream in = Files.newInputStream(folder().resolve(LIST))) {
            list.load(in);
        }
        for (String name : list.stringPropertyNames()) {
            Path file = folder().resolve(name);
            if (!Files.exists(file) || Files.size(file) != Long.parseLong(list.getProperty(name))) {
                return Optional.of(Term.of("why.cuda.damaged", file));
            }
        }
        return Optional.empty();
    }

    /** Writes down that loading begins; if the process does not survive it, the next one knows. */
    void loading() throws IOException {
        Files.writeString(folder().resolve(LOADING), "");
    }

    /**
     * Writes down how it went.
     *
     * @param failure empty when they work
     */
    void loaded(Optional<String> failure) throws IOException {
        if (failure.isPresent() && !Files.exists(folder().resolve(FAILED))) { // the first reason is the true one
            AtomicFiles.write(folder().resolve(FAILED), failure.get());
        }
        Files.deleteIfExists(folder().resolve(LOADING));
    }

    /** Forgets that loading once failed: the driver or the libraries may be others now. */
    public void tryAgain() throws IOException {
        Files.deleteIfExists(folder().resolve(FAILED));
        Files.deleteIfExists(folder().resolve(LOADING));
    }

    /** Writes the list of the files in a folder, the last thing before it takes its place. */
    static void list(Path folder) throws IOException {
        TreeMap<String, Long> lengths = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                lengths.put(String.valueOf(file.getFileName()), Files.size(file));
            }
        }
        StringBuilder text = new StringBuilder();
        lengths.forEach((name, length) -> text.append(name.replace(" ", "\\ ").replace(":", "\\:"))
                .append('=')
                .append(length)
                .append('\n'));
        Files.write(folder.resolve(LIST), text.toString().getBytes(StandardCharsets.ISO_8859_1));
    }
}
