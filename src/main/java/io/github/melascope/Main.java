package io.github.melascope;

import io.github.melascope.cli.Program;

/** Chooses window or command line before any toolkit class loads. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(Program.run(args));
    }
}
