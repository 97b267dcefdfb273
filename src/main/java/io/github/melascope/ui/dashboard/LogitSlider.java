package io.github.melascope.ui.dashboard;

import java.util.function.DoubleConsumer;
import javafx.scene.control.Slider;

/** A slider of probabilities on a logit scale, so that small ones have as much room as large ones. */
final class LogitSlider extends Slider {
    private boolean silent;

    /**
     * @param low lowest probability, above 0
     * @param high highest, below 1
     * @param moved hears where the user moves it
     */
    LogitSlider(double low, double high, DoubleConsumer moved) {
        super(logit(low), logit(high), 0);
        setBlockIncrement(0.1);
        valueProperty().addListener((property, was, is) -> {
            if (!silent) {
                moved.accept(1 / (1 + Math.exp(-is.doubleValue())));
            }
        });
    }

    /** Shows a probability without telling anybody: the exact one is kept elsewhere. */
    void show(double probability) {
        silent = true;
        setValue(Math.clamp(logit(Math.clamp(probability, 1e-9, 1 - 1e-9)), getMin(), getMax()));
        silent = false;
    }

    private static double logit(double p) {
        return Math.log(p / (1 - p));
    }
}
