package io.github.melascope.ui.cases;

import io.github.melascope.base.Words;
import io.github.melascope.cases.AuditCheck;
import io.github.melascope.cases.Backup;
import io.github.melascope.cases.Restore;
import io.github.melascope.ui.fx.Dialogs;
import io.github.melascope.ui.fx.FileChoice;
import io.github.melascope.ui.fx.Icons;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What is done with the library as a whole. */
final class LibraryMenu {
    private static final String ENDING = ".melascope-library";

    private final Words words;
    private final CasesModel model;
    private final Dialogs dialogs;
    private final FileChoice files;
    private final CasesView.Wishes wishes;

    LibraryMenu(Words words, CasesModel model, Dialogs dialogs, FileChoice files, CasesView.Wishes wishes) {
        this.words = words;
        this.model = model;
        this.dialogs = dialogs;
        this.files = files;
        this.wishes = wishes;
    }

    MenuButton button() {
        MenuItem undo = item("cases.menu.undo", "library-undo", model::undo);
        MenuButton button = Icons.put(
                new MenuButton(
                        words.of("cases.menu"),
                        null,
                        item("cases.menu.back-up", "library-back-up", this::backUp),
                        item("cases.menu.restore", "library-restore", this::restore),
                        item("cases.menu.audit", "library-audit", this::checkAudit),
                        item("cases.menu.another", "library-another", this::another),
                        undo),
                Feather.ARCHIVE);
        button.setId("library-menu");
        button.setMinWidth(MenuButton.USE_PREF_SIZE);
        button.setOnShowing(event -> undo.setDisable(model.deleted().isEmpty()));
        return button;
    }

    private MenuItem item(String key, String id, Runnable action) {
        MenuItem item = new MenuItem(words.of(key));
        item.setId(id);
        item.setOnAction(event -> action.run());
        return item;
    }

    private void backUp() {
        String name = "melascope-" + LocalDate.now(ZoneId.systemDefault()) + ENDING;
        files.save(name).ifPresent(file -> model.care().backUp(file, written -> backedUp(file, written)));
    }

    private void backedUp(Path file, Backup.Written written) {
        wishes.say(words.of("cases.backed-up", written.images(), file));
        if (!written.leftOut().isEmpty()) {
            String names = String.join(", ", written.leftOut());
            dialogs.show(words.of("cases.left-out.title"), Dialogs.text(words.of("cases.left-out", names)));
        }
    }

    /** Into a folder of its own, so that nothing that is there is lost. */
    void restore() {
        Path library = folder();
        files.backup().ifPresent(file -> {
            Path target = model.care().folderToRestore(library);
            Label text = Dialogs.text(words.of("cases.restore.text", file.getFileName(), target, library));
            dialogs.ask(words.of("cases.restore.title"), text, text, words.of("cases.restore.yes"), () -> {
                model.care().restore(file, target, restored -> restored(target, restored));
                return true;
            });
        });
    }

    private void restored(Path target, Restore.Restored restored) {
        wishes.useLibrary(target);
        wishes.say(words.of("cases.restored", restored.images(), target));
        if (!restored.audit().passed()) {
            showAudit(restored.audit());
        }
    }

    private Path folder() {
        LibraryState state = model.stateProperty().get();
        return state instanceof LibraryState.Open open
                ? open.folder()
                : state instanceof LibraryState.Failed failed
                        ? failed.folder()
                        : state instanceof LibraryState.Opening opening ? opening.folder() : Path.of("");
    }

    void another() {
        files.folder().ifPresent(wishes::useLibrary);
    }

    void again() {
        model.open(folder());
    }

    private void checkAudit() {
        model.care().checkAudit(this::showAudit);
    }

    private void showAudit(AuditCheck check) {
        if (check.fault().isPresent()) {
            AuditCheck.Fault fault = check.fault().get();
            Label text = Dialogs.text(words.of("cases.audit.broken", fault.seq(), fault.why(), check.rows()));
            dialogs.show(words.of("cases.audit.broken.title"), text);
            return;
        }
        Label text = Dialogs.text(words.of("cases.audit.whole", check.rows()));
        TextField head = new TextField(check.head());
        head.setId("audit-head");
        head.setEditable(false);
        Label name = new Label(words.of("cases.audit.head"));
        name.setLabelFor(head);
        dialogs.show(words.of("cases.audit.whole.title"), new VBox(8, text, name, head));
    }
}
