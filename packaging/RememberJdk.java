import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes down which JDK built the program, and its JVM options, for the launcher. Run by the build as a source file. */
class RememberJdk {
    public static void main(String[] args) throws IOException {
        Path target = Path.of(args[0]);
        Files.createDirectories(target);
        Files.writeString(target.resolve("jdk.home"), System.getProperty("java.home") + "\n");
        Files.writeString(target.resolve("jvm.options"), args[1].strip().replaceAll("\\s+", "\n") + "\n");
        makeNewJar(target.resolve("melascope.jar"));
    }

    /** A build that changes nothing would leave the old jar with its old time, from which the launcher reads that the build broke off. */
    private static void makeNewJar(Path jar) {
        try {
            Files.deleteIfExists(jar);
        } catch (IOException e) {
            // Windows keeps the jar of a running program: the launcher then builds once more.
        }
    }
}
