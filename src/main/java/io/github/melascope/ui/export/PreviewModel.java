package io.github.melascope.ui.export;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.report.PdfPages;
import io.github.melascope.ui.fx.Latest;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The pages of a file before it is written, for what the user wants in it at the moment. On the window's thread. */
public final class PreviewModel {
    /** Two dots for each that is shown, so that small print stays sharp on fine screens. */
    private static final float DOTS_PER_INCH = 80;

    private final Draft draft;
    private final Latest requests;
    private final ObjectProperty<Wanted> wanted = new SimpleObjectProperty<>(Wanted.USUAL);
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Coming());
    private CancelToken cancel = new CancelToken();
    private @Nullable Sample sample;

    /** @param background makes the pages */
    public PreviewModel(Draft draft, Executor background, Executor window) {
        this.draft = draft;
        this.requests = new Latest(background, window);
        wanted.addListener((property, was, is) -> make());
        make();
    }

    /** What is to be seen. */
    public sealed interface State {
        record Coming() implements State {}

        /**
         * A page.
         *
         * @param index 0 … pages − 1
         */
        record Shown(RgbImage page, int index, int pages) implements State {}

        /** It cannot be made, and so cannot be saved. */
        record Failed(ProblemException problem) implements State {}
    }

    /** The file as it would be now. */
    private static final class Sample {
        private final byte[] pdf;

        Sample(byte[] pdf) {
            this.pdf = pdf;
        }
    }

    private record Rendered(Sample sample, State.Shown shown) {}

    public ObjectProperty<Wanted> wantedProperty() {
        return wanted;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    private void make() {
        cancel.cancel();
        CancelToken token = new CancelToken();
        cancel = token;
        sample = null;
        Wanted now = wanted.get();
        submit(() -> render(new Sample(draft.preview(now, token)), 0));
    }

    /** Goes to another page; nothing happens where there is none. */
    public void turn(int by) {
        Sample now = sample;
        if (now != null
                && state.get() instanceof State.Shown shown
                && shown.index() + by >= 0
                && shown.index() + by < shown.pages()) {
            int index = shown.index() + by;
            submit(() -> render(now, index));
        }
    }

    private void submit(Callable<Rendered> work) {
        requests.submit(
                work,
                rendered -> {
                    sample = rendered.sample();
                    state.set(rendered.shown());
                },
                this::failed);
    }

    private static Rendered render(Sample sample, int index) throws Exception {
        try (PdfPages pages = PdfPages.open(sample.pdf)) {
            RgbImage picture = pages.render(index, DOTS_PER_INCH).picture();
            return new Rendered(sample, new State.Shown(picture, index, pages.count()));
        }
    }

    private void failed(Exception e) {
        if (!(e instanceof ProblemException problem)) {
            throw new IllegalStateException(e);
        }
        state.set(new State.Failed(problem));
    }

    /** Nobody looks any more. */
    public void close() {
        cancel.cancel();
        requests.forget();
    }

    Optional<ProblemException> problem() {
        return state.get() instanceof State.Failed failed ? Optional.of(failed.problem()) : Optional.empty();
    }
}
