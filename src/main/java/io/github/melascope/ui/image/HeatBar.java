package io.github.melascope.ui.image;

import atlantafx.base.theme.Styles;
import io.github.melascope.base.Words;
import io.github.melascope.imaging.ColorMap;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.HeatMap;
import io.github.melascope.settings.Settings.HeatLook;
import io.github.melascope.ui.fx.Icons;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;

/** The controls under an image: which heat map, how it is drawn, and what its colours mean. */
final class HeatBar extends FoldingBar {
    private final Words words;
    private final ObjectProperty<HeatLook> look = new SimpleObjectProperty<>(this, "look", HeatLook.USUAL);
    private final ObjectProperty<HeatChoice> choice = new SimpleObjectProperty<>(this, "choice", HeatChoice.USUAL);

    private final ToggleButton contour = new ToggleButton();
    private final ToggleButton colour = new ToggleButton();
    private final Slider opacity = new Slider(0, 100, 50);
    private final ComboBox<ColorMap> colours = new ComboBox<>();
    private final ComboBox<Diagnosis> target = new ComboBox<>();
    private final ComboBox<HeatMap.Method> method = new ComboBox<>();
    private final CheckBox fine = new CheckBox();
    private final Button hide = new Button();
    private final Legend legend;
    private final Node targetLabel;
    /** Whether the controls are being set, and what they hold is half old and half new. */
    private boolean showing;

    HeatBar(Words words) {
        super(words, "heat-more");
        this.words = words;
        this.legend = new Legend(words);
        getStyleClass().addAll("image-bar", "heat-bar");
        Wrapping opacityGroup = labelled(words.of("image.opacity"), opacity);
        Wrapping coloursGroup = labelled(words.of("image.colour-map"), colours);
        Wrapping targetGroup = labelled(words.of("image.class"), target);
        targetLabel = targetGroup.getChildren().get(0);
        HBox looks = looks();
        List<Node> all = List.of(
                looks,
                hide,
                targetGroup,
                legend,
                labelled(words.of("image.method"), method),
                fine,
                opacityGroup,
                coloursGroup);
        contents(all, Set.of(looks, hide, targetGroup));
        within(legend);
        fill();
        show(look.get());
        show(choice.get());
        listen();
        look.subscribe(now -> {
            show(now);
            opacityGroup.setVisible(!now.contour());
            coloursGroup.setVisible(!now.contour());
        });
        choice.subscribe(this::show);
    }

    /** Icons and values speak for themselves where there is no room for their names; who hears the window still hears those. */
    @Override
    void folded(boolean now) {
        hide.setContentDisplay(now ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        targetLabel.setVisible(!now);
        targetLabel.setManaged(!now);
    }

    private HBox looks() {
        contour.setText(words.of("image.contour"));
        contour.setId("heat-contour");
        contour.getStyleClass().add(Styles.LEFT_PILL);
        contour.setTooltip(new Tooltip(words.of("image.contour.tip")));
        colour.setText(words.of("image.colour"));
        colour.setId("heat-colour");
        colour.getStyleClass().add(Styles.RIGHT_PILL);
        colour.setTooltip(new Tooltip(words.of("image.colour.tip")));
        ToggleGroup group = new ToggleGroup();
        group.getToggles().addAll(contour, colour);
        group.selectedToggleProperty().addListener((property, before, now) -> {
            if (now == null && before != null) {
                before.setSelected(true); // one of both is always chosen
            }
        });
        HBox both = new HBox(contour, colour);
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }

    private void fill() {
        opacity.setId("heat-opacity");
        opacity.setBlockIncrement(10);
        opacity.setAccessibleText(words.of("image.opacity"));
        colours.setId("heat-colours");
        colours.getItems().setAll(ColorMap.values());
        colours.setConverter(names(map -> words.of("image.colours", map)));
        target.setId("heat-target");
        target.setAccessibleText(words.of("image.class"));
        target.setConverter(names(diagnosis -> words.of("dx", diagnosis)));
        target.tooltipProperty().bind(target.valueProperty().map(now -> new Tooltip(words.of("dx", now))));
        method.setId("heat-method");
        method.getItems().setAll(HeatMap.Method.values());
        method.setConverter(names(HeatMap.Method::title));
        fine.setId("heat-fine");
        fine.setText(words.of("image.fine"));
        fine.setTooltip(new Tooltip(words.of("image.fine.tip")));
        hide.setId("heat-hide");
        hide.setText(words.of("image.hide"));
        Icons.put(hide, Feather.EYE_OFF);
        Controls.named(hide, words, words.of("image.hide.tip"), "H");
    }

    private void listen() {
        List.of(contour.selectedProperty(), opacity.valueProperty(), colours.valueProperty())
                .forEach(control -> control.subscribe(this::readLook));
        List.of(target.valueProperty(), method.valueProperty(), fine.selectedProperty())
                .forEach(control -> control.subscribe(this::readChoice));
    }

    private void readLook() {
        HeatLook now =
                new HeatLook(contour.isSelected(), colours.getValue().code(), opacity.getValue() / opacity.getMax());
        if (!showing) {
            look.set(now);
        }
    }

    private void readChoice() {
        if (!showing) {
            choice.set(new HeatChoice(target.getValue(), method.getValue(), fine.isSelected()));
        }
    }

    private void show(HeatLook now) {
        set(() -> {
            contour.setSelected(now.contour());
            colour.setSelected(!now.contour());
            colours.setValue(HeatLayer.colours(now));
            opacity.setValue(now.opacity() * opacity.getMax());
            legend.show(now);
        });
    }

    private void show(HeatChoice now) {
        set(() -> {
            target.setValue(now.target());
            method.setValue(now.method());
            fine.setSelected(now.fine());
        });
    }

    private void set(Runnable controls) {
        boolean outer = showing;
        showing = true;
        try {
            controls.run();
        } finally {
            showing = outer;
        }
    }

    /** The classes a map can be asked for; the one that is chosen stays so where it is among them, else melanoma is, or the first. */
    void targets(List<Diagnosis> targets) {
        HeatChoice now = choice.get();
        set(() -> target.getItems().setAll(targets));
        if (!targets.isEmpty() && !targets.contains(now.target())) {
            Diagnosis next = targets.contains(Diagnosis.MEL) ? Diagnosis.MEL : targets.get(0);
            choice.set(new HeatChoice(next, now.method(), now.fine()));
        } else {
            show(now);
        }
    }

    /** A label and its control. */
    private Wrapping labelled(String text, Control control) {
        Label label = new Label(text);
        label.setLabelFor(control);
        Wrapping group = group(label, control);
        control.maxWidthProperty().bind(group.maxWidthProperty());
        group.managedProperty().bind(group.visibleProperty());
        return group;
    }

    private static <T> StringConverter<T> names(Function<T, String> name) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : name.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("nobody types here");
            }
        };
    }

    ObjectProperty<HeatLook> lookProperty() {
        return look;
    }

    ObjectProperty<HeatChoice> choiceProperty() {
        return choice;
    }

    /** Whether the button that hides the map is held down. */
    ReadOnlyBooleanProperty hidingProperty() {
        return hide.armedProperty();
    }
}
