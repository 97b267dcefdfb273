package io.github.melascope.cli;

import picocli.CommandLine.Command;

/** The group of commands about datasets. */
@Command(
        name = "dataset",
        description = "Look into datasets.",
        footerHeading = "%nExamples:%n",
        footer = "  melascope dataset check ham10000")
final class DatasetCommand extends CommandGroup {}
