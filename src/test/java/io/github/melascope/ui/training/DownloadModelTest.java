package io.github.melascope.ui.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.app.OnlineWeights;
import io.github.melascope.base.ProblemException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The download as the wizard follows it; work is begun by the test's hand. */
class DownloadModelTest {
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final List<Path> files = new ArrayList<>();
    private final List<ProblemException> problems = new ArrayList<>();

    private DownloadModel model(DownloadModel.Server server) {
        return new DownloadModel(server, work::add, Runnable::run);
    }

    private void start(DownloadModel model) {
        model.start(OnlineWeights.IMAGENET, files::add, problems::add);
    }

    @Test
    void tellsHowMuchHasComeAndHandsTheFileOn() {
        List<DownloadModel.Amount> heard = new ArrayList<>();
        DownloadModel model = model((weights, progress, cancel) -> {
            progress.report("stage.download", 5, 20);
            return Path.of(weights.fileName());
        });
        model.amountProperty().subscribe(amount -> amount.ifPresent(heard::add));
        start(model);
        start(model);
        assertEquals(1, work.size(), "a second click begins nothing");
        work.remove().run();
        assertEquals(List.of(Path.of(OnlineWeights.IMAGENET.fileName())), files);
        assertEquals(5, heard.get(1).bytes());
        assertEquals(3 * heard.get(1).seconds(), heard.get(1).secondsLeft(), 1e-9);
        assertTrue(Double.isNaN(new DownloadModel.Amount(5, 0, 1).secondsLeft()));
        assertTrue(model.amountProperty().get().isEmpty());
    }

    @Test
    void stoppedOrFailedItCanBeBegunAgain() {
        DownloadModel model = model((weights, progress, cancel) -> {
            cancel.check();
            throw new ProblemException(ProblemException.Kind.UNUSABLE, "problem.print.none");
        });
        start(model);
        model.stop();
        work.remove().run();
        assertTrue(model.stoppedProperty().get());
        assertTrue(files.isEmpty() && problems.isEmpty());
        start(model);
        assertFalse(model.stoppedProperty().get());
        work.remove().run();
        assertEquals(1, problems.size());
        assertTrue(model.amountProperty().get().isEmpty());
    }
}
