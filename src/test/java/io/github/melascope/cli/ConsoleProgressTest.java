package io.github.melascope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleProgressTest {
    private final StringWriter text = new StringWriter();
    private final AtomicLong seconds = new AtomicLong();

    private ConsoleProgress progress(boolean live) {
        return new ConsoleProgress(new PrintWriter(text, true), live, () -> seconds.get() * 1_000_000_000L);
    }

    @Test
    void linesComeEveryFewSecondsWithTheTimeLeft() {
        ConsoleProgress progress = progress(false);
        progress.report("stage.scoring", 1, 100);
        for (int i = 1; i <= 12; i++) {
            seconds.set(i);
            progress.report("stage.scoring", 2L * i, 100);
        }
        progress.close();
        assertEquals(
                String.format("Scoring images: 10 %%, 45 s left%nScoring images: 20 %%, 40 s left%n"), text.toString());
    }

    @Test
    void workOfAMomentSaysNothing() {
        ConsoleProgress progress = progress(false);
        seconds.set(2);
        progress.report("stage.scoring", 5, 5);
        progress.close();
        assertEquals("", text.toString());
    }

    @Test
    void onATerminalOneLineIsWrittenOverAndCleared() {
        ConsoleProgress progress = progress(true);
        seconds.set(1);
        progress.report("stage.reading", 0, 0);
        seconds.set(2);
        progress.report("stage.exam", 1, 2);
        progress.line("done");
        assertEquals(
                "\rReading images\rTaking the exam: 50 %\r" + " ".repeat(21) + "\r" + String.format("done%n"),
                text.toString());
    }

    @Test
    void aTrainingSaysWhereItIsAndWhatIsLeftOnceItCanTell() {
        ConsoleProgress progress = progress(false);
        progress.training("Training", 1, 1, 9, Double.NaN);
        seconds.set(5);
        progress.training("Training", 1, 4, 9, Double.NaN);
        seconds.set(7);
        progress.training("Training teacher 1 of 2", 2, 1, 18, 33);
        seconds.set(10);
        progress.training("Training teacher 1 of 2", 2, 3, 18, 30);
        seconds.set(5000);
        progress.training("Training", 2, 18, 18, 0);
        progress.close();
        assertEquals(
                String.format("Training, epoch 1, batch 4 of 9%n"
                        + "Training teacher 1 of 2, epoch 2, batch 3 of 18: 25 %%, 30 s left%n"
                        + "Training, epoch 2, batch 18 of 18: 100 %%, 0 s left%n"),
                text.toString());
    }

    @ParameterizedTest
    @CsvSource({"0.4,0 s", "99,99 s", "100,2 min", "5940,99 min", "6000,1 h 40 min", "90000,25 h 00 min"})
    void durationsAreRounded(double value, String words) {
        assertEquals(words, ConsoleProgress.duration(value));
    }
}
