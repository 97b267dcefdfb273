package io.github.melascope.ui.dashboard;

import io.github.melascope.base.CancelToken;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.metrics.ClassAccuracy;
import io.github.melascope.metrics.CurveBands;
import io.github.melascope.metrics.Evaluation;
import io.github.melascope.metrics.Exam;
import io.github.melascope.metrics.ExamResult;
import io.github.melascope.metrics.Figure;
import io.github.melascope.ui.fx.Latest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Figures with their intervals, worked out beside and shown as they come; a newer threshold ends what an older one began. */
final class Intervals {
    private final Latest results;
    private final Latest values;
    private final Latest curves;
    private final ReadOnlyObjectWrapper<Optional<ExamResult>> result = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Values>> predictive = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<CurveBands>> bands = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Map<Diagnosis, ClassAccuracy>> classes = new ReadOnlyObjectWrapper<>(Map.of());
    private final Latest accuracies;
    private CancelToken moving = new CancelToken();
    private CancelToken standing = new CancelToken();

    /**
     * Predictive values with intervals.
     *
     * @param threshold they are for
     * @param prevalence they are for
     */
    record Values(double threshold, double prevalence, Figure ppv, Figure npv, Figure called) {}

    Intervals(Executor background, Executor window) {
        results = new Latest(background, window);
        values = new Latest(background, window);
        curves = new Latest(background, window);
        accuracies = new Latest(background, window);
    }

    /** The figures of the newest threshold that they were worked out for. */
    ReadOnlyObjectProperty<Optional<ExamResult>> resultProperty() {
        return result.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Values>> predictiveProperty() {
        return predictive.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<CurveBands>> bandsProperty() {
        return bands.getReadOnlyProperty();
    }

    /** Of each diagnosis; empty before they are there, and for a melanoma model. */
    ReadOnlyObjectProperty<Map<Diagnosis, ClassAccuracy>> classesProperty() {
        return classes.getReadOnlyProperty();
    }

    /** Begins anew for other answers. */
    void begin() {
        forget();
        result.set(Optional.empty());
        predictive.set(Optional.empty());
        bands.set(Optional.empty());
        classes.set(Map.of());
    }

    /** Ends all work. */
    void forget() {
        moving.cancel();
        standing.cancel();
        results.forget();
        values.forget();
        curves.forget();
        accuracies.forget();
    }

    /** Works out what does not move. */
    void standing(Exhibit exhibit) {
        standing.cancel();
        CancelToken token = new CancelToken();
        standing = token;
        Exam exam = exhibit.answers().exam();
        curves.submit(
                () -> Evaluation.bands(exam, exhibit.answers().cases(), token),
                found -> bands.set(Optional.of(found)),
                Intervals::failed);
        accuracies.submit(
                () -> Evaluation.classAccuracies(exam, exhibit.answers().cases(), token),
                classes::set,
                Intervals::failed);
    }

    /** Works out what moves with the threshold. */
    void moved(Exhibit exhibit, Points points) {
        moving.cancel();
        CancelToken token = new CancelToken();
        moving = token;
        Exam exam = exhibit.answers().exam(points.threshold());
        boolean known = result.get().map(old -> old.exam().equals(exam)).orElse(false);
        if (known) {
            results.forget();
        } else {
            results.submit(
                    () -> Evaluation.of(exam, exhibit.answers().cases(), token),
                    found -> result.set(Optional.of(found)),
                    Intervals::failed);
        }
        values.submit(
                () -> values(exhibit, exam, points, token),
                found -> predictive.set(Optional.of(found)),
                Intervals::failed);
    }

    private static Values values(Exhibit exhibit, Exam exam, Points points, CancelToken token) {
        List<Figure> figures =
                Evaluation.predictiveValues(exam, exhibit.answers().cases(), points.prevalence(), token);
        return new Values(points.threshold(), points.prevalence(), figures.get(0), figures.get(1), figures.get(2));
    }

    /** Pure arithmetic: whatever it throws is a defect. */
    static void failed(Exception e) {
        throw new IllegalStateException(e);
    }
}
