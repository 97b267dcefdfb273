package io.github.melascope.ui.review;

import io.github.melascope.app.BatchFile;
import io.github.melascope.app.BatchFiles;
import io.github.melascope.app.Review;
import io.github.melascope.app.ReviewDesk;
import io.github.melascope.app.Reviewer;
import io.github.melascope.base.ProblemException;
import io.github.melascope.lesion.HeatMap;
import io.github.melascope.lesion.Prediction;
import io.github.melascope.ui.fx.Latest;
import io.github.melascope.ui.image.HeatChoice;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What the review window shows, without the window. Everything is called, and heard of, on the window's thread. */
public final class ReviewModel {
    private final ReviewDesk desk;
    private final Executor window;
    private final Executor lists;
    private final Latest readings;
    private final Latest maps;
    private final ReadAhead ahead;
    private final ObservableList<ReviewItem> items = FXCollections.observableArrayList();
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();
    private final ListReading listReading;
    private final ObjectProperty<@Nullable ReviewItem> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Reading> reading = new ReadOnlyObjectWrapper<>(new Reading.None());
    private final ReadOnlyObjectWrapper<@Nullable HeatMap> heatMap = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<OptionalDouble> heatOutside =
            new ReadOnlyObjectWrapper<>(OptionalDouble.empty());
    private final ObjectProperty<HeatChoice> choice = new SimpleObjectProperty<>(HeatChoice.USUAL);
    private final ReadOnlyObjectWrapper<ModelState> model = new ReadOnlyObjectWrapper<>(new ModelState.Opening());
    /** Melanoma probability from which on the outcome is a closer look; NaN before a model is open. */
    private double threshold = Double.NaN;

    private boolean covering;
    private @Nullable ReviewItem expected;

    /**
     * @param interactive one thread for what is looked at
     * @param lists one thread for long lists
     * @param window the window's thread
     */
    public ReviewModel(ReviewDesk desk, Executor interactive, Executor lists, Executor window) {
        this.desk = desk;
        this.window = window;
        this.lists = lists;
        this.readings = new Latest(interactive, window);
        this.maps = new Latest(interactive, window);
        this.ahead = new ReadAhead(desk, interactive, window);
        this.listReading = new ListReading(desk, lists, window, this::decided);
        listReading.doneProperty().subscribe(this::prepareExpected);
        selected.addListener((property, was, is) -> read(is));
        choice.addListener((property, was, is) -> explain());
    }

    /** The images, in the order they came. */
    public ObservableList<ReviewItem> items() {
        return items;
    }

    /** Grows with every answer and every cover: what was put in order by urgency may be out of order. */
    public ReadOnlyLongProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /** How far the list is. */
    public ListReading listReading() {
        return listReading;
    }

    /** The image that is looked at; null for none. */
    public ObjectProperty<@Nullable ReviewItem> selectedProperty() {
        return selected;
    }

    public ReadOnlyObjectProperty<Reading> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** Where the network looked in the image; null while there is no answer. */
    public ReadOnlyObjectProperty<@Nullable HeatMap> heatMapProperty() {
        return heatMap.getReadOnlyProperty();
    }

    /** The share of the map's heat that lies outside the lesion, 0 … 1; empty where nobody can tell. */
    public ReadOnlyObjectProperty<OptionalDouble> heatOutsideProperty() {
        return heatOutside.getReadOnlyProperty();
    }

    /** What the heat map is to explain, and how. */
    public ObjectProperty<HeatChoice> choiceProperty() {
        return choice;
    }

    public ReadOnlyObjectProperty<ModelState> modelProperty() {
        return model.getReadOnlyProperty();
    }

    /**
     * Opens a model beside, then reads everything anew with it.
     *
     * @param id empty for the usual one
     */
    public void useModel(String id, double sensitivity) {
        listReading.cancel(); // what it has answered will be answered anew
        ahead.forget();
        model.set(new ModelState.Opening());
        lists.execute(() -> {
            try {
                ReviewDesk.InUse inUse = desk.open(id);
                window.execute(() -> opened(inUse, sensitivity));
            } catch (ProblemException e) {
                window.execute(() -> model.set(new ModelState.Failed(e)));
            }
        });
    }

    private void opened(ReviewDesk.InUse inUse, double sensitivity) {
        ahead.forget();
        model.set(new ModelState.InUse(inUse.bundle(), inUse.scale(), inUse.patient()));
        threshold = thresholdFor(sensitivity);
        read(selected.get());
        listReading.start(items);
    }

    /**
     * Moves the threshold; every answer so far is decided again.
     *
     * @param sensitivity 0 for the model's own threshold
     */
    public void wantSensitivity(double sensitivity) {
        threshold = thresholdFor(sensitivity);
        for (ReviewItem item : items) {
            item.prediction().ifPresent(answer -> item.state(new ReviewItem.State.Answered(decided(answer))));
        }
        if (reading.get() instanceof Reading.Ready ready) {
            reading.set(new Reading.Ready(ready.item(), ready.review().at(threshold)));
        } else if (reading.get() instanceof Reading.Covered hidden) {
            reading.set(new Reading.Covered(hidden.item(), hidden.review().at(threshold)));
        }
    }

    private double thresholdFor(double sensitivity) {
        return model.get() instanceof ModelState.InUse inUse ? inUse.threshold(sensitivity) : Double.NaN;
    }

    private Prediction decided(Prediction prediction) {
        return Double.isNaN(threshold) ? prediction : Reviewer.at(prediction, threshold);
    }

    /** Adds files, and of folders the pictures in them; what is in the list already is not added again. */
    public void open(List<Path> paths) {
        lists.execute(() -> {
            List<BatchFile> found = BatchFiles.of(paths);
            window.execute(() -> add(found));
        });
    }

    /**
     * Adds a file, unless it is in the list, and looks at it.
     *
     * @param name what to call it
     */
    public void look(Path file, String name) {
        add(List.of(new BatchFile(name, file, Optional.empty())));
        items.stream().filter(item -> item.path().equals(file)).findFirst().ifPresent(selected::set);
    }

    private void add(List<BatchFile> found) {
        Set<Path> known = new HashSet<>();
        items.forEach(item -> known.add(item.path()));
        List<ReviewItem> fresh = found.stream()
                .filter(file -> known.add(file.path()))
                .map(file -> new ReviewItem(file, () -> changes.set(changes.get() + 1)))
                .toList();
        fresh.forEach(item -> item.cover(covering));
        items.addAll(fresh);
        if (selected.get() == null && !fresh.isEmpty()) {
            selected.set(fresh.get(0));
        }
        if (model.get() instanceof ModelState.InUse) {
            listReading.start(fresh);
        }
    }

    /** Reads what was left out when the user stopped the list. */
    public void readRest() {
        listReading.start(items.stream()
                .filter(item -> item.state() instanceof ReviewItem.State.Skipped)
                .toList());
    }

    /** Takes images out of the list, unread ones too; their files stay where they are. */
    public void remove(List<ReviewItem> unwanted) {
        Set<ReviewItem> gone = new HashSet<>(unwanted);
        ReviewItem chosen = selected.get();
        if (chosen != null && gone.contains(chosen)) {
            selected.set(null);
        }
        listReading.leaveOut(gone);
        if (gone.containsAll(items)) {
            items.clear();
        } else {
            items.removeAll(gone);
        }
    }

    private void read(@Nullable ReviewItem item) {
        readings.forget();
        forgetMap();
        if (item == null) {
            ahead.forget();
            reading.set(new Reading.None());
            return;
        }
        reading.set(new Reading.Coming(item));
        boolean begun = ahead.take(item, review -> answered(item, review), failure(item));
        if (!begun && model.get() instanceof ModelState.InUse) {
            readings.submit(() -> desk.review(item.path()), review -> answered(item, review), failure(item));
        }
    }

    /** Says which image will probably be looked at next, for it to come at once. */
    void expect(@Nullable ReviewItem next) {
        expected = next;
    }

    private void answered(ReviewItem item, Review review) {
        Review decided = review.at(threshold);
        item.state(new ReviewItem.State.Answered(decided.prediction()));
        show(item, decided);
    }

    private void show(ReviewItem item, Review review) {
        if (item.isCovered()) {
            forgetMap();
            reading.set(new Reading.Covered(item, review));
        } else {
            reading.set(new Reading.Ready(item, review));
            explain();
        }
    }

    /** Covers every answer the user has not given their own reading to, or uncovers them all. */
    public void cover(boolean wanted) {
        if (covering != wanted) {
            covering = wanted;
            items.forEach(item -> item.cover(wanted));
            showAnew();
        }
    }

    /** Lets an image's answer be seen: the user has given their own. */
    public void reveal(ReviewItem item) {
        item.reveal();
        showAnew();
    }

    private void showAnew() {
        if (reading.get() instanceof Reading.Covered hidden && !hidden.item().isCovered()) {
            show(hidden.item(), hidden.review());
        } else if (reading.get() instanceof Reading.Ready ready && ready.item().isCovered()) {
            show(ready.item(), ready.review());
        }
    }

    private Consumer<Exception> failure(ReviewItem item) {
        return e -> {
            if (!(e instanceof ProblemException problem)) {
                throw new IllegalStateException(e);
            }
            if (problem.kind() == ProblemException.Kind.INPUT) {
                item.state(new ReviewItem.State.Refused(problem));
            }
            reading.set(new Reading.Failed(item, problem));
        };
    }

    private void forgetMap() {
        maps.forget();
        heatOutside.set(OptionalDouble.empty());
        heatMap.set(null);
    }

    /** A map, and how much of it lies outside the lesion. */
    private record Explained(HeatMap map, OptionalDouble outside) {
        static Explained of(Review review, HeatMap map) {
            return new Explained(map, review.heatOutside(map));
        }
    }

    private void explained(Explained now) {
        heatOutside.set(now.outside());
        heatMap.set(now.map());
        prepareExpected();
    }

    private void explain() {
        if (reading.get() instanceof Reading.Ready ready) {
            HeatChoice asked = choice.get();
            maps.submit(
                    () -> Explained.of(
                            ready.review(), desk.explain(ready.review(), asked.target(), asked.method(), asked.fine())),
                    this::explained,
                    failure(ready.item()));
        }
    }

    /** Once all of this image is on its way to the screen there is time for another. */
    private void prepareExpected() {
        if (expected != null && !expected.equals(selected.get()) && heatMap.get() != null) {
            ahead.begin(expected);
        }
    }
}
