package io.github.melascope.ui.settings;

import io.github.melascope.app.Devices;
import io.github.melascope.base.Words;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What answers and what trains, and why that. Looking for what can train takes seconds and memory, so it is asked for. */
final class DeviceRow extends VBox {
    private final Words words;
    private final Label training = Rows.wrapped("");
    private final Button look;

    /** @param wishes where the devices are asked for */
    DeviceRow(Words words, SettingsView.Wishes wishes) {
        super(6);
        this.words = words;
        Label answers = Rows.wrapped(words.of("settings.device.answers", wishes.threads()));
        training.setId("settings-device");
        training.setVisible(false);
        training.managedProperty().bind(training.visibleProperty());
        look = new Button(words.of("settings.device.look"));
        look.setId("settings-device-look");
        Consumer<Devices> found = this::show;
        look.setOnAction(event -> {
            look.setDisable(true);
            say(words.of("settings.device.looking"));
            wishes.findDevices(found);
        });
        getChildren().addAll(answers, training, look);
    }

    Button button() {
        return look;
    }

    private void say(String text) {
        training.setText(text);
        training.setVisible(true);
    }

    private void show(Devices devices) {
        look.setDisable(false);
        String first = devices.codes().stream().findFirst().orElse("");
        if (first.isEmpty()) {
            say(words.of("settings.device.none", devices.whyNotCuda().orElse("")));
        } else if (devices.whyNotCuda().isPresent()) {
            say(words.of(
                    "settings.device.cpu",
                    devices.trainer(),
                    devices.threads(),
                    devices.whyNotCuda().get()));
        } else {
            say(words.of("settings.device.cuda", first, devices.trainer()));
        }
    }
}
