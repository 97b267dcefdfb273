package io.github.melascope.ui.cases;

import io.github.melascope.base.ProblemException;
import io.github.melascope.cases.Agreement;
import io.github.melascope.cases.CaseImage;
import io.github.melascope.cases.CasePage;
import io.github.melascope.cases.CaseQuery;
import io.github.melascope.cases.CaseRow;
import io.github.melascope.cases.Deletion;
import io.github.melascope.cases.Lesion;
import io.github.melascope.cases.Patient;
import io.github.melascope.cases.Trash;
import io.github.melascope.cases.Visit;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.ui.fx.Latest;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What the cases page shows, without the window. Everything is called, and heard of, on the window's thread. */
public final class CasesModel {
    private static final int MORE = 200;
    private static final CasePage NOTHING = new CasePage(List.of(), 0);

    private final LibraryAccess access;
    private final LibraryCare care;
    private final Latest searches;
    private final Latest counts;
    private final Latest looks;
    private final ObjectProperty<CaseQuery> query = new SimpleObjectProperty<>(CaseQuery.ALL);
    private final ReadOnlyObjectWrapper<CasePage> page = new ReadOnlyObjectWrapper<>(NOTHING);
    private final ReadOnlyObjectWrapper<Map<Agreement, Long>> agreements = new ReadOnlyObjectWrapper<>(Map.of());
    private final ObjectProperty<@Nullable CaseRow> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Optional<CaseDetails>> details = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<Deleted> deleted = FXCollections.observableArrayList();
    private long wanted;

    /**
     * @param library one thread for the library, on which nothing else runs
     * @param window the window's thread
     * @param problems hears what did not work
     */
    public CasesModel(Executor library, Executor window, Clock clock, Consumer<ProblemException> problems) {
        this.access = new LibraryAccess(library, window, clock, problems);
        this.care = new LibraryCare(access, window, problems);
        this.searches = access.requests();
        this.counts = access.requests();
        this.looks = access.requests();
        query.addListener((property, was, is) -> search());
        selected.addListener((property, was, is) -> look());
        access.stateProperty().addListener((property, was, is) -> changed(is));
    }

    public ReadOnlyObjectProperty<LibraryState> stateProperty() {
        return access.stateProperty();
    }

    /** What is searched for; a new query is searched for at once. */
    public ObjectProperty<CaseQuery> queryProperty() {
        return query;
    }

    public ReadOnlyObjectProperty<CasePage> pageProperty() {
        return page.getReadOnlyProperty();
    }

    /** How many images of the whole library there are of each agreement; empty before they were counted. */
    public ReadOnlyObjectProperty<Map<Agreement, Long>> agreementsProperty() {
        return agreements.getReadOnlyProperty();
    }

    /** The row that is looked at; null for none. */
    public ObjectProperty<@Nullable CaseRow> selectedProperty() {
        return selected;
    }

    /** Of the selected row; empty until they were read. */
    public ReadOnlyObjectProperty<Optional<CaseDetails>> detailsProperty() {
        return details.getReadOnlyProperty();
    }

    /** What can be brought back, the latest deletion last. */
    public ObservableList<Deleted> deleted() {
        return deleted;
    }

    /** Backup, restore, audit trail. */
    public LibraryCare care() {
        return care;
    }

    /** Closes what is open and opens the library in a folder, or makes one there. */
    public void open(Path folder) {
        access.open(folder);
    }

    /** Closes the library, which makes its deletions final. */
    public void close() {
        access.close();
    }

    private void changed(LibraryState state) {
        searches.forget();
        counts.forget();
        selected.set(null);
        page.set(NOTHING);
        agreements.set(Map.of());
        deleted.clear();
        if (state instanceof LibraryState.Open) {
            refresh();
        }
    }

    private boolean isOpen() {
        return access.stateProperty().get() instanceof LibraryState.Open;
    }

    /** Reads all that is shown anew. */
    private void refresh() {
        search();
        access.ask(counts, library -> library.search().agreements(), agreements::set);
    }

    private void search() {
        if (isOpen()) {
            CaseQuery asked = query.get();
            access.ask(searches, library -> library.search().find(asked), this::found);
        }
    }

    private void found(CasePage now) {
        CaseRow was = selected.get();
        long id = wanted != 0 || was == null ? wanted : was.imageId();
        wanted = 0;
        page.set(now);
        selected.set(now.rows().stream()
                .filter(row -> row.imageId() == id)
                .findFirst()
                .orElse(null));
        look();
    }

    private void look() {
        CaseRow row = selected.get();
        looks.forget();
        if (row == null) {
            details.set(Optional.empty());
        } else {
            access.ask(looks, library -> CaseDetails.of(library, row), details::set);
        }
    }

    /** Asks for more rows of what was found. */
    public void more() {
        query.set(query.get().atMost(query.get().most() + MORE));
    }

    /** Saves an image as a case, or nothing of it; the cases page then shows it, if the search lets it. */
    public void save(CaseEntry entry, CasePlace place, Consumer<CaseImage> done) {
        access.run(library -> CaseSaving.save(library, entry, place), image -> {
            wanted = image.id();
            refresh();
            done.accept(image);
        });
    }

    /** Commits the user's own reading of an image. */
    public void addOwnReading(long imageId, OwnReading own) {
        change(library -> library.readings().add(imageId, own.diagnosis(), own.confidence(), own.note()));
    }

    /** Commits the user's own reading of every image of the library that is this very file, if there are any. */
    public void addOwnReading(Path file, OwnReading own) {
        change(library -> CaseSaving.read(library, file, own));
    }

    public void setTags(long imageId, Collection<String> tags) {
        change(library -> library.images().setTags(imageId, tags));
    }

    public void setNote(Visit visit, String note) {
        change(library -> library.visits().change(new Visit(visit.id(), visit.lesionId(), visit.date(), note)));
    }

    /** Sets what histopathology said. */
    public void setConfirmed(Lesion lesion, Optional<Diagnosis> confirmed) {
        change(library -> library.lesions()
                .change(new Lesion(
                        lesion.id(), lesion.patientId(), lesion.label(), lesion.site(), confirmed, lesion.note())));
    }

    private <T> void change(LibraryAccess.Work<T> work) {
        access.run(work, result -> refresh());
    }

    /** What would be deleted along with something. */
    public void contents(CaseRow row, Consumer<Map<Trash.Kind, Trash.Contents>> done) {
        access.run(
                library -> Map.of(
                        Trash.Kind.PATIENT, library.trash().contents(Trash.Kind.PATIENT, row.patientId()),
                        Trash.Kind.LESION, library.trash().contents(Trash.Kind.LESION, row.lesionId()),
                        Trash.Kind.VISIT, library.trash().contents(Trash.Kind.VISIT, row.visitId())),
                done);
    }

    /**
     * Deletes an image, or what it belongs to.
     *
     * @param name of it, for the offer to undo
     */
    public void delete(CaseRow row, Trash.Kind kind, String name) {
        access.run(library -> library.trash().delete(kind, id(row, kind)), deletion -> {
            deleted.add(new Deleted(deletion, kind, name));
            refresh();
        });
    }

    private static long id(CaseRow row, Trash.Kind kind) {
        return switch (kind) {
            case PATIENT -> row.patientId();
            case LESION -> row.lesionId();
            case VISIT -> row.visitId();
            case IMAGE -> row.imageId();
        };
    }

    /** Brings back what was deleted last; nothing happens when nothing was. */
    public void undo() {
        if (deleted.isEmpty()) {
            return;
        }
        Deleted last = deleted.get(deleted.size() - 1);
        access.run(library -> undo(library.trash(), last.deletion()), done -> {
            deleted.remove(last);
            refresh();
        });
    }

    private static Deletion undo(Trash trash, Deletion deletion) throws ProblemException {
        trash.undo(deletion);
        return deletion;
    }

    /** The patients, the one added last first. */
    public void patients(Consumer<List<Patient>> done) {
        access.run(
                library -> library.patients().list().stream()
                        .sorted(java.util.Comparator.comparingLong(Patient::id).reversed())
                        .toList(),
                done);
    }

    public void lesions(long patientId, Consumer<List<Lesion>> done) {
        access.run(library -> library.lesions().of(patientId), done);
    }

    /** All images of a row's lesion. */
    public void followUp(CaseRow row, Consumer<FollowUp> done) {
        access.run(library -> FollowUp.of(library, row), done);
    }
}
