package io.github.melascope.realwindow;

import io.github.melascope.Main;
import io.github.melascope.ui.shell.WindowWatch;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import org.jspecify.annotations.Nullable;

/** {@link WindowProbe} with a stopwatch. Times are in milliseconds. */
public final class BenchProbe {
    private static final int PATIENCE_SECONDS = 45;

    private final List<Double> frames = new ArrayList<>();
    private final List<Double> work = new ArrayList<>();
    private @Nullable WindowWatch watch;
    private @Nullable AnimationTimer timer;

    private BenchProbe() {}

    public static void main(String[] args) {
        BenchProbe probe = new BenchProbe();
        WindowProbe.answers()
                .beside("next", words -> next())
                .beside("jump", words -> jump(Integer.parseInt(words.get(0))))
                .beside("processor", words -> processorTime() / 1_000_000)
                .beside("stop", words -> press("#stop", () -> !isShown("#stop")))
                .beside("urgent", words -> press("#urgent-first", () -> true))
                .with("select-all", words -> {
                    WindowProbe.list().getSelectionModel().selectAll();
                    return "";
                })
                .beside(
                        "delete-all",
                        words -> key(
                                "DELETE", () -> WindowProbe.list().getItems().isEmpty()))
                .beside("key", words -> key(words.get(0), () -> true))
                .with("focus-list", words -> {
                    WindowProbe.list().requestFocus();
                    return "";
                })
                .with("wheel", words -> {
                    Hands hands = new Hands();
                    hands.move(Hands.middle(WindowProbe.list()));
                    hands.wheel(Integer.parseInt(words.get(0)));
                    return "";
                })
                .beside("watch", words -> probe.watch())
                .beside("watched", words -> probe.watched())
                .with("frames", words -> probe.countFrames())
                .with("framed", words -> probe.framed())
                .beside("memory", words -> memory())
                .start();
        Main.main(args);
    }

    /** Goes to the next image by keyboard; until its answer and its heat map are on the screen. */
    private static String next() throws Exception {
        int now = Answers.onWindowThread(
                () -> WindowProbe.list().getSelectionModel().getSelectedIndex());
        return look(() -> new Hands().type("ALT+DOWN"), now + 1);
    }

    /** Goes to any image. */
    private static String jump(int to) throws Exception {
        return look(() -> WindowProbe.list().getSelectionModel().clearAndSelect(to), to);
    }

    private static String look(Runnable go, int to) throws Exception {
        long before = processorTime();
        double time = timed(
                go,
                () -> WindowProbe.list().getSelectionModel().getSelectedIndex() == to
                        && Desktop.OUTCOMES.contains(WindowProbe.text("#outcome"))
                        && WindowProbe.hasHeat());
        return time + " " + (processorTime() - before) / 1e6;
    }

    /** Nanoseconds of all processors together. */
    private static long processorTime() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }

    private static double key(String keys, BooleanSupplier done) throws Exception {
        return timed(() -> new Hands().type(keys), done);
    }

    private static double press(String button, BooleanSupplier done) throws Exception {
        return timed(() -> ((ButtonBase) WindowProbe.node(button)).fire(), done);
    }

    private static boolean isShown(String selector) {
        return WindowProbe.nodes(selector).findAny().isPresent();
    }

    /** Until the frame that follows the first one of which it holds is drawn. */
    private static double timed(Runnable work, BooleanSupplier done) throws Exception {
        CompletableFuture<Double> end = new CompletableFuture<>();
        Answers.onWindowThread(() -> {
            long start = System.nanoTime();
            Scene scene = WindowProbe.stage().getScene();
            new Runnable() {
                private boolean held;

                @Override
                public void run() {
                    if (held) {
                        scene.removePreLayoutPulseListener(this);
                        end.complete((System.nanoTime() - start) / 1e6);
                    } else if (done.getAsBoolean()) {
                        held = true; // this pulse draws it; the next one begins when it is drawn
                        Platform.requestNextPulse();
                    }
                }

                void listen() {
                    scene.addPreLayoutPulseListener(this);
                    work.run();
                    Platform.requestNextPulse();
                }
            }.listen();
            return "";
        });
        return end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private String watch() {
        watch = WindowWatch.start();
        return "";
    }

    /** The longest work of the window's thread in its own time, and the longest anybody waited for it. */
    private String watched() {
        WindowWatch ended = java.util.Objects.requireNonNull(watch);
        ended.close();
        return ended.longest() + " " + ended.longestWait();
    }

    private String countFrames() {
        frames.clear();
        work.clear();
        timer = new AnimationTimer() {
            private long last;
            private long lastBusy;

            @Override
            public void handle(long now) {
                long here = System.nanoTime();
                long busy = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                if (last != 0) {
                    frames.add((here - last) / 1e6);
                    work.add((busy - lastBusy) / 1e6);
                }
                last = here;
                lastBusy = busy;
            }
        };
        timer.start();
        return "";
    }

    private String framed() {
        java.util.Objects.requireNonNull(timer).stop();
        return told(frames) + ";" + told(work);
    }

    private static String told(List<Double> times) {
        return times.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    /** Mebibytes of the heap in use after a collection, and of the process. */
    private static String memory() throws Exception {
        System.gc();
        Thread.sleep(300);
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
        String resident = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> line.replaceAll("\\D", ""))
                .findFirst()
                .orElse("0");
        return heap + " " + Long.parseLong(resident) / 1024;
    }
}
