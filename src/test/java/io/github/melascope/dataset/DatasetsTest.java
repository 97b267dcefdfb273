package io.github.melascope.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.SharedData;
import io.github.melascope.base.ProblemException;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.Task;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetsTest {
    private static final String HAM = "lesion_id,image_id,dx,dx_type,age,sex,localization";
    private static final String ISIC_2019 = "image,MEL,NV,BCC,AK,BKL,DF,VASC,SCC,UNK";

    @TempDir
    Path temp;

    private DatasetFolder folder;

    @BeforeEach
    void makeFolder() {
        folder = new DatasetFolder(temp.resolve("lesions"));
    }

    private Dataset open() throws ProblemException {
        return Datasets.open(folder.root());
    }

    private ProblemException refusal() {
        ProblemException refusal = assertThrows(ProblemException.class, this::open);
        assertEquals(ProblemException.Kind.UNUSABLE, refusal.kind());
        assertFalse(refusal.next().isEmpty());
        return refusal;
    }

    private static List<String> ids(Dataset dataset) {
        return dataset.samples().stream().map(Sample::imageId).toList();
    }

    private static List<String> found(Dataset dataset, Finding.Kind kind) {
        return dataset.problems().stream()
                .filter(f -> f.kind() == kind)
                .map(Finding::subject)
                .toList();
    }

    private static Map<String, Long> classes(Dataset dataset) {
        return dataset.samples().stream()
                .collect(Collectors.groupingBy(Sample::className, TreeMap::new, Collectors.counting()));
    }

    @Test
    void ham10000AsDownloadedHasItsKnownTable() throws ProblemException {
        Dataset dataset = Datasets.open(SharedData.at("ham10000"));
        assertEquals(Layout.HAM10000, dataset.layout());
        assertEquals(8542, dataset.samples().size());
        assertEquals(6350, dataset.lesions());
        assertEquals(
                Map.of("akiec", 280L, "bcc", 435L, "bkl", 937L, "df", 100L, "mel", 947L, "nv", 5722L, "vasc", 121L),
                classes(dataset));
        assertEquals(
                52, dataset.samples().stream().filter(s -> s.age().isEmpty()).count());
        assertEquals(List.of(), found(dataset, Finding.Kind.UNLISTED_IMAGE), "outlines are no images of lesions");
        assertTrue(dataset.hasDiagnoses());
    }

    @Test
    void imagesMayLieBesideTheMetadata() throws ProblemException {
        Dataset dataset = Datasets.open(SharedData.at("ham10000_full_size"));
        assertEquals(Layout.HAM10000, dataset.layout());
        assertEquals(148, dataset.samples().size());
    }

    @Test
    void plainTableOfIsicValidationImages() throws ProblemException {
        Dataset dataset = Datasets.open(SharedData.at("isic2018_val"));
        assertEquals(Layout.PLAIN_CSV, dataset.layout());
        assertEquals(190, dataset.samples().size());
        assertEquals(Map.of("akiec", 8L, "bcc", 15L, "bkl", 22L, "df", 1L, "mel", 21L, "nv", 123L), classes(dataset));
        Sample first = dataset.samples().get(0);
        assertEquals("ISIC_0034321", first.imageId());
        assertEquals("ISIC_0034321", first.lesionId(), "no lesion is given");
        assertEquals(OptionalDouble.of(60), first.age());
        assertEquals("female", first.sex());
    }

    @Test
    void eitherFolderMayHoldAnImageAndEndingsVary() throws ProblemException {
        folder.table("HAM10000_metadata.csv", HAM, "L1,I1,mel,histo,50.0,male,back", "L2,I2,nv,follow_up,,unknown,")
                .image("HAM10000_images_part_1/I1.JPG")
                .image("HAM10000_images_part_2/i2.png");
        Dataset dataset = open();
        assertEquals(List.of("I1", "I2"), ids(dataset));
        Sample melanoma = dataset.samples().get(0);
        assertEquals(Diagnosis.MEL, melanoma.diagnosis());
        assertEquals(1, melanoma.label(Task.MELANOMA));
        assertEquals(4, melanoma.label(Task.DIAGNOSIS));
        Sample nevus = dataset.samples().get(1);
        assertEquals(OptionalDouble.empty(), nevus.age());
        assertEquals("unknown", nevus.sex());
        assertEquals("unknown", nevus.site());
        assertEquals("follow_up", nevus.dxType());
    }

    @Test
    void oneMissingImageIsAFinding() throws ProblemException {
        folder.table("m.csv", HAM, "L1,I1,mel,histo,50,male,back", "L2,I2,nv,histo,1,female,back")
                .image("I1.jpg");
        Dataset dataset = open();
        assertEquals(List.of("I1"), ids(dataset));
        assertEquals(List.of("I2"), found(dataset, Finding.Kind.MISSING_IMAGE));
    }

    @Test
    void isic2018WithLesionGroups() throws ProblemException {
        folder.table(
                        "ISIC2018_Task3_Training_GroundTruth/ISIC2018_Task3_Training_GroundTruth.csv",
                        "image,MEL,NV,BCC,AKIEC,BKL,DF,VASC",
                        "I1,0.0,1.0,0.0,0.0,0.0,0.0,0.0",
                        "I2,1.0,0.0,0.0,0.0,0.0,0.0,0.0",
                        "I3,0,0,0,1,0,0,0")
                .table(
                        "ISIC2018_Task3_Training_LesionGroupings.csv",
                        "image,lesion_id,diagnosis_confirm_type",
                        "I1,H1,serial imaging showing no change",
                        "I2,H2,histopathology")
                .image("ISIC2018_Task3_Training_Input/I1.jpg")
                .image("ISIC2018_Task3_Training_Input/I2.jpg")
                .image("ISIC2018_Task3_Training_Input/I3.jpg");
        Dataset dataset = open();
        assertEquals(Layout.ISIC_2018, dataset.layout());
        assertEquals(
                List.of("nv", "mel", "akiec"),
                dataset.samples().stream().map(Sample::className).toList());
        assertEquals(
                List.of("H1", "H2", "I3"),
                dataset.samples().stream().map(Sample::lesionId).toList());
        assertEquals("histopathology", dataset.samples().get(1).dxType());
    }

    @Test
    void isic2019MapsKeratosisAndSquamousCellCarcinomaAndCountsUnknown() throws ProblemException {
        folder.table(
                        "ISIC_2019_Training_GroundTruth.csv",
                        ISIC_2019,
                        "I1,0,0,0,1,0,0,0,0,0",
                        "I2,0,0,0,0,0,0,0,1,0",
                        "I3,0,0,0,0,0,0,0,0,1",
                        "I4_downsampled,1.0,0,0,0,0,0,0,0,0")
                .table(
                        "ISIC_2019_Training_Metadata.csv",
                        "image,age_approx,anatom_site_general,lesion_id,sex",
                        "I1,55.0,anterior torso,MSK4_1,female",
                        "I4_downsampled,,,,")
                .image("ISIC_2019_Training_Input/I1.jpg")
                .image("ISIC_2019_Training_Input/I2.jpg")
                .image("ISIC_2019_Training_Input/I3.jpg")
                .image("ISIC_2019_Training_Input/I4_downsampled.jpg");
        Dataset dataset = open();
        assertEquals(Layout.ISIC_2019, dataset.layout());
        assertEquals(Map.of("akiec", 2L, "mel", 1L), classes(dataset));
        assertEquals("MSK4_1", dataset.samples().get(0).lesionId());
        assertEquals("anterior torso", dataset.samples().get(0).site());
        assertEquals("I4_downsampled", dataset.samples().get(2).lesionId());
        Finding unknown = dataset.problems().stream()
                .filter(f -> f.kind() == Finding.Kind.UNLABELLED)
                .findFirst()
                .orElseThrow();
        assertTrue(
                unknown.detail().toString().startsWith("1 row"),
                unknown.detail().toString());
    }

    @Test
    void folderPerClassInCodesAndNames() throws ProblemException {
        folder.image("nv/1.jpg")
                .image("Basal_Cell-Carcinoma/2.jpg")
                .image("actinic keratoses/3.jpg")
                .image("vascular lesions/deep/4.jpg")
                .image("MEL/5.JPEG");
        Dataset dataset = open();
        assertEquals(Layout.CLASS_FOLDERS, dataset.layout());
        assertEquals(
                List.of("nv", "bcc", "akiec", "vasc", "mel"),
                dataset.samples().stream().map(Sample::className).toList());
        assertTrue(dataset.hasDiagnoses());
    }

    @Test
    void benignAndMalignantKnowNoDiagnosisAndRepeatedNamesKeepTheirFolder() throws ProblemException {
        folder.image("train/benign/1.jpg").image("train/malignant/1.jpg").image("test/benign/2.jpg");
        Dataset dataset = open();
        assertEquals(List.of("2", "train/benign/1", "train/malignant/1"), ids(dataset));
        assertFalse(dataset.hasDiagnoses());
        assertEquals(Map.of("benign", 2L, "malignant", 1L), classes(dataset));
        assertTrue(dataset.samples().get(2).melanoma());
        assertThrows(IllegalStateException.class, () -> dataset.samples().get(0).label(Task.DIAGNOSIS));
    }

    @Test
    void melanomaAgainstTheRest() throws ProblemException {
        folder.image("melanoma/1.jpg").image("not_melanoma/2.jpg");
        Dataset dataset = open();
        assertEquals(Diagnosis.MEL, dataset.samples().get(0).diagnosis());
        assertFalse(dataset.samples().get(1).melanoma());
    }

    @Test
    void isic2020FallsBackToTheAnswerWhereTheDiagnosisIsUnknown() throws ProblemException {
        folder.table(
                        "train.csv",
                        "image_name,patient_id,sex,age_approx,anatom_site_general_challenge,diagnosis,benign_malignant,target",
                        "I1,P1,male,45.0,torso,unknown,benign,0",
                        "I2,P1,male,45.0,torso,melanoma,malignant,1",
                        "I3,P2,female,NA,,lentigo NOS,benign,0")
                .image("jpeg/I1.jpg")
                .image("jpeg/I2.jpg")
                .image("jpeg/I3.jpg");
        Dataset dataset = open();
        assertEquals(
                List.of("benign", "mel", "benign"),
                dataset.samples().stream().map(Sample::className).toList());
        assertEquals(
                List.of("P1", "P1", "P2"),
                dataset.samples().stream().map(Sample::lesionId).toList());
        assertEquals(List.of(), found(dataset, Finding.Kind.CONFLICTING_LESION), "a patient may have both");
    }

    @Test
    void aStrangeDiagnosisIsNotMelanomaBecauseItIsMalignant() {
        folder.table("m.csv", "image,diagnosis,benign_malignant", "I1,merkel cell carcinoma,malignant")
                .image("I1.jpg");
        assertTrue(refusal().why().contains("line 2 (I1) has the label \"merkel cell carcinoma\""), refusal()::why);
    }

    @Test
    void namesThatDifferOnlyInFolderOrEndingStayApart() throws ProblemException {
        folder.table(
                        "m.csv",
                        "file,dx",
                        "a/1.jpg,nv",
                        "b/1.jpg,mel",
                        "a/2.jpg,df",
                        "a/2.png,bcc",
                        "a\\3.jpg,bkl",
                        "3,bkl")
                .image("a/1.jpg")
                .image("b/1.jpg")
                .image("a/2.jpg")
                .image("a/2.png")
                .image("a/3.jpg");
        Dataset dataset = open();
        assertEquals(List.of("3", "a/1", "a/2.jpg", "a/2.png", "b/1"), ids(dataset));
        assertEquals(
                List.of("bkl", "nv", "df", "bcc", "mel"),
                dataset.samples().stream().map(Sample::className).toList());
        assertEquals(List.of("3"), found(dataset, Finding.Kind.DUPLICATE_ROW));
    }

    @Test
    void tablesOfPixelsAndOutlinesBesideTheImagesDoNotConfuse() throws ProblemException {
        folder.table("HAM10000_metadata.csv", HAM, "L1,I1,mel,histo,50,male,back")
                .table("hmnist_8_8_L.csv", "pixel0000,pixel0001,label", "1,2,4")
                .table("split.csv", "image,lesion,dx,part", "I1,L1,mel,train")
                .image("images/I1.jpg")
                .image("masks/I1.png")
                .image("images/I1_segmentation.png")
                .image("__MACOSX/._I1.jpg");
        Dataset dataset = open();
        assertEquals(List.of("I1"), ids(dataset));
        assertEquals(List.of(), found(dataset, Finding.Kind.SAME_NAME));
        assertEquals(List.of(), found(dataset, Finding.Kind.UNLISTED_IMAGE));
    }

    @Test
    void tableTraps() throws ProblemException {
        List<String> lines = List.of(
                "\uFEFF\"Image\";\"Diagnosis\";Age",
                "",
                "\"sub/I1.jpg\";\"Melanoma\";\"61\"",
                "I2.JPG;nevus;old",
                "I2;nv;old",
                ";;",
                "I3.jpg;\"basal cell\ncarcinoma\";7",
                "sub\\I4;DF");
        folder.file("data.csv", String.join("\r\n", lines), StandardCharsets.UTF_8)
                .image("sub/I1.jpg")
                .image("I2.jpg")
                .image("elsewhere/I3.jpg")
                .image("sub/I4.png");
        Dataset dataset = open();
        assertEquals(List.of("I1", "I2", "I3", "I4"), ids(dataset));
        assertEquals(
                List.of("mel", "nv", "bcc", "df"),
                dataset.samples().stream().map(Sample::className).toList());
        assertEquals(OptionalDouble.of(61), dataset.samples().get(0).age());
        assertEquals(List.of("I2"), found(dataset, Finding.Kind.DUPLICATE_ROW));
        assertEquals(List.of("I2"), found(dataset, Finding.Kind.BAD_VALUE));
    }

    /** Every mixture of separator, quotes, line ends, mark, blank lines and encoding says the same. */
    @Test
    void theSameTableInAnyDialectIsTheSameDataset() throws ProblemException {
        List<String> cells = List.of("image_id", "dx", "age", "I1", "mel", "61", "I2", "nv", "", "I3", "Nevus", "7.5");
        folder.image("I1.jpg").image("I2.jpg").image("I3.jpg");
        for (int dialect = 0; dialect < 72; dialect++) {
            String separator = List.of(",", ";", "\t").get(dialect % 3);
            String quote = dialect / 3 % 2 == 0 ? "" : "\"";
            String end = dialect / 6 % 2 == 0 ? "\n" : "\r\n";
            String blank = dialect / 12 % 2 == 0 ? "" : end;
            int encoding = dialect / 24;
            StringBuilder text = new StringBuilder(encoding == 0 ? "" : "\uFEFF");
            for (int i = 0; i < cells.size(); i++) {
                text.append(quote).append(cells.get(i)).append(quote).append(i % 3 == 2 ? end + blank : separator);
            }
            folder.file("t.csv", text.toString(), encoding == 2 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8);
            Dataset dataset = open();
            assertEquals(List.of("I1", "I2", "I3"), ids(dataset), "dialect " + dialect);
            assertEquals(Map.of("mel", 1L, "nv", 2L), classes(dataset), "dialect " + dialect);
            assertEquals(OptionalDouble.of(7.5), dataset.samples().get(2).age(), "dialect " + dialect);
        }
    }

    @Test
    void tablesOfExcel() throws ProblemException {
        folder.file("data.csv", "sep=;\r\nimage;dx\r\nI1;nv\r\n", StandardCharsets.UTF_8)
                .file("more.csv", "\uFEFFimage\tdx\tsite\r\nI2\tmel\tF\u00fc\u00dfe\r\n", StandardCharsets.UTF_16LE)
                .file("old.csv", "image,dx,site\r\nI3,bcc,F\u00fc\u00dfe\r\n", StandardCharsets.ISO_8859_1)
                .image("I1.jpg")
                .image("I2.jpg")
                .image("I3.jpg");
        Dataset dataset = open();
        assertEquals(List.of("I1", "I2", "I3"), ids(dataset));
        assertEquals("f\u00fc\u00dfe", dataset.samples().get(1).site());
        assertEquals("f\u00fc\u00dfe", dataset.samples().get(2).site());
    }

    @Test
    void contradictionsAreFindings() throws ProblemException {
        folder.table(
                        "m.csv",
                        HAM,
                        "L1,I1,mel,histo,50,male,back",
                        "L1,I1,nv,histo,50,male,back",
                        "L2,I2,nv,histo,1,female,back",
                        "L2,I3,bkl,histo,1,female,back")
                .image("I1.jpg")
                .image("I2.jpg")
                .image("I3.jpg")
                .image("I9.jpg");
        Dataset dataset = open();
        assertEquals(List.of("I2", "I3"), ids(dataset));
        assertEquals(List.of("I1"), found(dataset, Finding.Kind.CONFLICTING_IMAGE));
        assertEquals(List.of("L2"), found(dataset, Finding.Kind.CONFLICTING_LESION));
        assertEquals(List.of("I9.jpg"), found(dataset, Finding.Kind.UNLISTED_IMAGE));
    }

    @Test
    void twoCopiesOfAnImageAreTakenOnce() throws ProblemException {
        folder.table("m.csv", HAM, "L1,I1,mel,histo,50,male,back")
                .image("part_1/I1.jpg")
                .image("PART_1_copy/I1.jpg");
        Dataset dataset = open();
        assertEquals(List.of("I1"), ids(dataset));
        assertEquals(List.of("I1"), found(dataset, Finding.Kind.SAME_NAME));
        assertEquals(List.of(), found(dataset, Finding.Kind.UNLISTED_IMAGE));
    }

    @Test
    void foldersThatLinkToThemselvesEnd() throws ProblemException, IOException {
        folder.image("nv/1.jpg");
        Files.createSymbolicLink(folder.root().resolve("nv/again"), folder.root());
        assertEquals(List.of("1"), ids(open()));
    }

    @Test
    void rowsThatPointOutOfTheFolderAreRefused() {
        new DatasetFolder(temp).image("secret.jpg");
        folder.table("m.csv", "file,dx", "I1.jpg,nv", "../secret.jpg,nv").image("I1.jpg");
        ProblemException refusal = refusal();
        assertTrue(refusal.why().contains("line 3"), refusal.why());
        assertTrue(refusal.why().contains("../secret.jpg"), refusal.why());
    }

    @Test
    void absolutePathsOutsideAreRefusedToo() {
        folder.table("m.csv", "file,dx", temp.resolve("x.jpg") + ",nv").image("I1.jpg");
        assertTrue(refusal().why().contains("outside"));
    }

    @Test
    void refusals() {
        assertTrue(refusal().why().contains("no such folder"));
        folder.table("m.csv", "image_id,age", "I1,3");
        assertTrue(refusal().why().contains("no image"));
        folder.image("I1.jpg");
        assertTrue(refusal().why().contains("no column for the label"), refusal()::why);
        assertTrue(refusal().why().contains("columns are image_id, age"), refusal()::why);
        folder.table("m.csv", "name,dx", "I1,nv");
        assertTrue(refusal().why().contains("no column for the image"), refusal()::why);
        folder.table("m.csv", "image_id,dx", "I1,wart");
        assertTrue(refusal().why().contains("line 2 (I1) has the label \"wart\""), refusal()::why);
        assertTrue(refusal().next().contains("akiec"), refusal()::next);
        folder.table("m.csv", "image_id,dx", "J1,nv");
        assertTrue(refusal().why().contains("none of the 1 images"), refusal()::why);
    }

    @Test
    void anEmptyFolderAFileAndAStrangeFolderNameAreRefused() {
        new DatasetFolder(temp).image("lesions.zip/x");
        folder.table("notes/readme.txt", "hello");
        assertTrue(refusal().why().contains("neither images nor tables"), refusal()::why);
        folder.image("nv/1.jpg").image("warts/2.jpg");
        assertTrue(refusal().why().contains("warts"), refusal()::why);
    }

    @Test
    void aHalfQuotedTableIsRefusedNotBelieved() {
        folder.table("m.csv", "image,dx", "I1,\"nv", "I2,mel").image("I1.jpg");
        assertTrue(refusal().what().contains("m.csv"), refusal()::what);
    }
}
