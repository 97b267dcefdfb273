import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Wraps an application image in what its system installs: .deb and .rpm, .msi, .dmg. */
class Installers {
    private final Path base;
    private final Path work;
    private final String version;
    private final Target system;
    private final FileTime time;

    Installers(Path base, Path work, String version, Target system, FileTime time) {
        this.base = base;
        this.work = work;
        this.version = version;
        this.system = system;
        this.time = time;
    }

    void make(Path image) throws IOException, InterruptedException {
        Path out = Steps.empty(work.resolve("installers"));
        if (system.windows()) {
            wrap("msi", image, out, windows(), Map.of());
        } else if (system.mac()) {
            wrap("dmg", image, out, List.of("--file-associations", shared("melascope.properties")), Map.of());
        } else {
            if (Steps.there("dpkg-deb")) {
                deb(image, out);
            }
            if (Steps.there("rpmbuild")) {
                wrap("rpm", image, out, rpm(), Map.of());
            }
            if (Steps.all(out).size() == 1) {
                throw new IOException("neither dpkg-deb nor rpmbuild is on the PATH");
            }
        }
    }

    private String shared(String file) {
        return base.resolve("packaging/associations").resolve(file).toString();
    }

    private void wrap(String type, Path image, Path out, List<String> more, Map<String, String> environment)
            throws IOException, InterruptedException {
        Steps.say("." + type);
        List<String> command = new ArrayList<>(List.of(
                MakePackage.tool("jpackage"),
                "--type",
                type,
                "--app-image",
                image.toString(),
                "--dest",
                out.toString(),
                "--name",
                system.linux() ? "melascope" : "Melascope",
                "--app-version",
                version,
                "--vendor",
                "Melascope",
                "--description",
                "Helps to read dermoscopic images. Not a diagnosis.",
                "--copyright",
                "Apache-2.0",
                "--license-file",
                base.resolve("LICENSE").toString()));
        command.addAll(more);
        Steps.run(environment, command);
    }

    private List<String> windows() {
        return List.of(
                "--win-menu",
                "--win-shortcut-prompt",
                "--win-per-user-install",
                "--win-dir-chooser",
                "--win-upgrade-uuid",
                "6f3f8a3e-3d3c-4f0f-9d86-6a1c0a6d5b71",
                "--file-associations",
                shared("melascope-windows.properties"));
    }

    /** jpackage's own way of a menu entry, with our entry; it wants the icon's file instead of its name. */
    private List<String> rpm() throws IOException {
        Path resources = Steps.empty(work.resolve("rpm"));
        String entry = Files.readString(base.resolve("packaging/linux/melascope.desktop"));
        Files.writeString(
                resources.resolve("melascope.desktop"),
                entry.replace("Icon=melascope", "Icon=/opt/melascope/lib/melascope.png"));
        return List.of(
                "--linux-package-name",
                "melascope",
                "--linux-rpm-license-type",
                "ASL 2.0",
                "--linux-app-category",
                "Applications/Engineering",
                "--linux-shortcut",
                "--resource-dir",
                resources.toString(),
                "--file-associations",
                shared("melascope-linux.properties"));
    }

    /**
     * jpackage's package, packed anew with the files that desktops look for: shipped as files, they are known to dpkg, its
     * triggers update the desktop's tables, and no script has to run that fails where there is no desktop.
     */
    private void deb(Path image, Path out) throws IOException, InterruptedException {
        Path plain = Steps.empty(work.resolve("deb-plain"));
        wrap(
                "deb",
                image,
                plain,
                List.of(
                        "--linux-package-name",
                        "melascope",
                        "--linux-app-category",
                        "science",
                        "--linux-deb-maintainer",
                        "noreply@melascope.invalid"),
                Map.of("DPKG_DEB_COMPRESSOR_TYPE", "none"));
        Path made = Steps.all(plain).stream()
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow();
        Path tree = work.resolve("deb");
        Steps.delete(tree);
        Steps.run(Map.of(), List.of("dpkg-deb", "-R", made.toString(), tree.toString()));
        Steps.delete(plain);
        Steps.run(
                Map.of("SOURCE_DATE_EPOCH", String.valueOf(time.toInstant().getEpochSecond())),
                List.of("sh", base.resolve("packaging/linux/finish-deb").toString(), base.toString(), tree.toString()));
        Steps.touch(tree, time);
        Path deb = out.resolve(made.getFileName());
        Steps.run(
                Map.of("SOURCE_DATE_EPOCH", String.valueOf(time.toInstant().getEpochSecond())),
                List.of("dpkg-deb", "--root-owner-group", "-Zxz", "--build", tree.toString(), deb.toString()));
        Steps.delete(tree);
    }
}
