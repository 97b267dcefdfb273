import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.imageio.ImageIO;

/**
 * Renders the drawings of the folder {@code icons} to what the systems want: PNG files of all sizes, one {@code .ico} for
 * Windows, one {@code .icns} for macOS, and the window's own icons beside the classes. Run by the build as a source file,
 * with JSVG on its class path. Does nothing when nothing has changed.
 */
class Icons {
    private static final int[] SIZES = {16, 24, 32, 48, 64, 128, 256, 512, 1024};
    private static final List<Integer> WINDOW = List.of(16, 24, 32, 48, 64, 128, 256);
    private static final List<Integer> ICO = List.of(16, 24, 32, 48, 64, 128, 256);
    /** Apple's names for sizes; those from ic11 on are for screens of double density. */
    private static final Map<String, Integer> ICNS = new LinkedHashMap<>();

    static {
        ICNS.put("icp4", 16);
        ICNS.put("icp5", 32);
        ICNS.put("ic07", 128);
        ICNS.put("ic08", 256);
        ICNS.put("ic09", 512);
        ICNS.put("ic10", 1024);
        ICNS.put("ic11", 32);
        ICNS.put("ic12", 64);
        ICNS.put("ic13", 256);
        ICNS.put("ic14", 512);
    }

    private static final int LARGEST_SMALL = 32;

    /** @param args the drawings' folder, the folder for all sizes, the folder for the window's */
    public static void main(String[] args) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Path drawings = Path.of(args[0]);
        Path all = Files.createDirectories(Path.of(args[1]));
        Path window = Files.createDirectories(Path.of(args[2]));
        if (fresh(drawings, all, window)) {
            return;
        }
        Map<Integer, byte[]> application = render(drawings, "melascope");
        for (int size : WINDOW) {
            Files.write(window.resolve("melascope-" + size + ".png"), application.get(size));
        }
        write(all, "melascope", application);
        write(all, "document", render(drawings, "document"));
    }

    /** Whether the file that is written last is younger than every drawing, and the window's icons are there. */
    private static boolean fresh(Path drawings, Path all, Path window) throws IOException {
        Path last = all.resolve("document.icns");
        if (!Files.exists(last) || !Files.exists(window.resolve("melascope-256.png"))) {
            return false;
        }
        FileTime made = Files.getLastModifiedTime(last);
        for (String name : List.of("melascope", "melascope-small", "document")) {
            if (Files.getLastModifiedTime(drawings.resolve(name + ".svg")).compareTo(made) > 0) {
                return false;
            }
        }
        return true;
    }

    private static Map<Integer, byte[]> render(Path drawings, String name) throws IOException {
        SVGDocument usual = load(drawings.resolve(name + ".svg"));
        Path small = drawings.resolve(name + "-small.svg");
        SVGDocument tiny = Files.exists(small) ? load(small) : usual;
        Map<Integer, byte[]> images = new TreeMap<>();
        for (int size : SIZES) {
            images.put(size, png(size <= LARGEST_SMALL ? tiny : usual, size));
        }
        return images;
    }

    private static SVGDocument load(Path file) throws IOException {
        return Objects.requireNonNull(new SVGLoader().load(file.toUri().toURL()), () -> "not drawn: " + file);
    }

    private static byte[] png(SVGDocument drawing, int size) throws IOException {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        drawing.render(null, pen, new ViewBox(size, size));
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static void write(Path folder, String name, Map<Integer, byte[]> images) throws IOException {
        for (Map.Entry<Integer, byte[]> image : images.entrySet()) {
            Files.write(folder.resolve(name + "-" + image.getKey() + ".png"), image.getValue());
        }
        try (OutputStream out = Files.newOutputStream(folder.resolve(name + ".ico"))) {
            out.write(ico(images));
        }
        Files.write(folder.resolve(name + ".icns"), icns(images));
    }

    /** ICO: a header of 6 bytes, an entry of 16 for each image, then the images, here all as PNG (Windows Vista and later). */
    private static byte[] ico(Map<Integer, byte[]> images) throws IOException {
        int offset = 6 + 16 * ICO.size();
        ByteBuffer head = ByteBuffer.allocate(offset).order(ByteOrder.LITTLE_ENDIAN);
        head.putShort((short) 0).putShort((short) 1).putShort((short) ICO.size());
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size : ICO) {
            byte[] image = images.get(size);
            byte side = (byte) (size == 256 ? 0 : size);
            head.put(side)
                    .put(side)
                    .put((byte) 0)
                    .put((byte) 0)
                    .putShort((short) 1)
                    .putShort((short) 32);
            head.putInt(image.length).putInt(offset + body.size());
            body.write(image);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(head.array());
        body.writeTo(out);
        return out.toByteArray();
    }

    /** ICNS: "icns" and the length of all, then for each image its name, its length with these eight bytes, and a PNG. */
    private static byte[] icns(Map<Integer, byte[]> images) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(body);
        for (Map.Entry<String, Integer> entry : ICNS.entrySet()) {
            byte[] image = images.get(entry.getValue());
            out.write(entry.getKey().getBytes(StandardCharsets.US_ASCII));
            out.writeInt(8 + image.length);
            out.write(image);
        }
        return ByteBuffer.allocate(8 + body.size())
                .put("icns".getBytes(StandardCharsets.US_ASCII))
                .putInt(8 + body.size())
                .put(body.toByteArray())
                .array();
    }
}
