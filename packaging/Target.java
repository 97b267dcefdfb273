import java.util.List;

/**
 * A system that packages are made for, by the names under which libraries keep their native files.
 *
 * @param classifier PyTorch's
 * @param onnx ONNX Runtime's
 * @param sqlite the database driver's
 * @param jna JNA's
 */
record Target(String classifier, String onnx, String sqlite, String jna) {
    private static final List<Target> ALL = List.of(
            new Target("linux-x86_64", "linux-x64", "Linux/x86_64", "linux-x86-64"),
            new Target("linux-aarch64", "linux-aarch64", "Linux/aarch64", "linux-aarch64"),
            new Target("osx-aarch64", "osx-aarch64", "Mac/aarch64", "darwin-aarch64"),
            new Target("win-x86_64", "win-x64", "Windows/x86_64", "win32-x86-64"));

    static Target of(String classifier) {
        return ALL.stream()
                .filter(target -> target.classifier.equals(classifier))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no packages are made for " + classifier));
    }

    boolean linux() {
        return classifier.startsWith("linux");
    }

    boolean mac() {
        return classifier.startsWith("osx");
    }

    boolean windows() {
        return classifier.startsWith("win");
    }

    /** Where a native file of a library goes: a folder beside the libraries, or nowhere, or it stays in its jar. */
    enum Place {
        NATIVES,
        PYTORCH,
        NOWHERE,
        JAR
    }

    /** @param entry name in a jar */
    Place place(String entry) {
        if (entry.startsWith("pytorch/") || entry.startsWith("jnilib/" + classifier + "/cpu/")) {
            return Place.PYTORCH;
        }
        if (entry.startsWith("jnilib/" + classifier + "/")) {
            return Place.JAR; // for a CUDA that the user brings
        }
        boolean ours = entry.startsWith("ai/onnxruntime/native/" + onnx + "/") && !entry.contains(".dSYM/")
                || entry.startsWith("org/sqlite/native/" + sqlite + "/")
                || entry.startsWith("com/sun/jna/" + jna + "/");
        return ours ? Place.NATIVES : Place.NOWHERE;
    }
}
