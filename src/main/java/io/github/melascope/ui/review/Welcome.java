package io.github.melascope.ui.review;

import io.github.melascope.base.Words;
import io.github.melascope.ui.fx.Icons;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;

/** What the review window shows while its list is empty: what to do next. */
final class Welcome extends VBox {
    Welcome(Words words, Runnable openFiles, Runnable openFolder, Runnable samples) {
        super(16);
        setAlignment(Pos.CENTER);
        getStyleClass().add("welcome");
        Label title = centred(words.of("welcome.title"), "title-2");
        Label text = centred(words.of("welcome.text"), "text-muted");
        Label note = centred(words.of("app.not-a-diagnosis"), "text-muted");
        Button files = Icons.put(new Button(words.of("welcome.files")), Feather.IMAGE);
        files.setId("open-files");
        files.getStyleClass().add("accent");
        files.setDefaultButton(true);
        files.setOnAction(event -> openFiles.run());
        Button folder = Icons.put(new Button(words.of("welcome.folder")), Feather.FOLDER);
        folder.setId("open-folder");
        folder.setOnAction(event -> openFolder.run());
        Button examples = Icons.put(new Button(words.of("welcome.samples")), Feather.GRID);
        examples.setId("samples");
        examples.setOnAction(event -> samples.run());
        FlowPane buttons = new FlowPane(12, 12, files, folder, examples);
        buttons.setAlignment(Pos.CENTER);
        Label sign = Icons.put(new Label(), Feather.DOWNLOAD);
        sign.getStyleClass().add("sign");
        getChildren().addAll(sign, title, text, buttons, note);
    }

    private static Label centred(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setTextAlignment(TextAlignment.CENTER);
        label.setMaxWidth(640);
        label.setAlignment(Pos.CENTER);
        return label;
    }
}
