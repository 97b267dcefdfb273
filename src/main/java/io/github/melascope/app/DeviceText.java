package io.github.melascope.app;

import io.github.melascope.base.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** What was found and measured of this computer, as lines for people: the same in window, on the command line and copied. */
public final class DeviceText {
    private static final double GIB = 1L << 30;
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;

    private final Words words;

    public DeviceText(Words words) {
        this.words = words;
    }

    /** A line: a name and what there is to say. */
    public record Row(String name, String text) {}

    private Row row(String key, String text) {
        return new Row(words.of("device." + key), text);
    }

    /** What was found. */
    public List<Row> facts(DeviceFacts facts) {
        List<Row> rows = new ArrayList<>();
        rows.add(row("processor", processor(facts)));
        rows.add(row(
                "memory",
                words.of("device.memory.text", gib(facts.memory()), gib(facts.freeMemory()))
                        + " "
                        + words.of("device.memory.training", gib(TrainingMemory.QUICK), gib(TrainingMemory.FULL))));
        rows.add(row("answers", library(facts.answering())));
        rows.add(row("trains", library(facts.training())));
        rows.add(row("cuda", cuda(facts)));
        return rows;
    }

    private String processor(DeviceFacts facts) {
        String threads = words.of("device.threads", facts.processor(), facts.threads());
        return facts.extensions().isEmpty() ? threads : threads + ", " + String.join(", ", facts.extensions());
    }

    private String library(DeviceFacts.Library library) {
        String found = library.folder().isEmpty()
                ? library.version()
                : words.of("device.library", library.version(), library.folder());
        return library.problem()
                .map(problem -> words.of("device.unloaded", problem.message(words)))
                .orElse(found);
    }

    private String cuda(DeviceFacts facts) {
        String cards = facts.cards().stream()
                .map(card -> words.of("device.card", card.name(), gib(card.bytes()), card.capability()))
                .collect(Collectors.joining("; "));
        String found = facts.driver()
                .map(driver -> words.of("device.driver", driver) + (cards.isEmpty() ? "" : "; " + cards))
                .orElse("");
        String verdict = facts.whyNotCuda()
                .map(why -> words.of("device.cuda.no", words.of(why)))
                .orElseGet(() -> words.of("device.cuda.yes", String.join(", ", facts.codes())));
        return found.isEmpty() ? verdict : verdict + " " + words.of("device.found", found);
    }

    /** What the self-test said; the verdict first. */
    public List<Row> selfTest(SelfTest test) {
        List<Row> rows = new ArrayList<>();
        rows.add(row(
                "self-test",
                words.of(
                        "device.self-test." + test.verdict().name().toLowerCase(Locale.ROOT),
                        test.pictures(),
                        test.model())));
        for (int i = 0; i < test.lines().size(); i++) {
            rows.add(new Row(test.lines().get(i).runtime(), line(test.lines().get(i), i == test.reference())));
        }
        return rows;
    }

    private String line(SelfTest.Line line, boolean reference) {
        if (!line.failure().isEmpty()) {
            return words.of("device.self-test.failed", line.failure());
        }
        String time = words.of("device.self-test.time", words.number(line.milliseconds(), 1));
        return (reference
                        ? words.of("device.self-test.reference")
                        : words.of(
                                line.good() ? "device.self-test.agrees" : "device.self-test.differs",
                                difference(line.largest()),
                                difference(line.tolerance())))
                + "; "
                + time;
    }

    /** With one digit that counts: {@code 0.000003}. */
    private String difference(double value) {
        return words.number(value, value > 0 && value < 1 ? (int) Math.ceil(-Math.log10(value) - 1e-9) : 0);
    }

    /** What the benchmark measured. */
    public List<Row> bench(DeviceBench bench) {
        List<Row> rows = new ArrayList<>();
        rows.add(row("bench", words.of("device.bench.what", bench.images(), bench.device())));
        rows.add(row("bench.answers", words.of("device.bench.speed", words.number(bench.answers(), 0))));
        rows.add(row("bench.quick", foretold(bench.quick())));
        rows.add(row("bench.full", foretold(bench.full())));
        rows.add(row("bench.peak", words.of("device.bench.peak-text", gib(bench.quickPeak()), gib(bench.fullPeak()))));
        if (bench.load() >= 0) {
            rows.add(row("bench.load", words.of("device.bench.load-text", words.number(bench.load(), 1))));
        }
        return rows;
    }

    private String foretold(OptionalDouble seconds) {
        return seconds.isPresent()
                ? duration(seconds.getAsDouble())
                : words.of("device.bench.unmeasured", DeviceBench.LIMIT);
    }

    /** {@code "45 s"}, {@code "12 min"}, {@code "3 h 05 min"}. */
    private String duration(double seconds) {
        if (seconds < 2 * MINUTE) {
            return words.of("device.seconds", Math.round(seconds));
        }
        long minutes = Math.round(seconds / MINUTE);
        return seconds < 2 * HOUR
                ? words.of("device.minutes", minutes)
                : words.of("device.hours", minutes / MINUTE, String.format(Locale.ROOT, "%02d", minutes % MINUTE));
    }

    private String gib(long bytes) {
        return words.of("device.gib", words.number(bytes / GIB, 1));
    }

    /** The lines as one text. */
    public static String text(List<Row> rows) {
        int width = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0) + 2;
        return rows.stream()
                .map(row -> row.name() + " ".repeat(width - row.name().length()) + row.text() + "\n")
                .collect(Collectors.joining());
    }
}
