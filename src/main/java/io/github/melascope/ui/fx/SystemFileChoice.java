package io.github.melascope.ui.fx;

import io.github.melascope.base.Words;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The system's own dialogs. They open where the last one was left, the first one where a user keeps documents. */
public final class SystemFileChoice implements FileChoice {
    private static final List<String> IMAGES = List.of(
            "*.jpg", "*.jpeg", "*.png", "*.tif", "*.tiff", "*.bmp", "*.gif", "*.webp", "*.JPG", "*.JPEG", "*.PNG",
            "*.TIF", "*.TIFF", "*.BMP");

    private final Words words;
    private final Window owner;
    private File last = beginning();

    public SystemFileChoice(Words words, Window owner) {
        this.words = words;
        this.owner = owner;
    }

    private static File beginning() {
        File home = new File(System.getProperty("user.home"));
        File documents = new File(home, "Documents");
        return documents.isDirectory() ? documents : home;
    }

    /** The toolkit refuses a folder that is gone. */
    private @Nullable File place() {
        return last.isDirectory() ? last : null;
    }

    private void leave(@Nullable File folder) {
        last = folder == null ? last : folder;
    }

    @Override
    public List<Path> images() {
        return several("file.images", IMAGES);
    }

    @Override
    public List<Path> models() {
        return several("file.models", List.of("*.melascope", "*.safetensors"));
    }

    private List<Path> several(String kind, List<String> endings) {
        FileChooser chooser = new FileChooser();
        chooser.setInitialDirectory(place());
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(words.of(kind), endings),
                        new FileChooser.ExtensionFilter(words.of("file.all"), "*.*"));
        List<File> files = chooser.showOpenMultipleDialog(owner);
        if (files == null || files.isEmpty()) {
            return List.of();
        }
        leave(files.get(0).getParentFile());
        return files.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> folder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setInitialDirectory(place());
        @Nullable File folder = chooser.showDialog(owner);
        leave(folder);
        return Optional.ofNullable(folder).map(File::toPath);
    }

    @Override
    public Optional<Path> backup() {
        return one("file.backups", "*.melascope-library");
    }

    @Override
    public Optional<Path> weights() {
        return one("file.weights", "*.safetensors");
    }

    @Override
    public Optional<Path> cudaArchive() {
        return one("file.cuda", "*.zip", "*.jar");
    }

    private Optional<Path> one(String kind, String... endings) {
        FileChooser chooser = new FileChooser();
        chooser.setInitialDirectory(place());
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(words.of(kind), endings),
                        new FileChooser.ExtensionFilter(words.of("file.all"), "*.*"));
        @Nullable File file = chooser.showOpenDialog(owner);
        leave(file == null ? null : file.getParentFile());
        return Optional.ofNullable(file).map(File::toPath);
    }

    @Override
    public Optional<Path> save(String name) {
        FileChooser chooser = new FileChooser();
        chooser.setInitialDirectory(place());
        chooser.setInitialFileName(name);
        @Nullable File file = chooser.showSaveDialog(owner);
        leave(file == null ? null : file.getParentFile());
        return Optional.ofNullable(file).map(File::toPath);
    }
}
