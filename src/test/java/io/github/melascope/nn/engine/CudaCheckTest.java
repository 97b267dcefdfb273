package io.github.melascope.nn.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.Term;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why there is no CUDA, with a driver of our own making. */
class CudaCheckTest {
    private static final String LINUX = "Linux";

    @TempDir
    Path folder;

    private final Arena arena = Arena.ofShared();
    private Optional<CudaNatives> natives = Optional.empty();

    @BeforeEach
    void prepare() {
        natives = Optional.of(new CudaNatives(folder, "2.7.1", "cu128", "linux-x86_64"));
    }

    @AfterEach
    void free() {
        arena.close();
    }

    private CudaCheck check(int cuda, int cards, int capability, int initCode) {
        FakeDriver driver = new FakeDriver(arena, cuda, cards, capability, initCode);
        return CudaCheck.of(LINUX, natives, Optional.empty(), () -> NvidiaDriver.ask(driver, "570.86.10"));
    }

    private static String key(CudaCheck check) {
        return check.whyNot().map(Term::key).orElse("");
    }

    /** Libraries that look whole. */
    private Path install() throws IOException {
        Path libraries = Files.createDirectories(natives.orElseThrow().folder());
        Files.writeString(libraries.resolve("libtorch_cuda.so"), "12345");
        CudaNatives.list(libraries);
        return libraries;
    }

    @Test
    void theDriverTellsOfItselfAndItsCards() throws NvidiaDriver.Missing {
        NvidiaDriver driver = NvidiaDriver.ask(new FakeDriver(arena, 12_080, 2, 89, 0), "570.86.10");
        assertEquals(
                List.of(
                        new NvidiaDriver.Card("Test Card 0", 8L << 30, 89),
                        new NvidiaDriver.Card("Test Card 1", 9L << 30, 89)),
                driver.cards());
        assertEquals("12.8", NvidiaDriver.version(driver.cuda()));
        assertEquals("8.9", CudaCheck.capability(driver.cards().get(0).capability()));
    }

    @Test
    void eachObstacleHasItsOwnWords() throws IOException {
        assertEquals("why.cuda.mac", key(CudaCheck.of("Mac OS X", natives, Optional.empty(), () -> {
            throw new IllegalStateException("a Mac's driver is not asked");
        })));
        assertEquals("why.cuda.system", key(CudaCheck.of(LINUX, Optional.empty(), Optional.empty(), () -> {
            throw new IllegalStateException("not asked");
        })));
        assertEquals("why.cuda.driver-failed", key(check(12_080, 1, 89, 999)));
        assertEquals("why.cuda.card", key(check(12_080, 1, 89, 100)), "the driver's code for no device");
        assertEquals("why.cuda.card", key(check(12_080, 0, 89, 0)));
        CudaCheck old = check(11_040, 1, 89, 0);
        assertEquals("why.cuda.driver-old", key(old));
        assertTrue(old.whyNot().toString().contains("570.86.10 serves CUDA 11.4, and 12.0"), old.toString());
        CudaCheck card = check(12_080, 1, 61, 0);
        assertTrue(card.whyNot().toString().contains("Test Card 0 is too old: its compute capability is 6.1, and 7.5"));
        assertEquals("why.cuda.absent", key(check(12_080, 1, 75, 0)));
        install();
        assertEquals("", key(check(12_080, 1, 75, 0)), "now nothing speaks against it");
    }

    @Test
    void aTruncatedLibraryIsNeverLoaded() throws IOException {
        Path library = install().resolve("libtorch_cuda.so");
        Files.writeString(library, "123");
        assertTrue(check(12_080, 1, 89, 0).whyNot().toString().contains(library.toString()));
        Files.delete(library);
        assertEquals("why.cuda.damaged", key(check(12_080, 1, 89, 0)));
    }

    @Test
    void aFailureToLoadIsRememberedUntilTheUserSaysOtherwise() throws IOException {
        install();
        CudaNatives own = natives.orElseThrow();
        own.loading();
        assertEquals("why.cuda.crashed", key(check(12_080, 1, 89, 0)), "as if the process had ended here");
        own.loaded(Optional.of("libcudnn.so.9: cannot open shared object file"));
        assertTrue(check(12_080, 1, 89, 0).whyNot().toString().contains("libcudnn.so.9"));
        own.tryAgain();
        assertEquals("", key(check(12_080, 1, 89, 0)));
        own.loading();
        own.loaded(Optional.empty());
        assertEquals("", key(check(12_080, 1, 89, 0)), "it went well");
    }

    @Test
    void aFolderTheUserNamesTakesTheirPlace() throws IOException {
        CudaCheck.DriverQuestion driver = () -> NvidiaDriver.ask(new FakeDriver(arena, 12_080, 1, 89, 0), "");
        Optional<String> named = Optional.of(folder.toString());
        assertEquals("why.cuda.library", key(CudaCheck.of(LINUX, natives, named, driver)));
        Files.writeString(folder.resolve(System.mapLibraryName("torch_cuda")), "");
        assertEquals("", key(CudaCheck.of(LINUX, natives, named, driver)));
    }

    @Test
    void hereItSaysSomethingThatNamesAFile() {
        CudaCheck here = CudaCheck.here();
        boolean told = here.whyNot().isEmpty() || !here.whyNot().toString().isBlank();
        assertTrue(told && (here.driver().isPresent() || here.whyNot().isPresent()), here.toString());
    }
}
