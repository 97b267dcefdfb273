package io.github.melascope;

import io.github.melascope.base.ProblemException;
import io.github.melascope.cli.Program;
import io.github.melascope.ui.shell.WindowProgram;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Chooses window or command line before any toolkit class loads: the window for nothing, or for nothing but files. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        boolean window = Arrays.stream(args).allMatch(Main::isFile) && WindowProgram.hasScreen();
        System.exit(window ? window(Arrays.stream(args).map(Path::of).toList()) : Program.run(args));
    }

    private static int window(List<Path> files) {
        try {
            return WindowProgram.run(files);
        } catch (ProblemException e) {
            return Program.refused(e);
        }
    }

    private static boolean isFile(String word) {
        try {
            return !Program.isCommand(word) && Files.exists(Path.of(word));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
