package io.github.melascope.dataset;

import io.github.melascope.base.IoReason;
import io.github.melascope.base.ProblemException;
import io.github.melascope.imaging.ImageDecoder;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What lies in a dataset folder and below: images and tables, in the order of their paths. */
final class DatasetFiles {
    private static final int MAX_DEPTH = 12;
    private static final Pattern IMAGE_ENDING =
            Pattern.compile("\\.(jpe?g|jpe|jfif|mpo|png|bmp|dib|gif|tiff?|webp)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern TABLE =
            Pattern.compile(".*\\.(csv|tsv|tab)|ham10000_metadata(\\.txt)?", Pattern.CASE_INSENSITIVE);
    /** Lesion outlines lie beside the images in many downloads; they are no images of lesions. */
    private static final Pattern OUTLINE =
            Pattern.compile(".*_(segmentation|mask|superpixels)", Pattern.CASE_INSENSITIVE);

    private static final Set<String> OUTLINE_FOLDERS = Set.of("mask", "masks", "segmentation", "segmentations");

    private final Path root;
    private final List<Path> images = new ArrayList<>();
    private final List<Path> tables = new ArrayList<>();
    private final List<Finding> problems = new ArrayList<>();
    private final Map<String, List<Path>> byName = new HashMap<>();

    private DatasetFiles(Path root) {
        this.root = root;
    }

    static DatasetFiles of(Path dir) throws ProblemException {
        Path root = dir.toAbsolutePath().normalize();
        if (!Files.isDirectory(root)) {
            boolean file = Files.exists(root);
            throw new ProblemException(
                    ProblemException.Kind.UNUSABLE, file ? "problem.dataset.file" : "problem.dataset.missing", dir);
        }
        DatasetFiles files = new DatasetFiles(root);
        files.walk(dir);
        return files;
    }

    Path root() {
        return root;
    }

    List<Path> images() {
        return images;
    }

    List<Path> tables() {
        return tables;
    }

    List<Finding> problems() {
        return problems;
    }

    /** Images of this file name, or of this name without ending, whatever the case of either. */
    List<Path> named(String name) {
        return byName.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    /** The path below the root, with forward slashes. */
    String relative(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    /** The name without its ending, if that is an image's. */
    static String withoutEnding(String name) {
        return IMAGE_ENDING.matcher(name).replaceFirst("");
    }

    static String stem(Path file) {
        return withoutEnding(String.valueOf(file.getFileName()));
    }

    private void walk(Path dir) throws ProblemException {
        try {
            Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), MAX_DEPTH, new Visitor());
        } catch (IOException e) {
            throw new ProblemException(
                    ProblemException.Kind.UNUSABLE, e, "problem.dataset.unread", dir, IoReason.of(e));
        }
        images.sort(null);
        tables.sort(null);
        for (Path image : images) {
            String name = String.valueOf(image.getFileName()).toLowerCase(Locale.ROOT);
            byName.computeIfAbsent(name, key -> new ArrayList<>()).add(image);
            byName.computeIfAbsent(withoutEnding(name), key -> new ArrayList<>())
                    .add(image);
        }
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = String.valueOf(folder.getFileName()).toLowerCase(Locale.ROOT);
            boolean skip = !folder.equals(root)
                    && (name.startsWith(".") || name.equals("__macosx") || OUTLINE_FOLDERS.contains(name));
            return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = String.valueOf(file.getFileName());
            if (name.startsWith(".") || attributes.isDirectory()) {
                return FileVisitResult.CONTINUE;
            }
            if (TABLE.matcher(name).matches()) {
                tables.add(file);
            } else if (ImageDecoder.looksLikeImage(file)
                    && !OUTLINE.matcher(withoutEnding(name)).matches()) {
                images.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (file.equals(root)) {
                throw e;
            }
            problems.add(new Finding(Finding.Kind.UNREADABLE_FOLDER, relative(file), IoReason.of(e)));
            return FileVisitResult.CONTINUE;
        }
    }
}
