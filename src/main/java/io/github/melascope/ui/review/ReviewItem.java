package io.github.melascope.ui.review;

import io.github.melascope.app.BatchFile;
import io.github.melascope.base.ProblemException;
import io.github.melascope.lesion.Outcome;
import io.github.melascope.lesion.PatientFacts;
import io.github.melascope.lesion.Prediction;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/** One image of the list, and how far it has come. Its properties change on the window's thread. */
public final class ReviewItem {
    /** How far it has come. */
    public sealed interface State {
        /** Not looked at yet. */
        record Waiting() implements State {}

        /** The user cancelled before its turn. */
        record Skipped() implements State {}

        /** The model has answered, which "no answer" is too. */
        record Answered(Prediction prediction) implements State {}

        /** It cannot be used; the problem says why and what to do. */
        record Refused(ProblemException problem) implements State {}
    }

    private final BatchFile file;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Waiting());
    private final ReadOnlyObjectWrapper<@Nullable Image> thumbnail = new ReadOnlyObjectWrapper<>();

    private final ReadOnlyBooleanWrapper covered = new ReadOnlyBooleanWrapper();
    private final Runnable changed;
    private boolean revealed;
    private PatientFacts known = PatientFacts.NONE;

    /** @param changed hears when its urgency may be another */
    ReviewItem(BatchFile file, Runnable changed) {
        this.file = file;
        this.changed = changed;
    }

    BatchFile file() {
        return file;
    }

    public Path path() {
        return file.path();
    }

    /** The file's name without its folder. */
    public String name() {
        String name = file.name();
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf(File.separatorChar)) + 1);
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public State state() {
        return state.get();
    }

    void state(State value) {
        state.set(value);
        changed.run();
    }

    /** Whether its answer is not to be seen yet. */
    public ReadOnlyBooleanProperty coveredProperty() {
        return covered.getReadOnlyProperty();
    }

    boolean isCovered() {
        return covered.get();
    }

    /** Covers the answer, unless the user has earned it. */
    void cover(boolean wanted) {
        covered.set(wanted && !revealed);
        changed.run();
    }

    /** Lets the answer be seen from now on. */
    void reveal() {
        revealed = true;
        covered.set(false);
        changed.run();
    }

    /** What the user has said of the patient; kept as long as the image is in the list. */
    PatientFacts known() {
        return known;
    }

    void know(PatientFacts facts) {
        known = facts;
    }

    /** A small picture of it; null as long as there is none. */
    public ReadOnlyObjectProperty<@Nullable Image> thumbnailProperty() {
        return thumbnail.getReadOnlyProperty();
    }

    void thumbnail(@Nullable Image image) {
        thumbnail.set(image);
    }

    /** The answer, if there is one. */
    public Optional<Prediction> prediction() {
        return state.get() instanceof State.Answered answered ? Optional.of(answered.prediction()) : Optional.empty();
    }

    /** How soon a reader should look: 0 closer look, 1 no answer, 2 refused, 3 waiting or covered, 4 lower concern. */
    int urgency() {
        if (covered.get()) {
            return 3;
        }
        if (state.get() instanceof State.Answered answered) {
            Outcome outcome = answered.prediction().outcome();
            return outcome == Outcome.CLOSER_LOOK ? 0 : outcome == Outcome.NO_ANSWER ? 1 : 4;
        }
        return state.get() instanceof State.Refused ? 2 : 3;
    }
}
