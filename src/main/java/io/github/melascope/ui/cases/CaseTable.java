package io.github.melascope.ui.cases;

import io.github.melascope.base.Words;
import io.github.melascope.cases.Agreement;
import io.github.melascope.cases.CasePage;
import io.github.melascope.cases.CaseQuery;
import io.github.melascope.cases.CaseRow;
import io.github.melascope.lesion.Outcome;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** The cases that were found, in the order in which the library gives them. */
final class CaseTable extends TableView<CaseRow> {
    private final Words words;
    private final CaseWords cases;
    private final CasesModel model;
    private final Map<TableColumn<CaseRow, ?>, CaseQuery.Sort> sorts = new HashMap<>();
    private final Map<TableColumn<CaseRow, ?>, Double> widths = new HashMap<>();
    private boolean silent;

    CaseTable(Words words, CasesModel model) {
        this.words = words;
        this.cases = new CaseWords(words);
        this.model = model;
        setId("case-table");
        setAccessibleText(words.of("cases.title"));
        setPlaceholder(new Label());
        columns();
        listen();
    }

    private void columns() {
        column("patient", CaseQuery.Sort.PSEUDONYM, 7, CaseRow::pseudonym);
        column("lesion", CaseQuery.Sort.LESION, 8, CaseRow::lesionLabel);
        TableColumn<CaseRow, String> date = column("visit", CaseQuery.Sort.DATE, 8, row -> cases.day(row.date()));
        column(
                "own",
                CaseQuery.Sort.OWN,
                10.5,
                row -> row.own().map(own -> words.of("dx", own)).orElse("–"));
        TableColumn<CaseRow, String> answer = column("answer", CaseQuery.Sort.MELANOMA, 13.5, this::answer);
        answer.setCellFactory(column -> new WordCell(
                row -> row.outcome().map(Outcome::code).orElse(""), "closer-look", "lower-concern", "no-answer"));
        TableColumn<CaseRow, String> agreement = column(
                "agreement",
                CaseQuery.Sort.AGREEMENT,
                8,
                row -> row.agreement() == Agreement.INCOMPLETE ? "–" : words.of("cases.agreement", row.agreement()));
        agreement.setCellFactory(
                column -> new WordCell(row -> row.agreement() == Agreement.DISAGREE ? "strong" : "", "strong"));
        column("site", CaseQuery.Sort.SITE, 9, row -> cases.site(row.site()));
        column("file", CaseQuery.Sort.FILE_NAME, 10, CaseRow::fileName);
        date.setSortType(TableColumn.SortType.DESCENDING);
        getSortOrder().add(date);
    }

    private String answer(CaseRow row) {
        return row.outcome()
                .map(outcome -> cases.answer(outcome, row.melanoma().orElse(0)))
                .orElse("–");
    }

    /** @param em of the text's size */
    private TableColumn<CaseRow, String> column(
            String name, CaseQuery.Sort sort, double em, Function<CaseRow, String> text) {
        String key = "cases.column." + name;
        TableColumn<CaseRow, String> column = new TableColumn<>(words.of(key));
        column.setId("column-" + name);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(text.apply(cell.getValue())));
        column.setCellFactory(any -> new WordCell(row -> ""));
        column.setReorderable(false);
        widths.put(column, em);
        sorts.put(column, sort);
        getColumns().add(column);
        return column;
    }

    /** Makes the columns as wide as their words need; {@code em} is the size of the text. */
    void measure(double em) {
        widths.forEach((column, width) -> column.setPrefWidth(em * width));
    }

    /** The library sorts, not the table: it shows only the first rows of many. */
    private void listen() {
        setSortPolicy(table -> {
            sort(getSortOrder().isEmpty() ? null : getSortOrder().get(0));
            return true;
        });
        model.pageProperty().subscribe(this::show);
        model.selectedProperty().addListener((property, was, is) -> select(is));
        getSelectionModel().selectedItemProperty().addListener((property, was, is) -> {
            if (!silent) {
                model.selectedProperty().set(is);
            }
        });
    }

    private void sort(@Nullable TableColumn<CaseRow, ?> column) {
        CaseQuery.Sort sort = column == null ? CaseQuery.ALL.sort() : Objects.requireNonNull(sorts.get(column));
        boolean descending = column == null || column.getSortType() == TableColumn.SortType.DESCENDING;
        model.queryProperty().set(model.queryProperty().get().sortedBy(sort, descending));
    }

    private void show(CasePage page) {
        silent = true;
        getItems().setAll(page.rows());
        silent = false;
        select(model.selectedProperty().get());
    }

    private void select(@Nullable CaseRow row) {
        silent = true;
        if (row == null) {
            getSelectionModel().clearSelection();
        } else if (!row.equals(getSelectionModel().getSelectedItem())) {
            getSelectionModel().clearSelection();
            getSelectionModel().select(row);
            scrollTo(row);
        }
        silent = false;
    }
}
