import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes the installers of the system it runs on: the libraries without other systems' files, a runtime of the modules that are
 * used, the application image, its ahead-of-time cache, then what jpackage can wrap it in. Run by the build as a source file
 * ({@code ./mvnw -B package -Ppackage}); see docs/release.md and docs/decisions/0019-packages.md.
 */
class MakePackage {
    /** What the program and its libraries use; {@code packaging/linux/try-package} tries them. */
    private static final String MODULES =
            "java.base,java.desktop,java.logging,java.management,java.naming,java.net.http,java.sql,java.xml,jdk.charsets,"
                    + "jdk.localedata,jdk.management,jdk.unsupported,jdk.unsupported.desktop,jdk.zipfs,"
                    + "javafx.base,javafx.graphics,javafx.controls,javafx.swing";

    private static final String MAIN = "io.github.melascope.Main";

    private final Path base;
    private final Path target;
    private final Path work;
    private final String version;
    private final Target system;
    private final FileTime time;

    private MakePackage(Path base, String version, Target system, FileTime time) throws IOException {
        this.base = base;
        this.target = base.resolve("target");
        this.work = Files.createDirectories(target.resolve("package"));
        String numbers = version.replaceAll("-.*", ""); // installers take numbers only
        this.version = system.mac() ? numbers.replaceFirst("^0\\.", "1.") : numbers; // Apple's do not begin with 0
        this.system = system;
        this.time = time;
    }

    /** @param args the project, its version, the system's classifier, the time of all files, "usual" or "app-image" */
    public static void main(String[] args) throws Exception {
        MakePackage made =
                new MakePackage(Path.of(args[0]), args[1], Target.of(args[2]), FileTime.from(Instant.parse(args[3])));
        Path image = made.image();
        if (args[4].equals("usual")) {
            new Installers(made.base, made.work, made.version, made.system, made.time).make(image);
        }
        Sizes.write(image, made.work);
    }

    private String name() {
        return system.linux() ? "melascope" : "Melascope";
    }

    private Path image() throws IOException, InterruptedException {
        Path input = Steps.empty(work.resolve("input"));
        stage(input);
        Path runtime = runtime();
        Path images = Steps.empty(work.resolve("image"));
        Steps.say("application image");
        Steps.run(Map.of(), jpackage(input, runtime, images));
        Path image = images.resolve(system.mac() ? name() + ".app" : name());
        Layout layout = Layout.of(image, name(), system);
        if (system.linux()) {
            wrap(image);
        }
        Steps.touch(image, time);
        Rehearse.run(layout, target.resolve("jvm.options"), work);
        Steps.touch(image, time);
        if (system.mac()) { // jpackage's seal is of the time before
            Steps.run(Map.of(), List.of("codesign", "--force", "--deep", "--sign", "-", image.toString()));
        }
        return image;
    }

    private void stage(Path input) throws IOException {
        Steps.say("libraries for " + system.classifier());
        Path natives = input.resolve("natives");
        Steps.copy(target.resolve("melascope.jar"), input.resolve("melascope.jar"));
        for (Path jar : Steps.all(target.resolve("lib")).stream()
                .filter(Files::isRegularFile)
                .toList()) {
            Jars.copy(jar, input.resolve("lib").resolve(jar.getFileName()), entry -> place(natives, entry));
        }
        Steps.copyTree(base.resolve("models"), input.resolve("models"));
        Path legal = input.resolve("legal");
        Steps.copy(base.resolve("LICENSE"), legal.resolve("LICENSE.txt"));
        Steps.copy(work.resolve("melascope.cdx.json"), legal.resolve("melascope.cdx.json"));
        Notices.write(work.resolve("melascope.cdx.xml"), target, legal.resolve("THIRD-PARTY.txt"));
    }

    private Path place(Path natives, String entry) {
        Path file = Path.of(Path.of(entry).getFileName().toString().replace(".jnilib", ".dylib"));
        return switch (system.place(entry)) {
            case NATIVES -> natives.resolve(file);
            case PYTORCH -> natives.resolve("pytorch").resolve(file);
            case JAR -> Jars.KEEP;
            case NOWHERE -> null;
        };
    }

    /** JavaFX becomes part of the runtime; its native files lie where the JDK's lie, not packed into the modules. */
    private Path runtime() throws IOException, InterruptedException {
        Steps.say("runtime of " + MODULES);
        Path modules = Steps.empty(work.resolve("modules"));
        Path found = Steps.empty(work.resolve("modules-natives"));
        for (Path jar : Steps.all(target.resolve("javafx"))) {
            if (jar.toString().matches(".*-(linux|linux-aarch64|mac|mac-aarch64|win)\\.jar")) {
                Jars.copy(
                        jar,
                        modules.resolve(jar.getFileName()),
                        entry -> found.resolve(Path.of(entry).getFileName()));
            }
        }
        Path runtime = work.resolve("runtime");
        Steps.delete(runtime);
        Steps.run(
                Map.of(),
                List.of(
                        tool("jlink"),
                        "--module-path",
                        modules.toString(),
                        "--add-modules",
                        MODULES,
                        "--include-locales=en,de",
                        "--no-man-pages",
                        "--no-header-files",
                        "--output",
                        runtime.toString()));
        Steps.copyTree(found, runtime.resolve(system.windows() ? "bin" : "lib"));
        return runtime;
    }

    private List<String> jpackage(Path input, Path runtime, Path images) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                tool("jpackage"),
                "--type",
                "app-image",
                "--name",
                name(),
                "--app-version",
                version,
                "--vendor",
                "Melascope",
                "--copyright",
                "Apache-2.0",
                "--description",
                "Helps to read dermoscopic images. Not a diagnosis.",
                "--input",
                input.toString(),
                "--main-jar",
                "melascope.jar",
                "--main-class",
                MAIN,
                "--runtime-image",
                runtime.toString(),
                "--dest",
                images.toString(),
                "--icon",
                target.resolve("icons/melascope" + (system.linux() ? "-512.png" : system.windows() ? ".ico" : ".icns"))
                        .toString()));
        List<String> options = new ArrayList<>(Files.readAllLines(target.resolve("jvm.options")));
        options.addAll(Rehearse.places("$APPDIR"));
        options.add("-XX:AOTCache=$APPDIR/" + Rehearse.CACHE);
        options.forEach(option -> command.addAll(List.of("--java-options", option)));
        if (system.windows()) {
            command.addAll(List.of(
                    "--add-launcher", "melascope-cli=" + base.resolve("packaging/windows/melascope-cli.properties")));
        }
        return command;
    }

    /** On Linux the program wants its environment set before its process begins, which jpackage's launcher cannot do. */
    private void wrap(Path image) throws IOException {
        Path launcher = image.resolve("bin/melascope");
        Files.move(launcher, launcher.resolveSibling(Layout.WRAPPED)); // it reads the file of options of its own name
        Path options = image.resolve("lib/app/melascope.cfg");
        Files.move(options, options.resolveSibling(Layout.WRAPPED + ".cfg"));
        String script = Files.readString(base.resolve("packaging/linux/launcher"));
        Files.writeString(launcher, script);
        launcher.toFile().setExecutable(true, false);
        Steps.copy(base.resolve("packaging/linux/environment"), image.resolve("lib/app/environment"));
    }

    static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }
}
