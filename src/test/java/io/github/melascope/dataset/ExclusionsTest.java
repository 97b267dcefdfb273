package io.github.melascope.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.imaging.synthetic.SampleFolder;
import io.github.melascope.lesion.Diagnosis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images left out: by a file, and after the doctor's look. */
class ExclusionsTest {
    @TempDir
    Path folder;

    private Path images;

    @BeforeEach
    void draw() throws IOException {
        images = folder.resolve("images");
        SampleFolder.write(images, Map.of(Diagnosis.MEL, 4, Diagnosis.NV, 6), 96, 1);
        Path part = images.resolve("HAM10000_images_part_1");
        Files.copy(
                part.resolve("SYN_0000000.jpg"), part.resolve("SYN_0000008.jpg"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static InspectedDataset inspect(Dataset dataset) throws ProblemException {
        return InspectedDataset.of(dataset, Progress.NONE, new CancelToken());
    }

    @Test
    void aReportOfTheRestEqualsOneMadeAnew() throws ProblemException {
        Dataset dataset = Datasets.open(images);
        InspectedDataset whole = inspect(dataset);
        assertEquals(1, whole.report().identical().size());
        for (Mending mending : Mending.values()) {
            Set<String> left = mending.images(whole.report());
            assertEquals(
                    inspect(dataset.without(left)).report(),
                    whole.without(left, Progress.NONE, new CancelToken()).report(),
                    mending.code());
        }
        Set<String> copies = Mending.COPIES.images(whole.report());
        assertEquals(Set.of("SYN_0000008"), copies);
        assertTrue(whole.without(copies, Progress.NONE, new CancelToken())
                .report()
                .identical()
                .isEmpty());
    }

    @Test
    void conflictsAreMendedByLeavingTheirImagesOut() throws IOException, ProblemException {
        Path table = images.resolve("HAM10000_metadata.csv");
        List<String> lines = Files.readAllLines(table);
        String twin = lines.get(3).replace(",mel,", ",nv,");
        assertEquals("SYNL_0000002", twin.substring(0, twin.indexOf(',')));
        lines.set(3, twin); // one photograph of a lesion that has two
        Files.write(table, lines);
        InspectedDataset whole = inspect(Datasets.open(images));
        Set<String> left = Mending.CONFLICTS.images(whole.report());
        assertTrue(left.containsAll(Set.of("SYN_0000002", "SYN_0000003")), left.toString());
        DatasetReport mended =
                whole.without(left, Progress.NONE, new CancelToken()).report();
        assertEquals(List.of(), mended.conflicts());
    }

    @Test
    void theFileIsReadBackAndLeavesItsImagesOut() throws IOException, ProblemException {
        Path file = folder.resolve("left out.csv");
        Exclusions.write(file, Map.of("SYN_0000001", "hand", "SYN_0000000", "copies"));
        assertEquals(
                "image,reason\nSYN_0000000,copies\nSYN_0000001,hand\n",
                Files.readString(file).replace("\r", ""));
        assertEquals(Map.of("SYN_0000000", "copies", "SYN_0000001", "hand"), Exclusions.read(file));
        Dataset dataset = Datasets.open(images);
        Dataset rest = Exclusions.apply(dataset, file);
        assertEquals(dataset.samples().size() - 2, rest.samples().size());
    }

    @Test
    void aListForAnotherDatasetIsRefused() throws IOException, ProblemException {
        Dataset dataset = Datasets.open(images);
        Path other = Files.writeString(folder.resolve("other.csv"), "image\nISIC_1\n");
        ProblemException refused = assertThrows(ProblemException.class, () -> Exclusions.apply(dataset, other));
        assertTrue(refused.why().contains("none of its images"), refused.why());
        Path noList = Files.writeString(folder.resolve("list.csv"), "name\nSYN_0000001\n");
        assertThrows(ProblemException.class, () -> Exclusions.apply(dataset, noList));
        assertThrows(ProblemException.class, () -> Exclusions.apply(dataset, folder.resolve("absent.csv")));
    }
}
