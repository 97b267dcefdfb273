package io.github.melascope.ui.cases;

import io.github.melascope.base.Words;
import io.github.melascope.cases.Agreement;
import io.github.melascope.cases.BodySite;
import io.github.melascope.cases.CaseQuery;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.Outcome;
import io.github.melascope.ui.fx.Choices;
import io.github.melascope.ui.fx.Icons;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What to search for: words, and filters under them. */
final class SearchBar extends VBox {
    private static final double DATE_WIDTH_EM = 10;
    private static final double DIAGNOSIS_WIDTH_EM = 17;

    private final Words words;
    private final CaseWords cases;
    private final CasesModel model;
    private final TextField text = new TextField();
    private final ComboBox<Optional<BodySite>> site;
    private final ComboBox<Optional<Outcome>> outcome;
    private final ComboBox<Optional<Diagnosis>> own;
    private final ToggleButton disagreements;
    private final DatePicker from = new DatePicker();
    private final DatePicker to = new DatePicker();
    private final Button clear;
    private boolean silent;

    /** @param beside stands at the right of the search field */
    SearchBar(Words words, CasesModel model, Node beside) {
        super(6);
        this.words = words;
        this.cases = new CaseWords(words);
        this.model = model;
        site = Choices.orNone("filter-site", words.of("cases.filter.any-site"), cases.sites(), cases::site);
        outcome = Choices.orNone(
                "filter-outcome",
                words.of("cases.filter.any-outcome"),
                List.of(Outcome.values()),
                value -> words.of("outcome", value));
        own = Choices.orNone(
                "filter-own", words.of("cases.filter.any-own"), Diagnosis.ALL, value -> words.of("dx", value));
        disagreements = Icons.put(new ToggleButton(words.of("cases.filter.disagreements")), Feather.ALERT_CIRCLE);
        clear = Icons.put(new Button(words.of("cases.filter.clear")), Feather.X);
        getStyleClass().add("case-search");
        getChildren().addAll(first(beside), filters());
        listen();
    }

    private HBox first(Node beside) {
        text.setId("case-search");
        text.setPromptText(words.of("cases.search"));
        text.setAccessibleText(words.of("cases.search"));
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(8, text, beside);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private FlowPane filters() {
        site.setAccessibleText(words.of("cases.column.site"));
        outcome.setAccessibleText(words.of("cases.column.answer"));
        own.setAccessibleText(words.of("cases.column.own"));
        disagreements.fontProperty().subscribe(font -> own.setPrefWidth(DIAGNOSIS_WIDTH_EM * font.getSize()));
        disagreements.setId("filter-disagreements");
        clear.setId("filter-clear");
        clear.getStyleClass().add("flat");
        date(from, "filter-from", "cases.filter.from");
        date(to, "filter-to", "cases.filter.to");
        FlowPane row = new FlowPane(
                site,
                outcome,
                own,
                disagreements,
                new HBox(8, labelled("cases.filter.from", from), labelled("cases.filter.to", to)),
                clear);
        row.getStyleClass().add("case-filters");
        return row;
    }

    private void date(DatePicker picker, String id, String key) {
        picker.setId(id);
        picker.setConverter(cases.days());
        picker.setAccessibleText(words.of(key));
        picker.getEditor().fontProperty().subscribe(font -> picker.setPrefWidth(DATE_WIDTH_EM * font.getSize()));
    }

    private HBox labelled(String key, DatePicker picker) {
        Label label = new Label(words.of(key));
        label.setLabelFor(picker);
        label.setMinWidth(USE_PREF_SIZE);
        HBox box = new HBox(6, label, picker);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private void listen() {
        text.textProperty().addListener((property, was, is) -> ask());
        site.valueProperty().addListener((property, was, is) -> ask());
        outcome.valueProperty().addListener((property, was, is) -> ask());
        own.valueProperty().addListener((property, was, is) -> ask());
        disagreements.selectedProperty().addListener((property, was, is) -> ask());
        from.valueProperty().addListener((property, was, is) -> ask());
        to.valueProperty().addListener((property, was, is) -> ask());
        clear.setOnAction(event -> {
            clear();
            text.requestFocus();
        });
        clear.setVisible(false);
        clear.managedProperty().bind(clear.visibleProperty());
    }

    private void ask() {
        if (silent) {
            return;
        }
        CaseQuery asked = model.queryProperty()
                .get()
                .withText(text.getText())
                .withSite(site.getValue())
                .withOutcome(outcome.getValue())
                .withOwn(own.getValue())
                .withAgreement(disagreements.isSelected() ? Optional.of(Agreement.DISAGREE) : Optional.empty())
                .between(day(from), day(to));
        clear.setVisible(narrows(asked));
        model.queryProperty().set(asked);
    }

    private static Optional<LocalDate> day(DatePicker picker) {
        return Optional.ofNullable(picker.getValue());
    }

    /** Whether a query leaves anything out. */
    static boolean narrows(CaseQuery query) {
        CaseQuery all = CaseQuery.ALL
                .sortedBy(query.sort(), query.descending())
                .atMost(query.most())
                .withText(query.text().isBlank() ? query.text() : "");
        return !query.equals(all);
    }

    /** Leaves nothing out any more. */
    void clear() {
        silent = true;
        text.clear();
        site.setValue(Optional.empty());
        outcome.setValue(Optional.empty());
        own.setValue(Optional.empty());
        disagreements.setSelected(false);
        from.setValue(null);
        to.setValue(null);
        silent = false;
        ask();
    }

    /** Shows what user and model disagree about, and nothing else. */
    void onlyDisagreements() {
        disagreements.setSelected(true);
    }

    /** Takes the keyboard to the search field. */
    void focus() {
        text.requestFocus();
        text.selectAll();
    }
}
