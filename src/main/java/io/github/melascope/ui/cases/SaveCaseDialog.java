package io.github.melascope.ui.cases;

import io.github.melascope.base.Words;
import io.github.melascope.ui.fx.Dialogs;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks where an image belongs and saves it there. Enter saves, Escape does not. */
public final class SaveCaseDialog {
    private final Words words;
    private final CasesModel model;
    private final Dialogs dialogs;
    private final Consumer<String> said;

    /** @param said hears what was done */
    public SaveCaseDialog(Words words, CasesModel model, Dialogs dialogs, Consumer<String> said) {
        this.words = words;
        this.model = model;
        this.dialogs = dialogs;
        this.said = said;
    }

    /** @param today the date of the visit unless the user says otherwise */
    public void ask(CaseEntry entry, LocalDate today) {
        SaveCaseForm form = new SaveCaseForm(words, model, today);
        dialogs.ask(
                words.of("savecase.title", entry.file().getFileName()),
                form.content(),
                form.first(),
                words.of("savecase.save"),
                () -> {
                    Optional<CasePlace> place = form.place();
                    place.ifPresent(where -> model.save(
                            entry,
                            where,
                            image -> said.accept(words.of("savecase.saved", image.fileName(), where.pseudonym()))));
                    return place.isPresent();
                });
    }
}
