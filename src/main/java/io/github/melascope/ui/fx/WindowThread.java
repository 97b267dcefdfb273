package io.github.melascope.ui.fx;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/** The toolkit's thread as an executor: what runs on it may touch the window. Models of windows take any executor instead. */
public final class WindowThread implements Executor {
    @Override
    public void execute(Runnable work) {
        if (Platform.isFxApplicationThread()) {
            work.run();
        } else {
            Platform.runLater(work);
        }
    }
}
