package io.github.melascope.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Sha256;
import io.github.melascope.lesion.Task;
import io.github.melascope.metrics.BetaCalibration;
import io.github.melascope.metrics.LogitCalibration;
import io.github.melascope.tensor.Tensor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelBundleTest {
    @TempDir
    Path root;

    private ModelBundle save(String id) throws ProblemException {
        return ModelBundle.save(root, TestBundles.content(id, Task.DIAGNOSIS, 1), false, TestBundles.SHAPES);
    }

    private ProblemException refused(Path folder) {
        ProblemException e = assertThrows(ProblemException.class, () -> ModelBundle.load(folder, TestBundles.SHAPES));
        assertEquals(ProblemException.Kind.UNUSABLE, e.kind());
        return e;
    }

    private static void assertNames(ProblemException e, String file, String reason) {
        String message = String.valueOf(e.getMessage());
        assertTrue(message.contains(file) && message.contains(reason), message);
    }

    @Test
    void whatIsSavedIsLoadedEqual() throws Exception {
        for (int seed = 0; seed < 20; seed++) {
            Task task = seed % 3 == 0 ? Task.MELANOMA : Task.DIAGNOSIS;
            BundleContent content = TestBundles.content("model-" + seed, task, seed);
            ModelBundle.save(root, content, false, TestBundles.SHAPES);
            ModelBundle bundle = ModelBundle.load(root.resolve("model-" + seed), TestBundles.SHAPES);
            assertEquals(content.spec().withFiles(bundle.spec().files()), bundle.spec());
            assertEquals(content.metrics(), bundle.metrics());
            assertEquals(content.splitCsv(), bundle.splitCsv());
            assertEquals(content.openings(), bundle.ledger().read());
            assertEquals(content.reference().names(), bundle.reference().names());
            assertEquals(content.reference().diagnoses(), bundle.reference().diagnoses());
            assertArrayEquals(
                    content.reference().embeddings().values(),
                    bundle.reference().embeddings().values());
            for (String name : content.weights().keySet()) {
                Tensor loaded = bundle.weights().tensors().get(name);
                assertTrue(loaded != null, name);
                assertArrayEquals(tensor(content, name).shape(), loaded.shape());
                assertArrayEquals(tensor(content, name).values(), loaded.values());
            }
            assertEquals(Sha256.of(bundle.folder().resolve(BundleFiles.WEIGHTS)), bundle.weightsSha256());
        }
    }

    private static Tensor tensor(BundleContent content, String name) {
        return java.util.Objects.requireNonNull(content.weights().get(name));
    }

    @Test
    void theSameContentGivesTheSameBytes() throws Exception {
        ModelBundle first = save("one");
        ModelBundle second = ModelBundle.save(
                root.resolve("elsewhere"), TestBundles.content("one", Task.DIAGNOSIS, 1), false, TestBundles.SHAPES);
        try (Stream<Path> files = Files.list(first.folder())) {
            for (Path file : files.toList()) {
                assertArrayEquals(
                        Files.readAllBytes(file),
                        Files.readAllBytes(
                                second.folder().resolve(file.getFileName().toString())),
                        file.toString());
            }
        }
    }

    @Test
    void aMissingFileIsNamed() throws Exception {
        for (String name : BundleFiles.REQUIRED) {
            Path folder = save("missing").folder();
            Files.delete(folder.resolve(name));
            assertNames(refused(folder), name, "missing");
            delete(folder);
        }
        Path folder = save("missing").folder();
        Files.delete(folder.resolve(BundleFiles.MODEL));
        assertNames(refused(folder), BundleFiles.MODEL, "missing");
        assertNames(refused(root.resolve("nowhere")), "nowhere", "no such folder");
    }

    @Test
    void oneChangedBitOfAnyHashedFileIsNoticed() throws Exception {
        for (String name : TestBundles.hashed()) {
            Path folder = save("changed").folder();
            byte[] bytes = Files.readAllBytes(folder.resolve(name));
            bytes[bytes.length / 2] ^= 1;
            Files.write(folder.resolve(name), bytes);
            assertNames(refused(folder), name, "SHA-256");
            delete(folder);
        }
    }

    @Test
    void aForeignFileOrALinkIsRefused() throws Exception {
        Path folder = save("foreign").folder();
        Files.writeString(folder.resolve("payload.pkl"), "x");
        assertNames(refused(folder), "foreign", "payload.pkl");
        Files.delete(folder.resolve("payload.pkl"));
        Path card = folder.resolve(BundleFiles.CARD);
        Path moved = Files.move(card, root.resolve("card"));
        Files.createSymbolicLink(card, moved);
        assertNames(refused(folder), BundleFiles.CARD, "link");
    }

    @Test
    void aMisnamedFolderIsRefused() throws Exception {
        Path folder = save("one").folder();
        Path other = Files.move(folder, root.resolve("two"));
        assertNames(refused(other), "two", "\"one\"");
    }

    @Test
    void badTensorsAreNeverSavedAndNamed() {
        BundleContent good = TestBundles.content("bad", Task.DIAGNOSIS, 1);
        String name = "classifier.0.weight";
        assertTensorRefused(TestBundles.with(good, name, null), name, "missing");
        assertTensorRefused(TestBundles.with(good, name, Tensor.of(new float[128], 16, 8)), name, "shape");
        assertTensorRefused(
                TestBundles.with(good, "classifier.9.weight", Tensor.of(new float[1], 1)),
                "classifier.9.weight",
                "does not belong");
        float[] values = new float[128];
        values[77] = Float.NaN;
        assertTensorRefused(TestBundles.with(good, name, Tensor.of(values, 8, 16)), name, "NaN");
        values[77] = Float.NEGATIVE_INFINITY;
        assertTensorRefused(TestBundles.with(good, name, Tensor.of(values, 8, 16)), name, "Infinity");
    }

    private void assertTensorRefused(BundleContent content, String tensor, String reason) {
        ProblemException e =
                assertThrows(ProblemException.class, () -> ModelBundle.save(root, content, false, TestBundles.SHAPES));
        assertNames(e, BundleFiles.WEIGHTS, tensor);
        assertTrue(e.why().contains(reason), e.why());
        assertFalse(String.valueOf(e.getMessage()).contains(".new"), "the temporary name is nobody's business");
        assertEquals(List.of(), children(root), "nothing is left behind");
    }

    @Test
    void badDescriptionsAreRefusedInWords() throws Exception {
        Path folder = save("spec").folder();
        Path model = folder.resolve(BundleFiles.MODEL);
        String good = Files.readString(model);
        String[][] changes = {
            {"\"formatVersion\" : 1", "\"formatVersion\" : 4", "newer program"},
            {"\"task\" : \"diagnosis\"", "\"task\" : \"everything\"", "everything"},
            {"\"task\" : \"diagnosis\"", "\"task\" : \"melanoma\"", "classes"},
            {"\"mobilenet_v2\"", "\"resnet\"", "resnet"},
            {"\"hidden\" : 8", "\"hidden\" : \"8\"", "hidden"},
            {"\"inputSize\" : 224", "\"inputSize\" : 223", "input size"},
            {"\"id\" : \"spec\"", "\"id\" : \"../spec\"", "not allowed"},
            {"\"id\" : \"spec\"", "\"id\" : \"spec\", \"id\" : \"spec\"", "not JSON"},
            {"\"weights.safetensors\" : ", "\"run.sh\" : ", "run.sh"},
            {"\"licence\"", "\"license\"", "licence"},
            {"\"value\" : 0.4", "\"value\" : 1.4", "1.4"},
            {"}", "", "not JSON"},
        };
        for (String[] change : changes) {
            assertTrue(good.contains(change[0]), change[0]);
            Files.writeString(model, good.replace(change[0], change[1]));
            assertNames(refused(folder), BundleFiles.MODEL, change[2]);
        }
        Files.writeString(model, "[]");
        assertNames(refused(folder), BundleFiles.MODEL, "object");
        Files.writeString(model, good);
        assertEquals("spec", ModelBundle.load(folder, TestBundles.SHAPES).spec().id());
    }

    @Test
    void whatOlderProgramsWouldLeaveOutIsOfTheSecondFormat() throws Exception {
        BundleContent plain = TestBundles.content("second", Task.DIAGNOSIS, 3);
        BetaCalibration beta = new BetaCalibration(BetaCalibration.Kind.BETA, 0.7, 1.25, -0.5);
        BundleContent content = TestBundles.with(
                plain,
                TestBundles.with(plain.spec(), new LogitCalibration(0.75, beta)).withViews(8));
        ModelBundle saved = ModelBundle.save(root, content, false, TestBundles.SHAPES);
        assertEquals(new LogitCalibration(0.75, beta), saved.spec().calibration());
        assertEquals(8, saved.spec().views());
        Path model = saved.folder().resolve(BundleFiles.MODEL);
        String good = Files.readString(model);
        assertTrue(good.contains("\"formatVersion\" : 2"), good);
        String card = Files.readString(saved.folder().resolve(BundleFiles.CARD));
        assertTrue(
                card.contains("- calibration: temperature 0.7500, then beta calibration of melanoma"
                        + " (a 0.7000, b 1.2500, c -0.5000)"),
                card);
        assertTrue(card.contains("- views: 8, "), card);
        String[][] changes = {
            {"\"formatVersion\" : 2", "\"formatVersion\" : 1", "format 1"},
            {"\"views\" : 8", "\"views\" : 4", "4 views"},
            {"\"views\" : 8", "\"views\" : \"8\"", "views"},
            {"\"kind\" : \"beta\"", "\"kind\" : \"spline\"", "spline"},
            {"\"kind\" : \"beta\"", "\"kind\" : \"platt\"", "platt"},
            {"\"a\" : 0.7", "\"a\" : -0.7", "-0.7"},
            {"\"c\" : -0.5", "\"d\" : -0.5", "\"c\""},
            {"\"temperature\" : 0.75", "\"temperature\" : 0", "temperature"},
        };
        for (String[] change : changes) {
            assertTrue(good.contains(change[0]), change[0]);
            Files.writeString(model, good.replace(change[0], change[1]));
            assertNames(refused(saved.folder()), BundleFiles.MODEL, change[2]);
        }
        BundleContent viewsOnly = TestBundles.with(plain, plain.spec().withViews(8));
        ModelBundle turning = ModelBundle.save(root, viewsOnly, true, TestBundles.SHAPES);
        assertEquals(BetaCalibration.NONE, turning.spec().calibration().melanoma());
        assertEquals(2, turning.spec().formatVersion());
        String text = Files.readString(turning.folder().resolve(BundleFiles.MODEL));
        assertFalse(text.contains("\"calibration\""), text);
    }

    @Test
    void theColourOfTheLightIsOfTheThirdFormat() throws Exception {
        BundleContent plain = TestBundles.content("third", Task.DIAGNOSIS, 3);
        BundleContent content = TestBundles.with(plain, TestBundles.inNeutralLight(plain.spec()));
        ModelBundle saved = ModelBundle.save(root, content, false, TestBundles.SHAPES);
        assertEquals(6, saved.spec().normalisation().colorConstancy());
        Path model = saved.folder().resolve(BundleFiles.MODEL);
        String good = Files.readString(model);
        assertTrue(good.contains("\"formatVersion\" : 3"), good);
        String card = Files.readString(saved.folder().resolve(BundleFiles.CARD));
        assertTrue(card.contains("- light: "), card);
        String[][] changes = {
            {"\"formatVersion\" : 3", "\"formatVersion\" : 2", "format 2"},
            {"\"formatVersion\" : 3", "\"formatVersion\" : 4", "4"},
            {"\"colorConstancy\" : 6.0", "\"colorConstancy\" : 0.5", "0.5"},
            {"\"colorConstancy\" : 6.0", "\"colorConstancy\" : \"6\"", "colorConstancy"},
        };
        for (String[] change : changes) {
            assertTrue(good.contains(change[0]), change[0]);
            Files.writeString(model, good.replace(change[0], change[1]));
            assertNames(refused(saved.folder()), BundleFiles.MODEL, change[2]);
        }
    }

    /** A bundle of before, read and written again, is the same to the last byte. */
    @Test
    void theShippedModelStaysAsItIs() throws Exception {
        Path folder = Path.of("models/dermoscopy-1");
        assumeTrue(Files.exists(folder));
        byte[] description = Files.readAllBytes(folder.resolve(BundleFiles.MODEL));
        ModelSpec spec = new SpecJsonReader("model.json").read(description);
        assertEquals(1, spec.formatVersion());
        assertEquals(1, spec.views());
        assertEquals(LogitCalibration.ofTemperature(0.5925560763168466), spec.calibration());
        assertEquals(new String(description, StandardCharsets.UTF_8), SpecJson.write(spec));
        assertEquals(
                Files.readString(folder.resolve(BundleFiles.CARD)),
                ModelCard.write(spec, ModelBundle.exam(folder), Optional.empty(), Optional.empty()));
    }

    @Test
    void anExistingIdIsOnlyReplacedWhenAskedFor() throws Exception {
        ModelBundle old = save("twice");
        ProblemException e = assertThrows(ProblemException.class, () -> save("twice"));
        assertEquals(ProblemException.Kind.USAGE, e.kind());
        BundleContent other = TestBundles.content("twice", Task.MELANOMA, 2);
        ModelBundle replaced = ModelBundle.save(root, other, true, TestBundles.SHAPES);
        assertEquals(Task.MELANOMA, replaced.spec().task());
        assertFalse(old.weightsSha256().equals(replaced.weightsSha256()));
        assertEquals(List.of("twice"), children(root));
    }

    @Test
    void aFailedReplacementLeavesTheOldModel() throws Exception {
        String before = save("keep").weightsSha256();
        BundleContent bad = TestBundles.with(
                TestBundles.content("keep", Task.DIAGNOSIS, 3), "classifier.3.bias", Tensor.of(new float[2], 2));
        assertThrows(ProblemException.class, () -> ModelBundle.save(root, bad, true, TestBundles.SHAPES));
        assertEquals(
                before,
                ModelBundle.load(root.resolve("keep"), TestBundles.SHAPES).weightsSha256());
        assertEquals(List.of("keep"), children(root));
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaidInWords() throws Exception {
        Path file = Files.writeString(root.resolve("file"), "not a folder");
        BundleContent content = TestBundles.content("model", Task.DIAGNOSIS, 1);
        ProblemException e = assertThrows(
                ProblemException.class,
                () -> ModelBundle.save(file.resolve("models"), content, false, TestBundles.SHAPES));
        assertNames(e, "model", "could not be saved");
        assertEquals("not a folder", Files.readString(file));
    }

    @Test
    void thresholdsAreChosenOnValidationOrItIsSaidWhyNot() throws Exception {
        double[] probabilities = {0.05, 0.1, 0.2, 0.3, 0.6, 0.7, 0.9};
        boolean[] melanoma = {false, false, true, false, true, true, true};
        ModelThresholds chosen = ModelThresholds.choose(probabilities, melanoma, 0.75, java.util.OptionalDouble.of(3));
        assertEquals(0.45, chosen.melanoma().value(), 1e-12);
        assertEquals(0.75, chosen.melanoma().sensitivity());
        assertEquals(0.15, chosen.sensitivity95().value(), 1e-12);
        assertEquals(1, chosen.sensitivity95().sensitivity());
        assertEquals(0.45, chosen.balanced().value(), 1e-12);
        ProblemException e = assertThrows(
                ProblemException.class,
                () -> ModelThresholds.choose(probabilities, new boolean[7], 0.9, java.util.OptionalDouble.empty()));
        assertTrue(e.why().contains("no melanoma"));
    }

    @Test
    void idsAreSmallLettersDigitsAndHyphens() {
        for (String id : List.of("a", "dermoscopy-1", "7", "a".repeat(64))) {
            assertTrue(ModelId.isValid(id), id);
        }
        for (String id : List.of("", "-a", "A", "a b", "../a", "a/b", "ü", "a.b", "con", "com1", "a".repeat(65))) {
            assertFalse(ModelId.isValid(id), id);
            assertThrows(ProblemException.class, () -> ModelId.check(id));
        }
    }

    @Test
    void theCardTellsExamIntervalsSlicesAndLimits() throws Exception {
        Path folder = save("card").folder();
        String card = Files.readString(folder.resolve(BundleFiles.CARD));
        ModelBundle bundle = ModelBundle.load(folder, TestBundles.SHAPES);
        for (String words : List.of(
                "Not a diagnosis",
                "synthetic cases, seed 1",
                bundle.weightsSha256(),
                "opened once",
                "95 % interval",
                bundle.metrics()
                        .get(io.github.melascope.metrics.BinaryMeasure.ROC_AUC)
                        .text(),
                "| dx_type | follow_up *few* |",
                "equal prevalence",
                "CC BY-NC 4.0",
                "Made of random numbers.")) {
            assertTrue(card.contains(words), words);
        }
        assertEquals(
                card,
                ModelCard.write(bundle.spec(), bundle.metrics(), bundle.audit(), bundle.patient()),
                "the card says no more than the JSON");
    }

    static List<String> children(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
