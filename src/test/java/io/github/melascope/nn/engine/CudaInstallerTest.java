package io.github.melascope.nn.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small made-up archives of the two forms. */
class CudaInstallerTest {
    private static final String CUDA = System.mapLibraryName("torch_cuda");

    @TempDir
    Path folder;

    private CudaNatives natives = new CudaNatives(Path.of(""), "", "", "");

    @BeforeEach
    void prepare() {
        Optional<CudaNatives> here = CudaNatives.here(folder.resolve("natives"));
        assumeTrue(here.isPresent(), "there is CUDA for this system");
        natives = here.get();
    }

    private Path zip(String... namesAndContents) throws IOException {
        Path file = folder.resolve("archive.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[i]));
                zip.write(namesAndContents[i + 1].getBytes(java.nio.charset.StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    private Path libtorch(String version) throws IOException {
        return zip(
                "libtorch/build-version",
                version + "\n",
                "libtorch/include/torch.h",
                "no library",
                "libtorch/lib/libtorch.so",
                "torch",
                "libtorch/lib/" + CUDA,
                "cuda".repeat(1000),
                "libtorch/lib/libcudart-218eec4c.so.12",
                "runtime",
                "libtorch/lib/libtorch.a",
                "not loaded at run time",
                "libtorch/lib/../../evil.so",
                "outside",
                "libtorch/lib/sub/other.so",
                "deeper");
    }

    private Path install(Path archive) throws ProblemException {
        return new CudaInstaller(natives).install(archive, Progress.NONE, new CancelToken());
    }

    private static String names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .collect(Collectors.toCollection(TreeSet::new))
                    .toString();
        }
    }

    private void nothingIsLeft() throws IOException {
        assertEquals("[]", names(natives.root()));
    }

    @Test
    void ofPyTorchsOwnArchiveOnlyTheLibrariesAreTaken() throws Exception {
        Path installed = install(libtorch("2.7.1+cu128"));
        assertEquals(natives.folder(), installed);
        assertEquals(
                new TreeSet<>(java.util.List.of(
                                CUDA,
                                CudaNatives.LIST,
                                "libcudart-218eec4c.so.12",
                                "libtorch.so",
                                System.mapLibraryName("djl_torch")))
                        .toString(),
                names(installed));
        assertEquals("cuda".repeat(1000), Files.readString(installed.resolve(CUDA)));
        assertTrue(Files.size(installed.resolve(System.mapLibraryName("djl_torch"))) > 100_000, "the program's own");
        assertEquals(Optional.empty(), natives.unusable());
        assertEquals("[" + installed.getFileName() + "]", names(natives.root()), "no temporary folder is left");
    }

    @Test
    void aJarOfDjlIsTakenToo() throws Exception {
        String place = "pytorch/" + natives.flavor() + "/" + natives.classifier() + "/";
        Path jar = zip(
                "native/lib/pytorch.properties",
                "version=2.7.1-20250812\nflavor=cu128\nclassifier=" + natives.classifier() + "\nlibraries=" + CUDA
                        + "\n",
                place + CUDA,
                "cuda");
        assertEquals("cuda", Files.readString(install(jar).resolve(CUDA)));
        Path other = zip(
                "native/lib/pytorch.properties",
                "version=2.5.1\nflavor=cu124\nclassifier=" + natives.classifier() + "\n",
                place + CUDA,
                "cuda");
        ProblemException refused = assertThrows(ProblemException.class, () -> install(other));
        assertTrue(refused.why().contains("2.5.1") && refused.why().contains("2.7.1"), refused.why());
        assertEquals("cuda", Files.readString(natives.folder().resolve(CUDA)), "what was there stays");
    }

    @Test
    void newLibrariesTakeThePlaceOfOldOnesAndAreTriedAnew() throws Exception {
        Path installed = install(libtorch("2.7.1+cu128"));
        natives.loaded(Optional.of("did not load"));
        Files.writeString(installed.resolve("left-over.so"), "old");
        install(libtorch("2.7.1+cu128"));
        assertFalse(Files.exists(installed.resolve("left-over.so")));
        assertEquals(Optional.empty(), natives.unusable());
    }

    @Test
    void otherArchivesAreRefusedWithTheReasonAndLeaveNothing() throws Exception {
        ProblemException version = assertThrows(ProblemException.class, () -> install(libtorch("2.7.1+cpu")));
        assertTrue(version.why().contains("2.7.1+cpu"), version.why());
        assertEquals(ProblemException.Kind.USAGE, version.kind());
        Path foreign = zip("readme.txt", "hello");
        assertTrue(assertThrows(ProblemException.class, () -> install(foreign))
                .why()
                .contains("build-version"));
        Path system = zip("libtorch/build-version", "2.7.1+cu128", "libtorch/lib/other.so", "x");
        assertTrue(assertThrows(ProblemException.class, () -> install(system))
                .why()
                .contains(CUDA));
        Path text = Files.writeString(folder.resolve("text.zip"), "no archive");
        assertThrows(ProblemException.class, () -> install(text));
        nothingIsLeft();
    }

    @Test
    void aDamagedArchiveIsRefusedAndLeavesNothing() throws Exception {
        Path archive = libtorch("2.7.1+cu128");
        byte[] bytes = Files.readAllBytes(archive);
        Files.write(archive, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertThrows(ProblemException.class, () -> install(archive));
        nothingIsLeft();
        // A flipped bit in a stored library: the directory is whole, the content is not.
        Path stored = folder.resolve("stored.zip");
        byte[] content = "cuda".repeat(1000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(stored))) {
            zip.putNextEntry(new ZipEntry("libtorch/build-version"));
            zip.write("2.7.1+cu128".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            ZipEntry entry = new ZipEntry("libtorch/lib/" + CUDA);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            java.util.zip.CRC32 sum = new java.util.zip.CRC32();
            sum.update(content);
            entry.setCrc(sum.getValue());
            zip.putNextEntry(entry);
            zip.write(content);
        }
        byte[] whole = Files.readAllBytes(stored);
        whole[whole.length / 2] ^= 1;
        Files.write(stored, whole);
        ProblemException refused = assertThrows(ProblemException.class, () -> install(stored));
        assertTrue(refused.why().contains("damaged"), refused.why());
        nothingIsLeft();
    }

    @Test
    void cancellingLeavesNothing() throws Exception {
        Path archive = libtorch("2.7.1+cu128");
        CancelToken cancel = new CancelToken();
        assertThrows(
                CancellationException.class,
                () -> new CudaInstaller(natives).install(archive, (stage, done, total) -> cancel.cancel(), cancel));
        nothingIsLeft();
    }

    @Test
    void afterRemovalTheyAreAbsent() throws Exception {
        install(libtorch("2.7.1+cu128"));
        new CudaInstaller(natives).remove();
        assertFalse(natives.installed());
        nothingIsLeft();
    }
}
