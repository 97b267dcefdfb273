package io.github.melascope.ui.export;

import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Words;
import io.github.melascope.ui.fx.Dialogs;
import io.github.melascope.ui.fx.FileChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Shows what is about to leave the program, then saves or prints it. Enter saves. On the window's thread. */
public final class Exporter {
    private final Words words;
    private final Dialogs dialogs;
    private final FileChoice files;
    private final Printers printers;
    private final Executor previews;
    private final Executor window;
    private final LongWork work;
    private final Consumer<String> said;

    /**
     * @param previews makes what is looked at
     * @param work writes and prints
     * @param said hears what was done
     */
    public Exporter(
            Words words,
            Dialogs dialogs,
            FileChoice files,
            Printers printers,
            Executor previews,
            Executor window,
            LongWork work,
            Consumer<String> said) {
        this.words = words;
        this.dialogs = dialogs;
        this.files = files;
        this.printers = printers;
        this.previews = previews;
        this.window = window;
        this.work = work;
        this.said = said;
    }

    /** Lets the user look at it first. */
    public void offer(Draft draft) {
        PreviewModel preview = new PreviewModel(draft, previews, window);
        ContentsPane contents = new ContentsPane(words, draft, preview);
        HBox content = new HBox(16, new PreviewPane(words, preview), contents);
        HBox.setHgrow(contents, Priority.ALWAYS);
        content.getStyleClass().add("export-preview");
        content.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof CheckBox) {
                event.consume(); // a box takes Enter for itself, which is to save
                ((Button) content.getScene().lookup("#dialog-yes")).fire();
            }
        });
        List<Dialogs.Answer> answers = List.of(
                new Dialogs.Answer(words.of("print.button"), "dialog-print", ButtonData.LEFT, () -> {
                    print(draft, preview.wantedProperty().get());
                    return true;
                }),
                new Dialogs.Answer(
                        words.of("preview.save"),
                        "dialog-yes",
                        ButtonData.OK_DONE,
                        () -> save(draft, preview.wantedProperty().get())));
        dialogs.ask(draft.title(), content, contents.first(), answers, preview::close);
    }

    /** Whether the user has named a file. */
    private boolean save(Draft draft, Wanted wanted) {
        if (refuseWhileBusy()) {
            return false;
        }
        Optional<Path> file = files.save(draft.fileName(wanted));
        file.ifPresent(target -> work.start(
                draft.title(),
                (progress, cancel) -> draft.write(target, wanted, progress, cancel),
                said,
                dialogs::problem));
        return file.isPresent();
    }

    /** Prints with the usual content. */
    public void print(Draft draft) {
        print(draft, Wanted.USUAL);
    }

    private void print(Draft draft, Wanted wanted) {
        if (refuseWhileBusy()) {
            return;
        }
        // Systems ask the network for printers, which may take a while.
        work.start(
                words.of("print.looking"),
                (progress, cancel) -> printers.names(),
                names -> ask(draft, wanted, names),
                dialogs::problem);
    }

    private void ask(Draft draft, Wanted wanted, List<String> names) {
        if (names.isEmpty()) {
            dialogs.problem(new ProblemException(ProblemException.Kind.USAGE, "problem.print.none"));
            return;
        }
        Printing printing = new Printing(printers);
        new PrintQuestion(words, dialogs)
                .ask(
                        names,
                        (printer, copies) -> work.start(
                                words.of("print.work"),
                                (progress, cancel) -> printing.print(draft, wanted, printer, copies, progress, cancel),
                                pages -> said.accept(words.of("print.done", pages, printer)),
                                dialogs::problem));
    }

    private boolean refuseWhileBusy() {
        if (work.isBusy()) {
            said.accept(words.of("export.busy"));
        }
        return work.isBusy();
    }
}
