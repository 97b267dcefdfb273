import java.nio.file.Path;

/**
 * Where things lie in an application image of jpackage.
 *
 * @param app what the program brought with it
 * @param runtime the trimmed JDK
 * @param config the launcher's
 */
record Layout(Path app, Path runtime, Path config) {
    /** What jpackage's launcher is called on Linux, where a script stands before it. */
    static final String WRAPPED = "melascope-program";

    static Layout of(Path image, String name, Target system) {
        if (system.linux()) {
            return of(image.resolve("lib/app"), image.resolve("lib/runtime"), WRAPPED);
        }
        if (system.windows()) {
            return of(image.resolve("app"), image.resolve("runtime"), name);
        }
        return of(image.resolve("Contents/app"), image.resolve("Contents/runtime/Contents/Home"), name);
    }

    private static Layout of(Path app, Path runtime, String name) {
        return new Layout(app, runtime, app.resolve(name + ".cfg"));
    }
}
