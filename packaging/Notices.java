import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Writes the notices of the libraries in the package: who they are and under which licence, from the bill of materials that the
 * build makes of their POMs; then the licence and notice files that they themselves bring along, and the text of each licence.
 */
class Notices {
    /** What a POM does not say, or the bill of materials takes for something else. */
    private static final Map<String, String> BESIDES = Map.of(
            "pytorch-native-cpu",
                    "the PyTorch libraries in it: BSD-3-Clause, https://github.com/pytorch/pytorch/blob/main/LICENSE",
            "pytorch-jni", "links the PyTorch libraries: BSD-3-Clause",
            "imageio-core", "\"The BSD License\" of TwelveMonkeys is the one of three clauses",
            "jasperreports-fonts-lato", "the text of the Open Font License 1.1 is also part of PDFBox's, below",
            "jasperreports-fonts", "the DejaVu fonts in it have a licence of their own, below",
            "sqlite-jdbc", "the SQLite library in it is in the public domain");

    private static final String RULE = "=".repeat(100);

    private Notices() {}

    static void write(Path bill, Path target, Path file) throws IOException {
        TreeMap<String, String> texts = new TreeMap<>();
        StringBuilder out = new StringBuilder("Libraries that come with Melascope, and their licences.\n"
                + "The Java runtime's own notices lie beside it, in the folder \"legal\" of the runtime.\n\n");
        Document document = parse(bill);
        Element components =
                children(document.getDocumentElement(), "components").get(0);
        String before = "";
        for (Element component : children(components, "component")) {
            String line = text(component, "name") + " " + text(component, "version");
            if (!line.equals(before)) {
                out.append(line)
                        .append("\n  ")
                        .append(licences(component, texts))
                        .append('\n');
                String more = BESIDES.get(text(component, "name"));
                if (more != null) {
                    out.append("  ").append(more).append('\n');
                }
            }
            before = line;
        }
        for (Path jar : jars(target)) {
            appendFiles(jar, out);
        }
        texts.forEach((name, text) -> section(out, "Text of " + name, text));
        Files.createDirectories(file.getParent());
        Files.writeString(file, out);
    }

    private static Document parse(Path bill) throws IOException {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(bill.toFile());
        } catch (javax.xml.parsers.ParserConfigurationException | org.xml.sax.SAXException e) {
            throw new IOException(bill.toString(), e);
        }
    }

    private static String licences(Element component, Map<String, String> texts) {
        List<String> names = new ArrayList<>();
        for (Element group : children(component, "licenses")) {
            for (Element licence : children(group, "license")) {
                String id = text(licence, "id");
                String url = text(licence, "url");
                String name = id.isEmpty() ? text(licence, "name") : id;
                names.add(url.isEmpty() ? name : name + " (" + url + ")");
                String encoded = text(licence, "text");
                if (!encoded.isEmpty()) {
                    texts.put(name, new String(Base64.getMimeDecoder().decode(encoded), StandardCharsets.UTF_8));
                }
            }
        }
        return String.join("; ", names);
    }

    private static List<Path> jars(Path target) throws IOException {
        List<Path> jars = new ArrayList<>(Steps.all(target.resolve("lib")));
        jars.addAll(Steps.all(target.resolve("javafx")));
        jars.removeIf(path -> !path.toString().endsWith(".jar"));
        return jars;
    }

    private static void appendFiles(Path jar, StringBuilder out) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry :
                    zip.stream().filter(entry -> isNotice(entry.getName())).toList()) {
                String text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                section(out, jar.getFileName() + ": " + entry.getName(), text);
            }
        }
    }

    private static boolean isNotice(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        return file.matches("(?i)(.*-)?(licen[cs]e|notice|copying|thirdpartynotices|ofl)[^/]*")
                && !file.endsWith(".class");
    }

    private static void section(StringBuilder out, String title, String text) {
        out.append('\n')
                .append(RULE)
                .append('\n')
                .append(title)
                .append('\n')
                .append(RULE)
                .append('\n');
        out.append(text.replace("\r\n", "\n").strip()).append('\n');
    }

    private static List<Element> children(Element parent, String name) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node -> node instanceof Element && name.equals(node.getNodeName()))
                .map(Element.class::cast)
                .toList();
    }

    private static String text(Element parent, String name) {
        return children(parent, name).stream()
                .findFirst()
                .map(node -> node.getTextContent().strip())
                .orElse("");
    }
}
