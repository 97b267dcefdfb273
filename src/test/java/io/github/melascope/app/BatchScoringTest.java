package io.github.melascope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.lesion.Prediction;
import io.github.melascope.lesion.Task;
import io.github.melascope.report.BatchRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchScoringTest {
    private static final int FILES = 23;

    @TempDir
    static Path folder;

    private static AppContext context;
    private static LoadedModel model;
    private static List<BatchFile> files;

    @BeforeAll
    static void prepare() throws ProblemException, IOException {
        TinyModel.save(folder, "tiny", Task.DIAGNOSIS, 0.2, OptionalDouble.empty());
        context = new AppContext(List.of(folder), 2);
        model = context.open("tiny");
        Path images = Files.createDirectory(folder.resolve("images"));
        for (int i = 0; i < FILES; i++) {
            Path file = images.resolve(String.format(java.util.Locale.ROOT, "%02d.png", i));
            if (i % 7 == 3) {
                Files.writeString(file, "no picture");
            } else {
                TinyModel.spotFile(file, i);
            }
        }
        files = BatchFiles.of(List.of(images));
    }

    @AfterAll
    static void close() {
        model.close();
        context.close();
    }

    private static List<BatchRow> score(int batch, Progress progress) throws ProblemException, IOException {
        List<BatchRow> rows = new ArrayList<>();
        new BatchScoring(model, context.workers(), batch)
                .run(files, scored -> rows.add(scored.row()), progress, new CancelToken());
        return rows;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 23, 100})
    void rowsComeInOrderAndBadFilesDoNotStopTheRest(int batch) throws ProblemException, IOException {
        List<Long> done = new ArrayList<>();
        List<BatchRow> rows = score(batch, (stage, count, total) -> {
            assertEquals(FILES, total);
            done.add(count);
        });
        assertEquals(
                files.stream().map(BatchFile::name).toList(),
                rows.stream().map(BatchRow::file).toList());
        for (int i = 0; i < FILES; i++) {
            assertEquals(i % 7 == 3, rows.get(i) instanceof BatchRow.Refusal);
        }
        assertEquals(FILES, done.getLast());
        assertEquals(done.stream().sorted().toList(), done);
    }

    @Test
    void aBatchGivesTheAnswersOfSingleReviews() throws ProblemException, IOException {
        Reviewer reviewer = new Reviewer(model);
        for (BatchRow row : score(8, Progress.NONE)) {
            if (row instanceof BatchRow.Answer answer) {
                Prediction single = reviewer.review(Path.of(answer.file())).prediction();
                assertEquals(single.melanoma(), answer.prediction().melanoma(), 1e-6);
                assertEquals(single.outcome(), answer.prediction().outcome());
                assertEquals(single.quality(), answer.prediction().quality());
                assertEquals(
                        1,
                        answer.prediction().probabilities().values().stream()
                                .mapToDouble(Double::doubleValue)
                                .sum(),
                        1e-6);
            }
        }
    }

    @Test
    void aCancelEndsItWithinOneRun() {
        CancelToken cancel = new CancelToken();
        List<BatchRow> rows = new ArrayList<>();
        assertThrows(
                CancellationException.class,
                () -> new BatchScoring(model, context.workers(), 4)
                        .run(
                                files,
                                scored -> {
                                    rows.add(scored.row());
                                    cancel.cancel();
                                },
                                Progress.NONE,
                                cancel));
        assertEquals(4, rows.size());
    }

    @Test
    void aRowThatCannotBeWrittenEndsItToo() throws ProblemException, IOException {
        assertThrows(
                IOException.class,
                () -> new BatchScoring(model, context.workers(), 4)
                        .run(
                                files,
                                row -> {
                                    throw new IOException("disk full");
                                },
                                Progress.NONE,
                                new CancelToken()));
        assertEquals(FILES, score(4, Progress.NONE).size());
    }

    @Test
    void anImageOfSomethingElseGetsNoAnswer() throws ProblemException, IOException {
        TinyModel.save(folder, "strict", Task.DIAGNOSIS, 0.2, OptionalDouble.of(1e-7));
        try (LoadedModel strict = context.open("strict")) {
            Prediction familiar =
                    new Reviewer(strict).review(TinyModel.spot(103)).prediction();
            Prediction other = new Reviewer(strict).review(TinyModel.spot(7)).prediction();
            assertEquals("no-answer", other.outcome().code());
            assertTrue(other.reason().contains("does not look like"), other.reason());
            assertEquals("no-answer", familiar.outcome().code(), "one of five neighbours only is itself");
        }
    }
}
