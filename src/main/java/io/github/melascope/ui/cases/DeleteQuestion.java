package io.github.melascope.ui.cases;

import io.github.melascope.base.Words;
import io.github.melascope.cases.CaseRow;
import io.github.melascope.cases.Trash;
import io.github.melascope.ui.fx.Dialogs;
import java.util.Map;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** Asks how much is to be deleted, the image alone first, and says what goes with it. */
final class DeleteQuestion {
    private final Words words;
    private final CaseWords cases;
    private final CasesModel model;
    private final Dialogs dialogs;

    DeleteQuestion(Words words, CasesModel model, Dialogs dialogs) {
        this.words = words;
        this.cases = new CaseWords(words);
        this.model = model;
        this.dialogs = dialogs;
    }

    void ask(CaseRow row) {
        model.contents(row, contents -> ask(row, contents));
    }

    private void ask(CaseRow row, Map<Trash.Kind, Trash.Contents> contents) {
        ToggleGroup group = new ToggleGroup();
        VBox choices = new VBox(8);
        for (Trash.Kind kind :
                new Trash.Kind[] {Trash.Kind.IMAGE, Trash.Kind.VISIT, Trash.Kind.LESION, Trash.Kind.PATIENT}) {
            RadioButton choice = new RadioButton(text(row, kind, contents.get(kind)));
            choice.setId("delete-" + kind.name().toLowerCase(java.util.Locale.ROOT));
            choice.setWrapText(true);
            choice.setToggleGroup(group);
            choice.setUserData(kind);
            choices.getChildren().add(choice);
        }
        group.selectToggle(group.getToggles().get(0));
        choices.getChildren().add(Dialogs.text(words.of("cases.delete.undo")));
        dialogs.ask(
                words.of("cases.delete.title"),
                choices,
                choices.getChildren().get(0),
                words.of("cases.delete.yes"),
                () -> {
                    Trash.Kind kind = (Trash.Kind) group.getSelectedToggle().getUserData();
                    model.delete(row, kind, name(row, kind));
                    return true;
                });
    }

    private String text(CaseRow row, Trash.Kind kind, Trash.@org.jspecify.annotations.Nullable Contents below) {
        String what = words.of("cases.delete.what", words.of("cases.kind", kind), name(row, kind));
        if (below == null) {
            return what;
        }
        return what + " "
                + switch (kind) {
                    case PATIENT -> words.of("cases.delete.patient", below.lesions(), below.images());
                    case LESION -> words.of("cases.delete.lesion", below.visits(), below.images());
                    default -> words.of("cases.delete.visit", below.images());
                };
    }

    private String name(CaseRow row, Trash.Kind kind) {
        return switch (kind) {
            case PATIENT -> row.pseudonym();
            case LESION -> row.lesionLabel();
            case VISIT -> cases.day(row.date());
            case IMAGE -> row.fileName();
        };
    }
}
