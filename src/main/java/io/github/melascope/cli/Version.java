package io.github.melascope.cli;

import io.github.melascope.app.ProgramVersion;
import picocli.CommandLine;

/** Answers {@code --version}. */
final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {
            ProgramVersion.text(),
            "Java " + System.getProperty("java.version") + ", " + System.getProperty("os.name") + " "
                    + System.getProperty("os.arch")
        };
    }
}
