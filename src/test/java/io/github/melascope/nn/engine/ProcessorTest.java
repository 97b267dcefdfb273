package io.github.melascope.nn.engine;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessorTest {
    private static final String CORE_2 = """
            processor : 0
            model name : Intel(R) Core(TM)2 Duo CPU     E6600  @ 2.40GHz
            flags : fpu vme sse sse2 ht syscall nx lm pni monitor ds_cpl vmx est tm2 ssse3 cx16 xtpr
            """;

    @Test
    void anOldProcessorIsRefusedWithWhatItLacks() {
        Processor old = Processor.ofCpuInfo(CORE_2, "amd64", 2);
        assertEquals(List.of("POPCNT", "SSE4.1", "SSE4.2"), old.missing());
        ProblemException refused = assertThrows(ProblemException.class, old::require);
        assertEquals(ProblemException.Kind.SURROUNDINGS, refused.kind());
        assertTrue(refused.why().contains("Core(TM)2") && refused.why().contains("SSE4.2"), refused.why());
    }

    @Test
    void aNewerOneIsNotAndItsVectorsAreTold() {
        Processor newer = Processor.ofCpuInfo(
                CORE_2.replace("ssse3", "ssse3 sse4_1 sse4_2 popcnt avx avx2 fma avx512f"), "amd64", 8);
        assertEquals(List.of(), newer.missing());
        assertEquals(List.of("SSE4.2", "AVX", "AVX2", "FMA", "AVX-512"), newer.extensions());
        assertDoesNotThrow(newer::require);
    }

    @Test
    void whatIsNoIntelIsNotAskedForIntelsInstructions() {
        Processor arm = Processor.ofCpuInfo("processor : 0\nFeatures : fp asimd evtstrm\n", "aarch64", 4);
        assertEquals("aarch64", arm.name());
        assertEquals(List.of("NEON"), arm.extensions());
        assertDoesNotThrow(arm::require);
        Processor silent = Processor.ofCpuInfo("", "amd64", 4);
        assertDoesNotThrow(silent::require, "where the system does not tell, nothing is refused");
    }

    @Test
    void theOneThatRunsThisIsGoodEnough() {
        Processor here = Processor.here();
        assertFalse(here.name().isBlank());
        assertDoesNotThrow(here::require);
    }
}
