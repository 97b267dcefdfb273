package io.github.melascope.ui.cases;

import io.github.melascope.base.Words;
import io.github.melascope.cases.Agreement;
import io.github.melascope.cases.CasePage;
import io.github.melascope.ui.fx.Dialogs;
import io.github.melascope.ui.fx.FileChoice;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The cases page: search, table, details; or the follow-up of one lesion; or what to do when there is nothing to see. */
public final class CasesView extends StackPane {
    private static final KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);

    private final Words words;
    private final CasesModel model;
    private final Wishes wishes;
    private final SearchBar search;
    private final CaseTable table;
    private final BorderPane browser = new BorderPane();
    private final CasesNotice notice;
    private final FollowUpView followUp;
    private final DeleteQuestion delete;
    private final Label count = new Label();
    private final Button more;
    private final Hyperlink disagreements = new Hyperlink();
    private final StackPane middle = new StackPane();

    /** What the page asks of the window around it. */
    public interface Wishes {
        /** Shows an image of the library in the review, under the name it came with. */
        void openInReview(Path file, String name);

        /** Uses another library from now on. */
        void useLibrary(Path folder);

        void goToReview();

        /** Makes a PDF of a lesion over time. */
        void report(FollowUp lesion);

        /** Micrometres that a pixel of images of this size shows, as far as is known. */
        OptionalDouble scale(int width, int height);

        /** Tells the user what was done. */
        void say(String text);
    }

    /**
     * @param background decodes pictures
     * @param window the window's thread
     */
    public CasesView(
            Words words,
            CasesModel model,
            Dialogs dialogs,
            FileChoice files,
            Executor background,
            Executor window,
            Wishes wishes) {
        this.words = words;
        this.model = model;
        this.wishes = wishes;
        LibraryMenu menu = new LibraryMenu(words, model, dialogs, files, wishes);
        search = new SearchBar(words, model, menu.button());
        table = new CaseTable(words, model);
        notice = new CasesNotice(words, model, menu, wishes, search::clear);
        followUp = new FollowUpView(
                words, background, window, image -> wishes.scale(image.width(), image.height()), this::leaveFollowUp);
        delete = new DeleteQuestion(words, model, dialogs);
        more = new Button(words.of("cases.more"));
        build(new CaseDetailsPane(words, model, background, window, new DetailsActions()));
        listen();
    }

    private void build(CaseDetailsPane details) {
        count.setId("case-count");
        count.fontProperty().subscribe(font -> table.measure(font.getSize()));
        more.setId("case-more");
        more.getStyleClass().add("small");
        more.setOnAction(event -> model.more());
        disagreements.setId("case-disagreements");
        disagreements.setMinWidth(USE_PREF_SIZE);
        disagreements.setOnAction(event -> search.onlyDisagreements());
        FlowPane foot = new FlowPane(12, 4, count, more, disagreements);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("case-foot");
        BorderPane left = new BorderPane(middle);
        left.setBottom(foot);
        SplitPane parts = new SplitPane(left, details);
        SplitPane.setResizableWithParent(details, false);
        parts.setDividerPositions(0.66);
        parts.getStyleClass().add("review");
        VBox.setVgrow(parts, Priority.ALWAYS);
        browser.setTop(search);
        browser.setCenter(parts);
        VBox page = new VBox(browser, new CareBar(words, model.care()), new UndoBar(words, model));
        VBox.setVgrow(browser, Priority.ALWAYS);
        followUp.setVisible(false);
        getChildren().addAll(page, followUp);
        page.visibleProperty().bind(followUp.visibleProperty().not());
        middle.getChildren().addAll(table, notice);
    }

    private void listen() {
        model.pageProperty().subscribe(this::refresh);
        model.agreementsProperty().subscribe(this::refresh);
        model.stateProperty().subscribe(this::refresh);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (UNDO.match(event) && !(event.getTarget() instanceof TextInputControl)) {
                model.undo();
                event.consume();
            }
        });
        table.setOnKeyPressed(event -> {
            boolean plain = !event.isShortcutDown() && !event.isAltDown();
            if (plain && act(event.getCode())) {
                event.consume();
            }
        });
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                act(KeyCode.ENTER);
            }
        });
    }

    private boolean act(KeyCode key) {
        CaseDetailsPane.Actions actions = new DetailsActions();
        switch (key) {
            case ENTER -> model.detailsProperty().get().ifPresent(actions::open);
            case DELETE -> model.detailsProperty().get().ifPresent(actions::delete);
            case F -> model.detailsProperty().get().ifPresent(actions::followUp);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void refresh() {
        boolean open = model.stateProperty().get() instanceof LibraryState.Open;
        CasePage page = model.pageProperty().get();
        Map<Agreement, Long> agreements = model.agreementsProperty().get();
        long disagree = agreements.getOrDefault(Agreement.DISAGREE, 0L);
        long compared = disagree + agreements.getOrDefault(Agreement.AGREE, 0L);
        count.setText(open ? words.of("cases.count", page.total(), page.rows().size()) : "");
        show(more, page.rows().size() < page.total());
        disagreements.setText(words.of("cases.disagreements", disagree, compared));
        show(disagreements, compared > 0);
        search.setDisable(!open && !(model.stateProperty().get() instanceof LibraryState.Failed));
        table.setVisible(open && page.total() > 0);
        notice.refresh();
    }

    private static void show(javafx.scene.Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private void leaveFollowUp() {
        followUp.stop();
        followUp.setVisible(false);
        table.requestFocus();
    }

    /** Takes the keyboard to the search field. */
    public void focusSearch() {
        if (followUp.isVisible()) {
            leaveFollowUp();
        }
        search.focus();
    }

    private final class DetailsActions implements CaseDetailsPane.Actions {
        @Override
        public void open(CaseDetails details) {
            details.picture()
                    .file()
                    .ifPresent(file -> wishes.openInReview(file, details.row().fileName()));
        }

        @Override
        public void followUp(CaseDetails details) {
            model.followUp(details.row(), found -> {
                followUp.setVisible(true);
                followUp.show(found);
            });
        }

        @Override
        public void report(CaseDetails details) {
            model.followUp(details.row(), wishes::report);
        }

        @Override
        public void delete(CaseDetails details) {
            delete.ask(details.row());
        }
    }
}
