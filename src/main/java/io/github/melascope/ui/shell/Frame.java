package io.github.melascope.ui.shell;

import io.github.melascope.app.AppContext;
import io.github.melascope.base.Words;
import io.github.melascope.ui.fx.Dialogs;
import io.github.melascope.ui.fx.FileChoice;
import io.github.melascope.ui.settings.SettingsModel;
import java.util.concurrent.Executor;

/**
 * What every page of the window works with.
 *
 * @param window the window's thread
 */
public record Frame(
        AppContext context, Words words, Executor window, SettingsModel settings, Dialogs dialogs, FileChoice files) {}
