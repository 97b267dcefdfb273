package io.github.melascope.ui.training;

import io.github.melascope.app.Recipe;
import io.github.melascope.base.Words;
import io.github.melascope.dataset.Balancing;
import io.github.melascope.ui.fx.Choices;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** What most leave as it is, each with a line that says what it does. */
final class AdvancedPane extends FlowPane {
    private static final int LAST_STAGE = 19;
    private static final List<Double> SHARES = List.of(0.0, 0.5, 1.0);

    private final Words words;
    private final RecipeModel model;

    AdvancedPane(Words words, RecipeModel model, ExamModel exam) {
        this.words = words;
        this.model = model;
        getStyleClass().add("advanced");
        number("epochs", r -> Integer.toString(r.epochs()), (r, t) -> r.withLength(whole(t), r.learningRate()));
        number("learning-rate", r -> decimal(r.learningRate()), (r, t) -> r.withLength(r.epochs(), real(t)));
        number("batch", r -> Integer.toString(r.batchSize()), (r, t) -> r.withBatchSize(whole(t)));
        choice(
                "unfreeze",
                List.of(0, 4, 7, 11, 14, 18, LAST_STAGE),
                stage -> stage == 0
                        ? words.of("training.unfreeze.all")
                        : stage == LAST_STAGE
                                ? words.of("training.unfreeze.head")
                                : words.of("training.unfreeze.from", stage),
                Recipe::firstTrained,
                Recipe::withFirstTrained);
        choice(
                "balancing",
                List.of(Balancing.values()),
                kind -> words.of("training.balancing", kind),
                Recipe::balancing,
                (r, kind) -> r.withBalancing(kind, r.weightPower()));
        choice(
                "class-weights",
                SHARES,
                power -> words.of("training.class-weights." + SHARES.indexOf(power)),
                Recipe::weightPower,
                (r, power) -> r.withBalancing(r.balancing(), power));
        choice(
                "loss",
                List.of(0.0, 1.0, 2.0),
                gamma -> gamma == 0
                        ? words.of("training.loss.cross-entropy")
                        : words.of("training.loss.focal", words.number(gamma, 0)),
                Recipe::gamma,
                (r, gamma) -> r.withLoss(gamma, r.smoothing()));
        choice(
                "smoothing",
                List.of(0.0, 0.05, 0.1, 0.2),
                share -> words.number(share, 2),
                Recipe::smoothing,
                (r, share) -> r.withLoss(r.gamma(), share));
        choice(
                "device",
                List.of("", "cpu", "cuda:0"),
                code -> code.isEmpty() ? words.of("training.device.best") : code,
                Recipe::device,
                Recipe::withDevice);
        seed(exam);
    }

    private <T> void choice(
            String key,
            List<T> values,
            Function<T, String> name,
            Function<Recipe, T> get,
            BiFunction<Recipe, T, Recipe> set) {
        ComboBox<T> box = Choices.of("recipe-" + key, values, name);
        model.recipeProperty().subscribe(now -> box.setValue(get.apply(now)));
        box.valueProperty().addListener((property, was, is) -> {
            if (is != null && !is.equals(get.apply(model.recipeProperty().get()))) {
                model.change(r -> set.apply(r, is));
            }
        });
        if (key.equals("unfreeze")) {
            model.recipeProperty().subscribe(now -> box.setDisable(now.quick()));
        }
        add(key, Parts.explained(words.of("training." + key), box, words.of("training." + key + ".what")));
    }

    /** A text that is no number leaves the recipe as it is, and says so by its colour and to those who hear it. */
    private void number(String key, Function<Recipe, String> get, BiFunction<Recipe, String, Recipe> set) {
        TextField field = new TextField();
        field.setId("recipe-" + key);
        model.recipeProperty().subscribe(now -> {
            if (!field.isFocused()) {
                field.setText(get.apply(now));
            }
        });
        field.focusedProperty().addListener((property, was, is) -> {
            if (!is) {
                field.setText(get.apply(model.recipeProperty().get()));
            }
        });
        follow(field, text -> model.change(r -> set.apply(r, text)));
        add(key, Parts.explained(words.of("training." + key), field, words.of("training." + key + ".what")));
    }

    private void seed(ExamModel exam) {
        TextField field = new TextField();
        field.setId("recipe-seed");
        exam.seedProperty().subscribe(now -> {
            if (!field.isFocused()) {
                field.setText(now.toString());
            }
        });
        follow(field, text -> exam.seedProperty().set(Long.parseLong(text.strip())));
        add("seed", Parts.explained(words.of("training.seed"), field, words.of("training.seed.what")));
    }

    private static void follow(TextField field, java.util.function.Consumer<String> change) {
        field.textProperty().addListener((property, was, is) -> {
            if (!field.isFocused()) {
                return;
            }
            try {
                change.accept(is);
                field.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("error"), false);
            } catch (IllegalArgumentException e) {
                field.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("error"), true);
            }
        });
    }

    private void add(String key, VBox box) {
        box.setId("advanced-" + key);
        getChildren().add(box);
    }

    private static int whole(String text) {
        return Integer.parseInt(text.strip());
    }

    private static double real(String text) {
        return Double.parseDouble(text.strip().replace(',', '.'));
    }

    private static String decimal(double value) {
        return Double.toString(value);
    }
}
