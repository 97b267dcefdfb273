import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Function;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Copies libraries for a package. Native files are taken out of them: this system's lie unpacked beside, so that nothing is
 * unpacked at a start and nothing needs a folder to do so; other systems' are left behind. What remains is stored, not deflated:
 * it is read faster, and the installer packs it better.
 */
class Jars {
    /** Instead of a place for a native file: it stays in its jar. */
    static final Path KEEP = Path.of("keep");

    private Jars() {}

    /** @param natives where the native file of an entry is to lie: a path, {@link #KEEP}, or null for nowhere */
    static void copy(Path jar, Path copy, Function<String, Path> natives) throws IOException {
        Files.createDirectories(copy.getParent());
        try (ZipFile in = new ZipFile(jar.toFile());
                OutputStream file = Files.newOutputStream(copy);
                ZipOutputStream out = new ZipOutputStream(file)) {
            List<? extends ZipEntry> entries =
                    in.stream().filter(entry -> !entry.isDirectory()).toList();
            for (ZipEntry entry : entries) {
                String name = entry.getName();
                Path place = isNative(name) ? natives.apply(name) : KEEP;
                if (place == KEEP) {
                    store(in, entry, out);
                } else if (place != null) {
                    Files.createDirectories(place.getParent());
                    Files.copy(in.getInputStream(entry), place, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static boolean isNative(String name) {
        return name.matches(".*\\.(so(\\.\\d+)*|dll|dylib|jnilib|a)") || name.contains(".dSYM/");
    }

    private static void store(ZipFile in, ZipEntry entry, ZipOutputStream out) throws IOException {
        byte[] bytes = in.getInputStream(entry).readAllBytes();
        CRC32 sum = new CRC32();
        sum.update(bytes);
        ZipEntry stored = new ZipEntry(entry.getName());
        stored.setMethod(ZipEntry.STORED);
        stored.setSize(bytes.length);
        stored.setCrc(sum.getValue());
        stored.setTimeLocal(java.time.LocalDateTime.of(2000, 1, 1, 0, 0));
        out.putNextEntry(stored);
        out.write(bytes);
        out.closeEntry();
    }
}
