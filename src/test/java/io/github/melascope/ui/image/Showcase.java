package io.github.melascope.ui.image;

import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.HeatMap;
import io.github.melascope.settings.Settings;
import io.github.melascope.ui.fx.Look;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** What the tests of this package show, and where. */
final class Showcase {
    private Showcase() {}

    /** Background work that waits until a test lets it go. */
    static final class Backlog implements Executor {
        private final Queue<Runnable> waiting = new ArrayDeque<>();

        @Override
        public synchronized void execute(Runnable work) {
            waiting.add(work);
        }

        /** Does all that waits, on the calling thread. */
        void work() {
            for (Runnable next = next(); next != null; next = next()) {
                next.run();
            }
        }

        @org.jspecify.annotations.Nullable
        private synchronized Runnable next() {
            return waiting.poll();
        }
    }

    static void show(Stage stage, Region content, double width, double height) {
        Look.theme(Settings.Theme.LIGHT);
        Scene scene = new Scene(new StackPane(content), width, height);
        Look.dress(scene, 100);
        stage.setScene(scene);
        stage.sizeToScene(); // whatever size another test has left it
        stage.show();
        stage.toFront();
    }

    /** One hot place right of the middle. */
    static HeatMap heat(Diagnosis target, HeatMap.Method method) {
        float[] values = new float[49];
        for (int i = 0; i < values.length; i++) {
            double x = i % 7 - 3.8;
            double y = Math.floorDiv(i, 7) - 2.7;
            values[i] = (float) Math.exp(-(x * x + 1.6 * y * y + 0.8 * x * y) / 4);
        }
        return new HeatMap(7, 7, values, false, method, target);
    }

    static HeatMap flat() {
        return new HeatMap(7, 7, new float[49], true, HeatMap.Method.GRAD_CAM, Diagnosis.MEL);
    }
}
