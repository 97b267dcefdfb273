package io.github.melascope.ui.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/** Combo boxes of few values that are told in words. */
public final class Choices {
    private Choices() {}

    /**
     * A box whose entries are told in words.
     *
     * @param id of the box
     */
    public static <T> ComboBox<T> of(String id, List<T> values, Function<T, String> name) {
        ComboBox<T> box = new ComboBox<>(FXCollections.observableArrayList(values));
        box.setId(id);
        box.setConverter(new Names<>(name));
        return box;
    }

    /** With a first entry that stands for none of them, and is chosen. */
    public static <T> ComboBox<Optional<T>> orNone(String id, String none, List<T> values, Function<T, String> name) {
        List<Optional<T>> all = new ArrayList<>(List.of(Optional.empty()));
        values.forEach(value -> all.add(Optional.of(value)));
        ComboBox<Optional<T>> box = of(id, all, value -> value.map(name).orElse(none));
        box.setValue(Optional.empty());
        return box;
    }

    /** Only ever turned into text. */
    private static final class Names<T> extends StringConverter<T> {
        private final Function<T, String> name;

        Names(Function<T, String> name) {
            this.name = name;
        }

        @Override
        public String toString(T value) {
            return value == null ? "" : name.apply(value);
        }

        @Override
        public T fromString(String text) {
            throw new UnsupportedOperationException(text.toLowerCase(Locale.ROOT));
        }
    }
}
