package io.github.melascope;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.github.melascope.lesion.HeatMap;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who may know whom: the table of docs/decisions/0002-packages.md, held without exceptions. */
class ArchitectureTest {
    private static final String BASE = "io.github.melascope.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.github.melascope");

    /** Package → the packages of ours it may use besides itself and {@code base}. */
    private static final Map<String, List<String>> MAY_USE = Map.ofEntries(
            Map.entry("base", List.of()),
            Map.entry("lesion", List.of()),
            Map.entry("tensor", List.of()),
            Map.entry("settings", List.of()),
            Map.entry("imaging", List.of("lesion")),
            Map.entry("imaging.synthetic", List.of("imaging", "lesion")),
            Map.entry("dataset", List.of("lesion", "imaging")),
            Map.entry("metrics", List.of("lesion")),
            Map.entry("audit", List.of("lesion", "imaging")),
            Map.entry("model", List.of("lesion", "metrics", "tensor")),
            Map.entry("report", List.of("lesion", "imaging", "metrics", "model")),
            Map.entry("cases", List.of("lesion")),
            Map.entry("nn.engine", List.of("lesion")),
            Map.entry("nn.arch", List.of("nn.engine", "lesion", "tensor")),
            Map.entry(
                    "nn.train",
                    List.of("nn.arch", "nn.engine", "nn.infer", "dataset", "imaging", "metrics", "lesion", "tensor")),
            Map.entry("nn.infer", List.of("nn.arch", "nn.engine", "imaging", "lesion", "tensor")),
            Map.entry(
                    "app",
                    List.of(
                            "lesion",
                            "tensor",
                            "imaging",
                            "imaging.synthetic",
                            "dataset",
                            "metrics",
                            "audit",
                            "model",
                            "report",
                            "cases",
                            "nn.engine",
                            "nn.arch",
                            "nn.train",
                            "nn.infer",
                            "settings")),
            Map.entry("ui.fx", List.of("settings", "lesion")),
            Map.entry("ui.export", List.of("report", "lesion", "ui.fx")),
            Map.entry("ui.image", List.of("ui.fx", "imaging", "lesion", "settings")),
            Map.entry(
                    "ui.review",
                    List.of(
                            "app",
                            "dataset",
                            "model",
                            "metrics",
                            "report",
                            "imaging",
                            "lesion",
                            "settings",
                            "ui.export",
                            "ui.fx",
                            "ui.image")),
            Map.entry(
                    "ui.cases",
                    List.of(
                            "app",
                            "cases",
                            "model",
                            "report",
                            "imaging",
                            "lesion",
                            "settings",
                            "ui.export",
                            "ui.fx",
                            "ui.image")),
            Map.entry("ui.training", List.of("app", "dataset", "metrics", "model", "lesion", "ui.fx")),
            Map.entry("ui.models", List.of("app", "metrics", "model", "lesion", "settings", "ui.fx")),
            Map.entry(
                    "ui.dashboard",
                    List.of("app", "dataset", "metrics", "model", "report", "imaging", "lesion", "ui.export", "ui.fx")),
            Map.entry("ui.settings", List.of("app", "imaging", "settings", "ui.fx")),
            Map.entry(
                    "ui.shell",
                    List.of(
                            "app",
                            "cases",
                            "imaging",
                            "lesion",
                            "metrics",
                            "model",
                            "settings",
                            "ui.export",
                            "ui.fx",
                            "ui.image",
                            "ui.review",
                            "ui.cases",
                            "ui.training",
                            "ui.models",
                            "ui.dashboard",
                            "ui.settings")),
            Map.entry("cli", List.of("app", "lesion", "imaging", "dataset", "metrics", "model", "report")));

    @TestFactory
    Stream<DynamicTest> eachPackageKnowsOnlyWhatTheTableAllows() {
        return MAY_USE.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    String self = BASE + entry.getKey();
                    List<String> allowed = Stream.concat(Stream.of(entry.getKey(), "base"), entry.getValue().stream())
                            .map(name -> BASE + name)
                            .toList();
                    String[] forbidden = MAY_USE.keySet().stream()
                            .map(name -> BASE + name)
                            .filter(name -> !allowed.contains(name))
                            .toArray(String[]::new);
                    noClasses()
                            .that()
                            .resideInAPackage(self)
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(forbidden)
                            .allowEmptyShould(true)
                            .check(CLASSES);
                }));
    }

    @Test
    void everyClassLivesInAPackageOfTheTable() {
        String[] known = MAY_USE.keySet().stream().map(name -> BASE + name).toArray(String[]::new);
        classes()
                .that()
                .doNotHaveFullyQualifiedName(BASE + "Main")
                .and()
                .doNotHaveFullyQualifiedName(BASE + "Rehearsal")
                .should()
                .resideInAnyPackage(known)
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("io.github.melascope.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void deepLearningLibrariesStayUnderNn() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + "nn..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ai.djl..", "ai.onnxruntime..")
                .check(CLASSES);
    }

    @Test
    void noDeepLearningTypeInAPublicSignatureOfInferenceOrTraining() {
        ArchCondition<JavaMethod> leak = new ArchCondition<>("expose a DJL or ONNX Runtime type") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean leaks = Stream.concat(
                                method.getRawParameterTypes().stream(), Stream.of(method.getRawReturnType()))
                        .map(JavaClass::getPackageName)
                        .anyMatch(name -> name.startsWith("ai.djl") || name.startsWith("ai.onnxruntime"));
                if (leaks) {
                    events.add(SimpleConditionEvent.satisfied(method, method.getFullName()));
                }
            }
        };
        ArchRule rule = methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat(resideInAPackage(BASE + "nn.infer..")
                        .or(resideInAPackage(BASE + "nn.train.."))
                        .and(com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo(Object.class)))
                .and()
                .areDeclaredInClassesThat()
                .arePublic()
                .should(com.tngtech.archunit.lang.conditions.ArchConditions.never(leak))
                .allowEmptyShould(true);
        rule.check(CLASSES);
    }

    @Test
    void javafxOnlyUnderUi() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + "ui..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javafx..")
                .check(CLASSES);
    }

    @Test
    void onlyTheCommandLinePrints() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + "cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CLASSES);
    }

    /** What is shown unless the user chooses is changed in one line; only audits name a method beside it. */
    @Test
    void theUsualHeatMapIsChosenInOnePlace() {
        for (HeatMap.Method method : HeatMap.Method.values()) {
            noClasses()
                    .that()
                    .haveNameNotMatching(".*\\.(lesion\\.HeatMap|nn\\.infer|app\\.[A-Za-z]*Audit).*")
                    .should()
                    .accessField(HeatMap.Method.class, method.name())
                    .check(CLASSES);
        }
    }

    /** Elsewhere work runs on the caller's thread, or on an executor that was handed in. */
    @Test
    void onlyTheUseCasesMakeThreads() {
        DescribedPredicate<JavaAccess<?>> makesThreads =
                DescribedPredicate.describe("make threads or executors", ArchitectureTest::makesThreads);
        noClasses()
                .that()
                .resideOutsideOfPackages(BASE + "app..", BASE + "ui.fx..")
                .should()
                .accessTargetWhere(makesThreads)
                .check(CLASSES);
    }

    /** Two downloads ask a server, when the user has said so; nothing else opens a connection that leaves this computer. */
    @Test
    void onlyTheDownloadsSpeakToAServer() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(BASE + "app.WeightsDownload")
                .and(not(nameStartingWith(BASE + "app.WeightsDownload$")))
                .and(not(nameMatching("io\\.github\\.melascope\\.app\\.Download(\\$.*)?"))) // of CUDA's libraries
                .should()
                .dependOnClassesThat(resideInAPackage("java.net.http..")
                        .or(resideInAPackage("javax.net.."))
                        .or(nameMatching(
                                "java\\.net\\.(Socket|ServerSocket|DatagramSocket|InetAddress|InetSocketAddress"
                                        + "|HttpURLConnection|URLClassLoader)")))
                .check(CLASSES);
        // Addresses of the two left out are of the jars' own files.
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.nn\\.engine\\.(NativeLibraries|CudaNatives)")
                .should()
                .callMethod(java.net.URL.class, "openConnection")
                .orShould()
                .callMethod(java.net.URL.class, "openStream")
                .check(CLASSES);
        // A call too many of the class itself would be as bad: the wizard's model hands it on, and its view asks first.
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + "app..")
                .and()
                .doNotHaveFullyQualifiedName(BASE + "ui.training.TrainingModel")
                .should()
                .dependOnClassesThat(nameStartingWith(BASE + "app.WeightsDownload"))
                .check(CLASSES);
    }

    private static boolean makesThreads(JavaAccess<?> access) {
        boolean made = access.getName().equals("<init>")
                && (access.getTargetOwner().isAssignableTo(Thread.class)
                        || access.getTargetOwner().isAssignableTo(java.util.concurrent.ExecutorService.class));
        boolean started = access.getTargetOwner().isEquivalentTo(Thread.class)
                && Set.of("start", "startVirtualThread", "ofVirtual", "ofPlatform")
                        .contains(access.getName());
        boolean executor = access.getTargetOwner().isEquivalentTo(java.util.concurrent.Executors.class);
        return made || started || executor;
    }

    @Test
    void theToolkitStaysUnderUi() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + "ui..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "atlantafx..", "org.controlsfx..", "org.kordamp..")
                .check(CLASSES);
    }

    @Test
    void onlyTheToolkitHelpersTouchItsThread() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + "ui.fx..")
                .should()
                .callMethod(javafx.application.Platform.class, "runLater", Runnable.class)
                .check(CLASSES);
    }

    @Test
    void noJavaSerialisationAndNoSingletons() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.io\\.Object(In|Out)putStream")
                .check(CLASSES);
        noClasses().should().haveSimpleNameEndingWith("Singleton").check(CLASSES);
        Arrays.asList("getInstance", "instance")
                .forEach(name -> methods()
                        .that()
                        .haveName(name)
                        .should()
                        .notBeStatic()
                        .allowEmptyShould(true)
                        .check(CLASSES));
    }
}
