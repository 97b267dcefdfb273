package io.github.melascope.ui.cases;

import io.github.melascope.base.Words;
import io.github.melascope.cases.CaseImage;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.ui.fx.Choices;
import io.github.melascope.ui.fx.Icons;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Everything of one case, and what can be done with it. Tags and note are kept when the keyboard leaves them. */
final class CaseDetailsPane extends ScrollPane {
    private static final double PICTURE_HEIGHT = 260;
    private static final double LEAST_EM = 20;
    private static final double USUAL_EM = 26;

    private final Words words;
    private final CaseWords cases;
    private final CasesModel model;
    private final PictureBox picture;
    private final Label title = wrapped("title-4");
    private final Label about = wrapped("text-muted");
    private final ComboBox<Optional<Diagnosis>> confirmed;
    private final ReadingList readings;
    private final OwnReadingForm own;
    private final TitledPane ownPane;
    private final TextField tags = new TextField();
    private final TextArea note = new TextArea();
    private final VBox content = new VBox();
    private final Label nothing = wrapped("text-muted");
    private Optional<CaseDetails> shown = Optional.empty();
    private boolean silent;

    /** What can be done with a case. */
    interface Actions {
        void open(CaseDetails details);

        void followUp(CaseDetails details);

        void report(CaseDetails details);

        void delete(CaseDetails details);
    }

    CaseDetailsPane(Words words, CasesModel model, Executor background, Executor window, Actions actions) {
        this.words = words;
        this.cases = new CaseWords(words);
        this.model = model;
        picture = new PictureBox(words, background, window, false, image -> OptionalDouble.empty());
        confirmed = Choices.orNone(
                "confirmed", words.of("cases.confirmed.none"), Diagnosis.ALL, value -> words.of("dx", value));
        readings = new ReadingList(words);
        own = new OwnReadingForm(words, this::commit);
        ownPane = new TitledPane(words.of("cases.own.add"), own);
        nothing.setText(words.of("cases.details.none"));
        build(actions);
        listen();
        model.detailsProperty().subscribe(this::show);
    }

    private static Label wrapped(String style) {
        Label label = new Label();
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }

    private void build(Actions actions) {
        picture.setMinHeight(PICTURE_HEIGHT);
        picture.setPrefHeight(PICTURE_HEIGHT);
        title.setId("case-title");
        confirmed.setMaxWidth(Double.MAX_VALUE);
        confirmed.setMinWidth(0);
        ownPane.setId("own-reading");
        ownPane.setExpanded(false);
        tags.setId("case-tags");
        tags.setPromptText(words.of("cases.tags.hint"));
        note.setId("case-note");
        note.setWrapText(true);
        note.setPrefRowCount(3);
        FlowPane buttons = new FlowPane(
                8,
                8,
                button("cases.open", "case-open", Feather.EYE, actions::open),
                button("cases.follow-up", "case-follow-up", Feather.COLUMNS, actions::followUp),
                button("cases.report", "case-report", Feather.FILE_TEXT, actions::report),
                button("cases.delete", "case-delete", Feather.TRASH_2, actions::delete));
        content.getStyleClass().add("case-details");
        content.getChildren()
                .addAll(
                        title,
                        about,
                        picture,
                        buttons,
                        section("cases.readings", readings),
                        ownPane,
                        section("cases.confirmed", confirmed),
                        section("cases.tags", tags),
                        section("cases.note", note));
        nothing.setPadding(new javafx.geometry.Insets(20));
        getStyleClass().add("edge-to-edge");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        about.fontProperty().subscribe(font -> {
            setMinWidth(LEAST_EM * font.getSize());
            setPrefWidth(USUAL_EM * font.getSize());
        });
    }

    private Button button(String key, String id, Feather icon, Consumer<CaseDetails> action) {
        Button button = Icons.put(new Button(words.of(key)), icon);
        button.setId(id);
        button.setOnAction(event -> shown.ifPresent(action));
        return button;
    }

    private VBox section(String key, Node body) {
        Label name = new Label(words.of(key));
        name.getStyleClass().add("section-title");
        name.setLabelFor(body);
        return new VBox(6, name, body);
    }

    private void listen() {
        confirmed.valueProperty().addListener((property, was, is) -> {
            if (!silent) {
                shown.ifPresent(now -> model.setConfirmed(now.lesion(), is));
            }
        });
        tags.setOnAction(event -> keepTags());
        tags.focusedProperty().addListener((property, was, is) -> {
            if (was) {
                keepTags();
            }
        });
        note.focusedProperty().addListener((property, was, is) -> {
            if (was) {
                keepNote();
            }
        });
        // A tab in a note is worth less than a keyboard that is not caught in it.
        note.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB) {
                note.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
                event.consume();
            }
        });
    }

    private void keepTags() {
        List<String> wanted = tags(tags.getText());
        shown.filter(now -> !now.picture().image().tags().equals(wanted))
                .ifPresent(now -> model.setTags(now.picture().image().id(), wanted));
    }

    /** Tags as they are typed, with commas between them, in the order in which the library has them. */
    static List<String> tags(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    private void keepNote() {
        shown.filter(now -> !now.visit().note().equals(note.getText()))
                .ifPresent(now -> model.setNote(now.visit(), note.getText()));
    }

    private void commit(OwnReading reading) {
        shown.ifPresent(now -> model.addOwnReading(now.picture().image().id(), reading));
        own.reset();
        ownPane.setExpanded(false);
    }

    private void show(Optional<CaseDetails> details) {
        boolean another = !id(details).equals(id(shown));
        shown = details;
        picture.show(details.map(CaseDetails::picture));
        setContent(details.isPresent() ? content : nothing);
        details.ifPresent(now -> fill(now, another));
    }

    private static Optional<Long> id(Optional<CaseDetails> details) {
        return details.map(now -> now.picture().image().id());
    }

    private void fill(CaseDetails now, boolean another) {
        CaseImage image = now.picture().image();
        title.setText(now.row().pseudonym() + " · "
                + cases.lesion(now.lesion().label(), now.lesion().site()));
        about.setText(words.of(
                "cases.about", cases.day(now.visit().date()), image.fileName(), image.width(), image.height()));
        readings.show(now.readings());
        silent = true;
        confirmed.setValue(now.lesion().confirmed());
        silent = false;
        if (another || !tags.isFocused()) {
            tags.setText(String.join(", ", image.tags()));
        }
        if (another || !note.isFocused()) {
            note.setText(now.visit().note());
        }
        if (another) {
            own.reset();
            ownPane.setExpanded(false);
            setVvalue(0);
        }
    }
}
