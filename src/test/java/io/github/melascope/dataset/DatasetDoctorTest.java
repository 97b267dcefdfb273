package io.github.melascope.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.melascope.SharedData;
import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.base.Term;
import io.github.melascope.imaging.Resizer;
import io.github.melascope.lesion.RgbImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetDoctorTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path temp;

    private DatasetReport check(Path dir) throws ProblemException {
        return DatasetDoctor.check(Datasets.open(dir), Progress.NONE, new CancelToken());
    }

    /** Twelve different lesions, some copies under other lesions, and what else goes wrong. */
    private Path faultyDataset() throws IOException {
        Path dir = temp.resolve("lesions");
        List<String> rows = new ArrayList<>();
        rows.add("lesion_id,image_id,dx,dx_type,age,sex,localization");
        for (int i = 0; i < 12; i++) {
            Pictures.png(dir.resolve("part_1/I" + i + ".png"), Pictures.blob(i, 96));
            rows.add("L" + i + ",I" + i + "," + (i % 3 == 0 ? "mel" : "nv") + ",histo," + (20 + 5 * i) + ",male,back");
        }
        copies(dir.resolve("part_2"));
        rows.add("M1,C1,nv,histo,50,female,back");
        rows.add("M2,C2,nv,histo,50,female,back");
        rows.add("M3,C3,nv,histo,50,female,back");
        rows.add("M4,C4,nv,histo,50,female,back");
        rows.add("M5,gone,bcc,histo,50,female,back");
        rows.add("M6,half,bcc,histo,50,female,back");
        Files.writeString(dir.resolve("HAM10000_metadata.csv"), String.join("\n", rows));
        return dir;
    }

    private static void copies(Path dir) throws IOException {
        Pictures.png(dir.resolve("C1.png"), Pictures.blob(1, 96));
        Pictures.jpeg(dir.resolve("C2.jpg"), Resizer.resize(Pictures.blob(2, 96), 140, 105), 0.5f);
        Pictures.jpeg(dir.resolve("C3.jpg"), Pictures.mirrored(Pictures.turned(Pictures.blob(3, 96))), 0.9f);
        Pictures.png(dir.resolve("C4.png"), Pictures.brighter(Pictures.blob(4, 96), 1.1));
        Pictures.jpeg(dir.resolve("half.jpg"), Pictures.blob(50, 96), 0.9f);
        byte[] whole = Files.readAllBytes(dir.resolve("half.jpg"));
        Files.write(dir.resolve("half.jpg"), Arrays.copyOf(whole, whole.length / 2));
    }

    @Test
    void eachFaultIsNamed() throws ProblemException, IOException {
        DatasetReport report = check(faultyDataset());
        assertEquals(List.of("gone"), report.missing());
        assertEquals(1, report.unreadable().size());
        assertEquals("half", report.unreadable().get(0).image());
        assertEquals("part_2/half.jpg", report.unreadable().get(0).file());
        assertFalse(report.unreadable().get(0).reason().toString().isEmpty());
        assertEquals(
                List.of(new DatasetReport.Identical(List.of("C1", "I1"), List.of("L1", "M1"))), report.identical());
        assertEquals(
                List.of("C2 I2 false", "C3 I3 true", "C4 I4 false"),
                report.lookAlikes().stream()
                        .map(p -> p.image() + " " + p.otherImage() + " " + p.turned())
                        .toList());
        assertEquals(
                List.of(Set.of("L1", "M1"), Set.of("L2", "M2"), Set.of("L3", "M3"), Set.of("L4", "M4")),
                report.merges());
        assertEquals(
                List.of(new DatasetReport.Conflict(
                        "C3, I3", Term.of("note.look-alikes", Set.of("mel", "nv")), List.of("C3", "I3"))),
                report.conflicts());
        assertEquals(16, report.images());
        assertEquals(16, report.lesions());
    }

    @Test
    void theSplitOfTheReportHasNoLeakByContent() throws ProblemException, IOException {
        Dataset dataset = Datasets.open(faultyDataset());
        DatasetReport report = DatasetDoctor.check(dataset, Progress.NONE, new CancelToken());
        Dataset usable = dataset.without(report.unreadableImages());
        assertEquals(16, usable.samples().size());
        for (long seed = 0; seed < 20; seed++) {
            Split split = Splitter.split(usable.samples(), report.merges(), Fractions.USUAL, seed);
            split.checkContent(report.identicalImages());
        }
        assertEquals(
                16,
                report.split().parts().stream()
                        .mapToInt(SplitPreview.PartRow::images)
                        .sum());
    }

    @Test
    void theReportIsTheSameEachTimeAndInAnyOrderOfRows() throws ProblemException, IOException {
        Path dir = faultyDataset();
        DatasetReport first = check(dir);
        assertEquals(first, check(dir));
        List<String> rows = new ArrayList<>(Files.readAllLines(dir.resolve("HAM10000_metadata.csv")));
        Collections.reverse(rows.subList(1, rows.size()));
        Files.write(dir.resolve("HAM10000_metadata.csv"), rows);
        assertEquals(first, check(dir));
    }

    @Test
    void jsonAndTextSayTheSame() throws ProblemException, IOException {
        DatasetReport report = check(faultyDataset());
        JsonNode json = JSON.readTree(JSON.writeValueAsString(report));
        assertEquals("I1", json.at("/identical/0/images/1").asText());
        assertEquals("train", json.at("/split/parts/0/part").asText());
        assertEquals(0.15, json.at("/split/fractions/test").asDouble());
        assertEquals("L1", json.at("/merges/0/0").asText());
        String text = DatasetReportText.of(report);
        assertTrue(text.contains("16 images of 16 lesions (ham10000)"), text);
        assertTrue(text.contains("C3 (M3) and I3 (L3)"), text);
        assertTrue(text.contains("part_2/half.jpg: "), text);
        assertTrue(text.lines().allMatch(line -> line.length() <= 160), text);
    }

    @Test
    void cancellingStopsTheWork() throws ProblemException, IOException {
        Dataset dataset = Datasets.open(faultyDataset());
        CancelToken cancel = new CancelToken();
        List<Long> heard = Collections.synchronizedList(new ArrayList<>());
        Progress progress = (stage, done, total) -> {
            heard.add(done);
            cancel.cancel();
        };
        assertThrows(CancellationException.class, () -> DatasetDoctor.check(dataset, progress, cancel));
        assertTrue(heard.size() <= Runtime.getRuntime().availableProcessors() + 1, heard::toString);
    }

    @Test
    void aDatasetOfWhichNothingCanBeReadIsRefused() {
        DatasetFolder folder =
                new DatasetFolder(temp.resolve("x")).image("mel/1.jpg").image("nv/2.jpg");
        ProblemException refusal = assertThrows(ProblemException.class, () -> check(folder.root()));
        assertEquals(ProblemException.Kind.UNUSABLE, refusal.kind());
        assertTrue(refusal.why().contains("1.jpg"), refusal.why());
    }

    @Test
    void flatPicturesAreIdenticalNotAlike() throws ProblemException, IOException {
        Path dir = temp.resolve("flat");
        for (int i = 0; i < 3; i++) {
            RgbImage flat = new RgbImage(40, 40, new int[1600]);
            Arrays.fill(flat.pixels(), 0x505050 * (i / 2 + 1));
            Pictures.png(dir.resolve("nv/" + i + ".png"), flat);
        }
        DatasetReport report = check(dir);
        assertEquals(List.of(List.of("0", "1")), report.identicalImages());
        assertEquals(List.of(), report.lookAlikes());
    }

    @Test
    void ageBandsAreThoseOfTheExam() {
        for (double age = 0; age < 100; age += 5) {
            java.util.OptionalDouble years = java.util.OptionalDouble.of(age);
            assertEquals(io.github.melascope.metrics.Case.ageBand(years), AgeBand.of(years));
        }
        assertEquals(Sample.UNKNOWN, AgeBand.of(java.util.OptionalDouble.empty()));
    }

    /** Two shots of one lesion, as anyone can see; the table of these images names no lesions. */
    @Test
    void twoShotsOfOneRealLesionAreFoundWhereNoLesionIsNamed() throws ProblemException {
        DatasetReport report = check(SharedData.at("isic2018_val"));
        assertEquals(190, report.images());
        assertEquals(List.of(Set.of("ISIC_0034488", "ISIC_0034499")), report.merges());
    }

    @Test
    void whateverUsersDropIsReadOrNamedWithAReason() throws ProblemException, IOException {
        Path odd = SharedData.at("odd").toRealPath();
        Path dir = Files.createDirectories(temp.resolve("odd"));
        Files.createSymbolicLink(dir.resolve("nv"), odd);
        Dataset dataset = Datasets.open(dir);
        DatasetReport report = DatasetDoctor.check(dataset, Progress.NONE, new CancelToken());
        assertEquals(
                dataset.samples().size(), report.images() + report.unreadable().size());
        assertTrue(report.images() > 20, "many odd files are images all the same");
        assertTrue(report.unreadable().size() > 5, "some are not");
        report.unreadable().forEach(bad -> assertFalse(bad.reason().toString().isBlank(), bad.file()));
    }

    @Test
    void realImagesOfDifferentLesionsAreNotTakenForLookAlikes() throws ProblemException {
        DatasetReport report = check(SharedData.at("ham10000_full_size"));
        assertEquals(148, report.images());
        assertEquals(List.of(), report.unreadable());
        assertEquals(List.of(), report.lookAlikes());
        assertEquals(List.of(), report.identical());
    }

    /** About 20 seconds on two cores. */
    @Test
    @Tag("data-heavy")
    void ham10000HasOneKnownPictureUnderTwoLesions() throws ProblemException {
        DatasetReport report = check(SharedData.at("ham10000"));
        assertEquals(8542, report.images());
        assertEquals(List.of(), report.unreadable());
        assertEquals(
                List.of(List.of("HAM_0002300"), List.of("HAM_0001895")),
                report.identical().stream()
                        .map(DatasetReport.Identical::lesions)
                        .toList(),
                "two pictures are there twice, each under one lesion");
        assertEquals(List.of(Set.of("HAM_0000140", "HAM_0004919")), report.merges());
        assertEquals(5980, report.split().parts().get(0).images(), 10, "70 % of the images");
    }
}
