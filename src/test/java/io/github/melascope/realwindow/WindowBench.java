package io.github.melascope.realwindow;

import io.github.melascope.app.AppContext;
import io.github.melascope.imaging.JpegWriter;
import io.github.melascope.imaging.synthetic.SyntheticLesions;
import io.github.melascope.lesion.Diagnosis;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How fast the real window is here: {@code ./mvnw -B test -Dtest=WindowBench}. It prints figures and asserts none, for they
 * depend on what else the machine does. Real images are used where they are on the machine, else drawn ones.
 */
@SuppressWarnings({"NullAway.Init", "SystemOut"})
class WindowBench {
    private static final Path REAL_LARGE = Path.of("..", "shared", "data", "ham10000_full_size");
    private static final Path REAL_MANY = Path.of("..", "shared", "data", "ham10000");

    private static final int WARM = 8;
    private static final int STRIDE = 7;
    private static final int READER_MILLIS = 300;

    @TempDir
    Path folder;

    private Desktop desktop;

    @BeforeEach
    void open() throws Exception {
        desktop = Desktop.open(folder);
    }

    @AfterEach
    void end() throws Exception {
        if (desktop != null) {
            desktop.close();
        }
    }

    private static void say(String what, String figures) {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        System.out.printf(Locale.ROOT, "%-72s %s   (load %.1f)%n", what, figures, load);
    }

    private static String middleAndTail(double[] times) {
        Arrays.sort(times);
        return String.format(
                Locale.ROOT,
                "median %.0f ms, 95 %% below %.0f ms, longest %.0f ms, of %d",
                times[times.length / 2],
                times[Math.min(times.length - 1, (int) (0.95 * times.length))],
                times[times.length - 1],
                times.length);
    }

    private Child program(Path... files) throws Exception {
        Child program = desktop.start(BenchProbe.class, files);
        Child.until("a window", () -> program.is("up"));
        Child.until("a model", () -> program.ask("text", "#status-model").contains(AppContext.USUAL_MODEL));
        return program;
    }

    private static void untilRead(Child program, int rows) throws Exception {
        Child.until("rows", () -> program.number("rows") == rows);
        while (program.is("shown", "#stop")) {
            Thread.sleep(100);
        }
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    /** JPEGs of a dermoscope's usual frame. */
    private List<Path> usual(int count) throws Exception {
        if (Files.isDirectory(REAL_LARGE)) {
            return pictures(REAL_LARGE, count);
        }
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            files.add(drawn("usual-" + i, i % 24, 600, 450));
        }
        return files;
    }

    private static List<Path> pictures(Path root, int count) throws Exception {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file ->
                            file.toString().endsWith(".jpg") && !file.toString().contains("masks"))
                    .sorted()
                    .limit(count)
                    .map(Path::toAbsolutePath)
                    .toList();
        }
    }

    private Path drawn(String name, int seed, int width, int height) throws Exception {
        Diagnosis dx = Diagnosis.ALL.get(seed % Diagnosis.ALL.size());
        byte[] jpeg =
                JpegWriter.encode(SyntheticLesions.draw(seed, 0, dx, width, height), 0.9f, SyntheticLesions.NOTICE);
        return Files.write(folder.resolve(name + ".jpg"), jpeg);
    }

    /** A folder of many; copies of few where there are no real ones. */
    private Path many(int count) throws Exception {
        Path many = Files.createDirectory(folder.resolve("many-" + count));
        List<Path> images = Files.isDirectory(REAL_MANY) ? pictures(REAL_MANY, count) : usual(48);
        for (int i = 0; i < count; i++) {
            Files.copy(images.get(i % images.size()), many.resolve(String.format(Locale.ROOT, "%05d.jpg", i)));
        }
        return many;
    }

    @Test
    void start() throws Exception {
        double[] work = new double[5];
        double[] window = new double[5];
        double[] model = new double[window.length];
        program().close(); // what is unpacked only once is unpacked now
        for (int i = 0; i < window.length; i++) {
            long start = System.nanoTime();
            try (Child program = desktop.start(BenchProbe.class)) {
                Child.until("a window", () -> program.is("up"));
                window[i] = (System.nanoTime() - start) / 1e6;
                Child.until(
                        "a model", () -> program.ask("text", "#status-model").contains(AppContext.USUAL_MODEL));
                model[i] = (System.nanoTime() - start) / 1e6;
                work[i] = Double.parseDouble(program.ask("processor"));
            }
        }
        say("start to a window that can be used", middleAndTail(window));
        say("start to a model that answers", middleAndTail(model));
        say("start to a model that answers: processor time", middleAndTail(work));
    }

    @Test
    void looking() throws Exception {
        List<Path> files = usual(61);
        Child program = program(files.toArray(Path[]::new));
        untilRead(program, files.size());
        Child.until("heat", () -> program.is("heat"));
        look("a usual image with answer and heat map on the screen", program, files.size());
        program.close();
        Path one = drawn("large-0", 3, 4000, 3000);
        List<Path> large = new ArrayList<>(List.of(one));
        for (int i = 1; i <= 40; i++) {
            large.add(Files.copy(one, folder.resolve("large-" + i + ".jpg")));
        }
        Child again = program(large.toArray(Path[]::new));
        untilRead(again, large.size());
        Child.until("heat", () -> again.is("heat"));
        look("one of 12 megapixels", again, large.size());
    }

    private static void look(String what, Child program, int images) throws Exception {
        for (int i = 0; i < WARM; i++) {
            program.ask("next"); // as after the first minute
        }
        double[] stepped = new double[images - WARM - 1];
        double[] jumped = new double[stepped.length];
        double[] work = new double[stepped.length];
        for (int i = 0; i < stepped.length; i++) {
            stepped[i] = numbers(program.ask("next"))[0];
            Thread.sleep(READER_MILLIS);
        }
        for (int i = 0; i < jumped.length; i++) {
            double[] both = numbers(program.ask("jump", i * STRIDE % images)); // nobody could have read it ahead
            jumped[i] = both[0];
            work[i] = both[1];
            Thread.sleep(READER_MILLIS);
        }
        say(what + ", the next one", middleAndTail(stepped));
        say(what + ", any other", middleAndTail(jumped));
        say(what + ", any other: processor time", middleAndTail(work));
    }

    @Test
    void twoHundredImages() throws Exception {
        List<Path> files = usual(7);
        Child program = program(files.toArray(Path[]::new));
        untilRead(program, files.size());
        Path many = many(200);
        program.ask("watch");
        desktop.handOver(List.of(many));
        untilRead(program, 200 + files.size());
        say("the window's thread while 200 images are read", watched(program));
    }

    private static String watched(Child program) throws Exception {
        String[] both = program.ask("watched").split(" ", -1);
        return String.format(
                Locale.ROOT,
                "busy at most %.0f ms, others waited at most %.0f ms",
                Double.parseDouble(both[0]),
                Double.parseDouble(both[1]));
    }

    private static void sayFrames(String what, Child program) throws Exception {
        String[] both = program.ask("framed").split(";", -1);
        say(what + ", from frame to frame", middleAndTail(numbers(both[0])));
        say(what + ", the window's own work for a frame", middleAndTail(numbers(both[1])));
    }

    private void scroll(String what, Child program) throws Exception {
        program.ask("focus-list");
        program.ask("key", "HOME");
        program.ask("frames");
        for (int i = 0; i < 60; i++) {
            program.ask("wheel", 6);
            Thread.sleep(16);
        }
        sayFrames(what + ", by the wheel", program);
        program.ask("frames");
        for (int i = 0; i < 30; i++) {
            program.ask("key", "PAGE_DOWN");
        }
        sayFrames(what + ", by Page Down", program);
        for (String key : List.of("END", "HOME", "SHIFT+END", "HOME")) {
            say(what + ", " + key, program.ask("key", key) + " ms");
        }
    }

    @Test
    void fiveThousandRows() throws Exception {
        Path many = many(5000);
        List<Path> files = usual(7);
        Child program = program(files.toArray(Path[]::new));
        untilRead(program, files.size());
        say("before: heap and process, MiB", program.ask("memory"));
        program.ask("watch");
        long start = System.nanoTime();
        desktop.handOver(List.of(many));
        Child.until("5,000 rows", () -> program.number("rows") == 5000 + files.size());
        say("5,000 rows in the list", (System.nanoTime() - start) / 1_000_000 + " ms, " + watched(program));
        Thread.sleep(1000);
        program.ask("watch");
        scroll("while they are read", program);
        say("the window's thread meanwhile", watched(program));
        double[] cancels = new double[5];
        for (int i = 0; i < cancels.length; i++) {
            cancels[i] = Double.parseDouble(program.ask("stop"));
            program.ask("click", "#again");
            Child.until("reading", () -> program.is("shown", "#stop"));
            Thread.sleep(700);
        }
        say("stop to idle", middleAndTail(cancels));
        program.ask("watch");
        say("urgent first while they are read", program.ask("urgent") + " ms");
        Thread.sleep(3000);
        say("the window's thread for 3 s of it", watched(program));
        long read = System.nanoTime();
        untilRead(program, 5000 + files.size());
        say("until all are read, s", String.valueOf((System.nanoTime() - read) / 1_000_000_000));
        say("after: heap and process, MiB", program.ask("memory"));
        say("usual order again", program.ask("urgent") + " ms");
        scroll("at rest", program);
        program.ask("focus-list");
        say("select all", program.ask("key", "CONTROL+A") + " ms");
        say("delete all", program.ask("delete-all") + " ms");
        say("empty again: heap and process, MiB", program.ask("memory"));
    }
}
